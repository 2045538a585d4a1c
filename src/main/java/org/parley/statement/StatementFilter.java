package org.parley.statement;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.issue.Stance;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.DatedRecord;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;
import org.parley.place.Places;

/** Conditions on a statement. */
@Input("StatementFilter")
@Description("Conditions on a statement; all must hold, and a list means any of its values.")
public class StatementFilter extends Filter {
    @Id
    @Description("The statement's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Id
    @Description("An actor who said it.")
    public List<@NonNull String> speaker;

    @Id
    @Description("The party that a speaker speaks for; a state is on its own side.")
    public List<@NonNull String> side;

    @Id
    @Description("The actor whom it is directed at or about.")
    public List<@NonNull String> target;

    @Id
    @Description("An issue that it is about.")
    public List<@NonNull String> issue;

    @Id
    @Description("The round that it was said in or about.")
    public List<@NonNull String> round;

    @Id
    @Description("A source that it rests on.")
    public List<@NonNull String> source;

    @Description("How much of it is in the speaker's own words.")
    public List<@NonNull StatementKind> kind;

    @Description("The attitude that it takes.")
    public List<@NonNull Stance> stance;

    @Description(
            "Said on or after this day. If the day is not known, the days of its coarse date or between its bounds count, or its only bound.")
    public LocalDate from;

    @Description(
            "Said on or before this day. If the day is not known, the days of its coarse date or between its bounds count, or its only bound.")
    public LocalDate to;

    @Description("Whether anything is known of the day: the day itself, a coarse date or a bound.")
    public Boolean dated;

    @Id
    @Description("The negotiation of the round that it was said in or about.")
    public List<@NonNull String> negotiation;

    @Id
    @Description("A place where it was said, or in which that place lies, at any depth.")
    public List<@NonNull String> within;

    @Description("Whether a disagreement is about it.")
    public Boolean disputed;

    @Description(
            "All of these words must occur in the statement's quote, summary or wordings or the names of its issues, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("Whether all its sources have one origin.")
    public Boolean singleOrigin;

    @Description("All of these filters hold.")
    public List<@NonNull StatementFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull StatementFilter> or;

    @Description("This filter does not hold.")
    public StatementFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.STATEMENT, id)),
                Identifiers.among(identifier),
                Condition.linked(Statements.SPEAKERS, context.ids("speaker", RecordKind.ACTOR, speaker)),
                Condition.existsIn(
                        "statement_speaker x join actor a on a.id = x.actor_id",
                        "x.statement_id = {record}.id",
                        "coalesce(a.side_id, a.id)",
                        context.ids("side", RecordKind.ACTOR, side)),
                Condition.in("target_id", context.ids("target", RecordKind.ACTOR, target)),
                Condition.in("place_id", Places.inside(context.ids("within", RecordKind.PLACE, within))),
                Condition.linked(Statements.ISSUES, context.ids("issue", RecordKind.ISSUE, issue)),
                Condition.in("round_id", context.ids("round", RecordKind.ROUND, round)),
                Condition.existsIn(
                        "round x",
                        "x.id = {record}.round_id",
                        "x.negotiation_id",
                        context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                context.source(source),
                context.disputed(disputed),
                Condition.in("kind", kind),
                Condition.in("stance", stance),
                DatedRecord.between(from, to, RecordKind.STATEMENT),
                Dated.dated(dated),
                context.text(text),
                context.singleOrigin(singleOrigin));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
