package org.parley.figure;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.ActorKind;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.DatedRecord;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on a figure. */
@Input("FigureFilter")
@Description("Conditions on a figure; all must hold, and a list means any of its values.")
public class FigureFilter extends Filter {
    @Id
    @Description("The figure's id.")
    public List<@NonNull String> id;

    @Description("The slug of what is measured.")
    public List<@NonNull String> measure;

    @Id
    @Description("The actor who claims it.")
    public List<@NonNull String> claimedBy;

    @Id
    @Description("The party that the claimant speaks for; a state is on its own side.")
    public List<@NonNull String> side;

    @Description("What the claimant is.")
    public List<@NonNull ActorKind> claimantKind;

    @Description("Whether the record names a claimant; if not, the sources give the number in their own voice.")
    public Boolean attributed;

    @Description("What is counted or measured in.")
    public List<@NonNull String> unit;

    @Id
    @Description("The record that the number describes: a full id, such as incident/druzhkivka-market-shelling.")
    public List<@NonNull String> about;

    @Description("Claimed on or after this day.")
    public LocalDate from;

    @Description("Claimed on or before this day.")
    public LocalDate to;

    @Description("Whether the day of the claim is known.")
    public Boolean dated;

    @Id
    @Description("A source that it rests on.")
    public List<@NonNull String> source;

    @Description("Whether all its sources have one origin.")
    public Boolean singleOrigin;

    @Description("Whether a disagreement is about it.")
    public Boolean disputed;

    @Description(
            "All of these words must occur in the figure's label, wording, scope or note, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull FigureFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull FigureFilter> or;

    @Description("This filter does not hold.")
    public FigureFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.FIGURE, id)),
                Condition.in("measure", measure),
                Condition.in("claimed_by_id", context.ids("claimedBy", RecordKind.ACTOR, claimedBy)),
                claimant("coalesce(a.side_id, a.id)", context.ids("side", RecordKind.ACTOR, side)),
                claimant("a.kind", claimantKind == null ? null : Condition.names(claimantKind)),
                attributed == null
                        ? Condition.TRUE
                        : Condition.of("{record}.claimed_by_id is " + (attributed ? "not null" : "null")),
                Condition.in("unit", unit),
                Condition.in("about_id", context.anyIds("about", about)),
                DatedRecord.between(from, to, RecordKind.FIGURE),
                Dated.dated(dated),
                context.source(source),
                context.disputed(disputed),
                context.singleOrigin(singleOrigin),
                context.text(text));
    }

    private static Condition claimant(String column, List<String> values) {
        return Condition.existsIn("actor a", "a.id = {record}.claimed_by_id", column, values);
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
