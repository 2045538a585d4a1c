package org.parley.issue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on a position. */
@Input("PositionFilter")
@Description("Conditions on a position; all must hold, and a list means any of its values.")
public class PositionFilter extends Filter {
    @Id
    @Description("The position's id.")
    public List<@NonNull String> id;

    @Id
    @Description("Who holds it.")
    public List<@NonNull String> actor;

    @Id
    @Description("The party that the holder speaks for; a state is on its own side.")
    public List<@NonNull String> side;

    @Id
    @Description("What it is about.")
    public List<@NonNull String> issue;

    @Id
    @Description("A negotiation of which its issue is one.")
    public List<@NonNull String> negotiation;

    @Description("The attitude that it takes.")
    public List<@NonNull Stance> stance;

    @Description("Whether a disagreement is about it.")
    public Boolean disputed;

    @Id
    @Description("A source that it rests on.")
    public List<@NonNull String> source;

    @Description("Whether all its sources have one origin.")
    public Boolean singleOrigin;

    @Description(
            "All of these words must occur in the position's summary, wordings or note, or in the name of its issue, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull PositionFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull PositionFilter> or;

    @Description("This filter does not hold.")
    public PositionFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.POSITION, id)),
                Condition.in("actor_id", context.ids("actor", RecordKind.ACTOR, actor)),
                Condition.existsIn(
                        "actor a",
                        "a.id = {record}.actor_id",
                        "coalesce(a.side_id, a.id)",
                        context.ids("side", RecordKind.ACTOR, side)),
                Condition.in("issue_id", context.ids("issue", RecordKind.ISSUE, issue)),
                Condition.existsIn(
                        "negotiation_issue x",
                        "x.issue_id = {record}.issue_id",
                        "x.negotiation_id",
                        context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                Condition.in("stance", stance),
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
