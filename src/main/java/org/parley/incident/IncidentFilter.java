package org.parley.incident;

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
import org.parley.lists.FilterContext;

/** Conditions on an incident. */
@Input("IncidentFilter")
@Description("Conditions on an incident; all must hold, and a list means any of its values.")
public class IncidentFilter {
    @Id
    @Description("The incident's id.")
    public List<@NonNull String> id;

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
            "At least one of its days is this one or later. Where none is known, those of its coarse date or between its bounds count, or its only bound.")
    public LocalDate from;

    @Description(
            "At least one of its days is this one or earlier. Where none is known, those of its coarse date or between its bounds count, or its only bound.")
    public LocalDate to;

    @Description("Whether anything is known of when it was: its first day, a coarse date or a bound.")
    public Boolean dated;

    @Description(
            "Words that the incident's title, summary, target, effects, weapons, numbers of people or note hold, all of them, in any form and any recorded spelling, as search finds them.")
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

    /** The field whose condition the list's path fulfils by itself; null if there is none. */
    String ledBy;

    Condition condition(FilterContext scope) {
        return Condition.combined(
                Condition.all(
                        Condition.in("r.id", scope.ids("id", RecordKind.INCIDENT, id)),
                        Condition.in("r.kind", kind),
                        Condition.in("r.place_id", scope.ids("place", RecordKind.PLACE, place)),
                        "actor".equals(ledBy)
                                ? Condition.TRUE
                                : exists("incident_actor x", "x.actor_id", scope.ids("actor", RecordKind.ACTOR, actor)),
                        exists("attribution x", "x.blamed_id", scope.ids("blamed", RecordKind.ACTOR, blamed)),
                        exists("attribution x", "x.by_id", scope.ids("by", RecordKind.ACTOR, by)),
                        disputed(disputed),
                        DatedRecord.between(from, to, RecordKind.INCIDENT),
                        Dated.dated(dated),
                        "text".equals(ledBy) ? scope.furtherText(text) : scope.text(text),
                        scope.source(source),
                        scope.singleOrigin(singleOrigin)),
                and,
                or,
                not,
                filter -> filter.condition(scope));
    }

    private static Condition exists(String links, String column, List<String> ids) {
        return Condition.existsIn(links, "x.incident_id = r.id", column, ids);
    }

    private static Condition disputed(Boolean disputed) {
        return disputed == null
                ? Condition.TRUE
                : Condition.of((disputed ? "" : "not ")
                        + "exists (select 1 from attribution x where x.incident_id = r.id and x.disputed)");
    }
}
