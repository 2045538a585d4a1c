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

/** Conditions on a negotiation. */
@Input("NegotiationFilter")
@Description("Conditions on a negotiation; all must hold, and a list means any of its values.")
public class NegotiationFilter extends Filter {
    @Id
    @Description("The negotiation's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Id
    @Description("An actor with a role in it.")
    public List<@NonNull String> actor;

    @Id
    @Description("An issue that is negotiated.")
    public List<@NonNull String> issue;

    @Id
    @Description("A source that the negotiation's record rests on.")
    public List<@NonNull String> source;

    @Description("Whether all sources of the negotiation's record have one origin.")
    public Boolean singleOrigin;

    @Description(
            "All of these words must occur in the negotiation's title or summary, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull NegotiationFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull NegotiationFilter> or;

    @Description("This filter does not hold.")
    public NegotiationFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.NEGOTIATION, id)),
                Identifiers.among(identifier),
                Condition.existsIn(
                        "negotiation_role x",
                        "x.negotiation_id = {record}.id",
                        "x.actor_id",
                        context.ids("actor", RecordKind.ACTOR, actor)),
                Condition.linked(Negotiations.ISSUES, context.ids("issue", RecordKind.ISSUE, issue)),
                context.source(source),
                context.singleOrigin(singleOrigin),
                context.text(text));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
