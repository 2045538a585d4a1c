package org.parley.round;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.DatedRecord;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;
import org.parley.place.Places;

/** Conditions on a round. */
@Input("RoundFilter")
@Description("Conditions on a round; all must hold, and a list means any of its values.")
public class RoundFilter extends Filter {
    @Id
    @Description("The round's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Id
    @Description("The negotiation that it belongs to.")
    public List<@NonNull String> negotiation;

    @Description("What became of it.")
    public List<@NonNull RoundStatus> status;

    @Id
    @Description("An actor who is listed as a participant, whatever its presence.")
    public List<@NonNull String> participant;

    @Id
    @Description("The party that a participant sits for; a party itself is on its own side.")
    public List<@NonNull String> side;

    @Id
    @Description("The place where it is held.")
    public List<@NonNull String> venue;

    @Description("Its number within the negotiation.")
    public List<@NonNull Integer> ordinal;

    @Description("At least one of its days is this one or later. If none is known, the days of its coarse date count.")
    public LocalDate from;

    @Description(
            "At least one of its days is this one or earlier. If none is known, the days of its coarse date count.")
    public LocalDate to;

    @Description("Whether its first day or a coarse date is known.")
    public Boolean dated;

    @Description("Whether a disagreement is about it.")
    public Boolean disputed;

    @Id
    @Description("A place where it is held, or in which that place lies, at any depth.")
    public List<@NonNull String> within;

    @Description(
            "All of these words must occur in the round's title, agenda, format or note, in any form and any recorded spelling, as in search.")
    public String text;

    @Id
    @Description("A source that the round's record rests on.")
    public List<@NonNull String> source;

    @Description("Whether all sources of the round's record have one origin.")
    public Boolean singleOrigin;

    @Description("All of these filters hold.")
    public List<@NonNull RoundFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull RoundFilter> or;

    @Description("This filter does not hold.")
    public RoundFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.ROUND, id)),
                Identifiers.among(identifier),
                Condition.in("negotiation_id", context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                Condition.in("status", status),
                participates("x.actor_id", context.ids("participant", RecordKind.ACTOR, participant)),
                participates("coalesce(x.side_id, x.actor_id)", context.ids("side", RecordKind.ACTOR, side)),
                Condition.in("venue_id", context.ids("venue", RecordKind.PLACE, venue)),
                Condition.in("venue_id", Places.inside(context.ids("within", RecordKind.PLACE, within))),
                // A list is bound as an array of texts, which PostgreSQL does not compare with a number.
                Condition.isIn("cast({record}.ordinal as varchar)", ordinal),
                DatedRecord.between(from, to, RecordKind.ROUND),
                Dated.dated(dated),
                context.text(text),
                context.source(source),
                context.disputed(disputed),
                context.singleOrigin(singleOrigin));
    }

    private static Condition participates(String column, List<String> ids) {
        return Condition.existsIn("participation x", "x.round_id = {record}.id", column, ids);
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
