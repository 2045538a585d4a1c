package org.parley.round;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.lists.Condition;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on an outcome. */
@Input("OutcomeFilter")
@Description("Conditions on an outcome; all must hold, and a list means any of its values.")
public class OutcomeFilter extends Filter {
    @Id
    @Description("The outcome's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Id
    @Description("The round that it belongs to.")
    public List<@NonNull String> round;

    @Id
    @Description("The negotiation of its round.")
    public List<@NonNull String> negotiation;

    @Description("What kind of result it is.")
    public List<@NonNull OutcomeKind> kind;

    @Description("How far it has come, as far as the sources tell.")
    public List<@NonNull OutcomeStatus> status;

    @Description("Whether a disagreement is about it.")
    public Boolean disputed;

    @Id
    @Description("A source that it rests on.")
    public List<@NonNull String> source;

    @Description("Whether all its sources have one origin.")
    public Boolean singleOrigin;

    @Description(
            "All of these words must occur in the outcome's summary or note, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull OutcomeFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull OutcomeFilter> or;

    @Description("This filter does not hold.")
    public OutcomeFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.OUTCOME, id)),
                Identifiers.among(identifier),
                Condition.in("round_id", context.ids("round", RecordKind.ROUND, round)),
                Condition.existsIn(
                        "round x",
                        "x.id = {record}.round_id",
                        "x.negotiation_id",
                        context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                Condition.in("kind", kind),
                Condition.in("status", status),
                context.disputed(disputed),
                context.source(source),
                context.singleOrigin(singleOrigin),
                context.text(text));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
