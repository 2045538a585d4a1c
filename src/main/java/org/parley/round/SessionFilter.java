package org.parley.round;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.DatedRecord;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on a session. */
@Input("SessionFilter")
@Description("Conditions on a session; all must hold, and a list means any of its values.")
public class SessionFilter extends Filter {
    @Id
    @Description("The session's id.")
    public List<@NonNull String> id;

    @Id
    @Description("The round that it belongs to.")
    public List<@NonNull String> round;

    @Id
    @Description("The negotiation of its round.")
    public List<@NonNull String> negotiation;

    @Description("It began on or after this day.")
    public LocalDate from;

    @Description("It began on or before this day.")
    public LocalDate to;

    @Description("Whether the day on which it began is known.")
    public Boolean dated;

    @Description("Whether a disagreement is about it.")
    public Boolean disputed;

    @Id
    @Description("A source that it rests on.")
    public List<@NonNull String> source;

    @Description("Whether all its sources have one origin.")
    public Boolean singleOrigin;

    @Description(
            "All of these words must occur in the session's title, format or result, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull SessionFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull SessionFilter> or;

    @Description("This filter does not hold.")
    public SessionFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.SESSION, id)),
                Condition.in("round_id", context.ids("round", RecordKind.ROUND, round)),
                Condition.existsIn(
                        "round x",
                        "x.id = {record}.round_id",
                        "x.negotiation_id",
                        context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                DatedRecord.between(from, to, RecordKind.SESSION),
                Dated.dated(dated),
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
