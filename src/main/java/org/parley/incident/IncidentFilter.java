package org.parley.incident;

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

/** Conditions on an incident. */
@Input("IncidentFilter")
@Description("Conditions on an incident; all must hold, and a list means any of its values.")
public class IncidentFilter extends Filter {
    @Id
    @Description("The incident's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Description("What kind of thing happened.")
    public List<@NonNull IncidentKind> kind;

    @Id
    @Description("The place where it is recorded to have happened; places that lie in this one do not count.")
    public List<@NonNull String> place;

    @Id
    @Description("An actor who is blamed for it or blames somebody.")
    public List<@NonNull String> actor;

    @Id
    @Description("An actor who is blamed for it.")
    public List<@NonNull String> blamed;

    @Id
    @Description("An actor who says who caused it.")
    public List<@NonNull String> by;

    @Description("Whether a source says of any attribution of it that it is disputed.")
    public Boolean disputed;

    @Description(
            "At least one of its days is this one or later. If none is known, the days of its coarse date or between its bounds count, or its only bound.")
    public LocalDate from;

    @Description(
            "At least one of its days is this one or earlier. If none is known, the days of its coarse date or between its bounds count, or its only bound.")
    public LocalDate to;

    @Description("Whether anything is known of when it was: its first day, a coarse date or a bound.")
    public Boolean dated;

    @Id
    @Description("A negotiation: the incident happened within one of its rounds, or a source ties it to one.")
    public List<@NonNull String> negotiation;

    @Id
    @Description("A place where it happened, or in which that place lies, at any depth.")
    public List<@NonNull String> within;

    @Description(
            "All of these words must occur in the incident's title, summary, target, effects, weapons, numbers of people or note, in any form and any recorded spelling, as in search.")
    public String text;

    @Id
    @Description("A source that the incident's record rests on.")
    public List<@NonNull String> source;

    @Description("Whether all sources of the incident's record have one origin.")
    public Boolean singleOrigin;

    @Description("All of these filters hold.")
    public List<@NonNull IncidentFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull IncidentFilter> or;

    @Description("This filter does not hold.")
    public IncidentFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.INCIDENT, id)),
                Identifiers.among(identifier),
                Condition.in("kind", kind),
                Condition.in("place_id", context.ids("place", RecordKind.PLACE, place)),
                Condition.in("place_id", Places.inside(context.ids("within", RecordKind.PLACE, within))),
                Condition.linked(Incidents.ACTORS, context.ids("actor", RecordKind.ACTOR, actor)),
                exists(
                        "incident_round x join round r on r.id = x.round_id and x.relation = 'DURING'",
                        "r.negotiation_id",
                        context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                exists("attribution x", "x.blamed_id", context.ids("blamed", RecordKind.ACTOR, blamed)),
                exists("attribution x", "x.by_id", context.ids("by", RecordKind.ACTOR, by)),
                disputed(disputed),
                DatedRecord.between(from, to, RecordKind.INCIDENT),
                Dated.dated(dated),
                context.text(text),
                context.source(source),
                context.singleOrigin(singleOrigin));
    }

    private static Condition exists(String links, String column, List<String> ids) {
        return Condition.existsIn(links, "x.incident_id = {record}.id", column, ids);
    }

    private static Condition disputed(Boolean disputed) {
        return disputed == null
                ? Condition.TRUE
                : Condition.of((disputed ? "" : "not ")
                        + "exists (select 1 from attribution x where x.incident_id = {record}.id and x.disputed)");
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
