package org.parley.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.graph.RecordKind;
import org.parley.lists.LinkTable;
import org.parley.lists.Listed;
import org.parley.lists.PageRequest;
import org.parley.lists.Path;
import org.parley.lists.Way;

/** Every query about incidents. */
@ApplicationScoped
public class Incidents extends Listed<Incident, IncidentFilter, IncidentPage.Order, IncidentPage> {
    /** The actors whom an attribution of the incident names, as blamed or as blaming. */
    static final LinkTable ACTORS = LinkTable.of("incident_actor", "incident_id", "actor_id")
            .unordered()
            .withTime();

    /** The rounds that a source ties the incident to. */
    static final LinkTable TIES = LinkTable.of("incident_tie", "incident_id", "round_id");

    /** The rounds that an incident happened during or before; derived by {@link IncidentsByRound}. */
    private static final LinkTable BY_ROUND = LinkTable.of("incident_round", "incident_id", "round_id")
            .unordered()
            .withTime()
            .derived();

    /** The rounds during which it happened by its days, and those that a source ties it to. */
    static final LinkTable ROUNDS = BY_ROUND.where("relation", "DURING");

    private static final Path DURING_ROUND = ROUNDS.toOwners();
    private static final Path BEFORE_ROUND =
            BY_ROUND.where("relation", "BEFORE").toOwners();

    private static final Way<IncidentFilter> BY_ACTOR =
            Way.by("actor", RecordKind.ACTOR, filter -> filter.actor, ACTORS.toOwners());

    private static final Path AT_PLACE = Path.column("incident", "place_id");

    Incidents() {
        super(
                RecordKind.INCIDENT,
                Incident.class,
                Incident::sortKey,
                IncidentPage.Order.DATE_ASC,
                IncidentPage::new,
                BY_ACTOR,
                Way.byText(RecordKind.INCIDENT, filter -> filter.text));
    }

    /** A page of the incidents for which an actor is blamed or blames somebody. */
    IncidentPage naming(String actor, IncidentFilter filter, IncidentPage.Order order, PageRequest request) {
        return page(BY_ACTOR.path(), actor, filter, order, request);
    }

    /** A page of the incidents with a day within a round, or tied to it. */
    IncidentPage during(String round, IncidentFilter filter, IncidentPage.Order order, PageRequest request) {
        return page(DURING_ROUND, round, filter, order, request);
    }

    /** A page of the incidents between the round before a round and that round. */
    IncidentPage before(String round, IncidentFilter filter, IncidentPage.Order order, PageRequest request) {
        return page(BEFORE_ROUND, round, filter, order, request);
    }

    /** A page of those at a place. */
    IncidentPage at(String place, IncidentFilter filter, IncidentPage.Order order, PageRequest request) {
        return page(AT_PLACE, place, filter, order, request);
    }

    /** The incidents that match a filter, counted by these dimensions. */
    List<IncidentCount> counted(List<IncidentDimension> by, IncidentFilter filter) {
        return counts(filter, by.stream().map(IncidentDimension::dimension).toList()).stream()
                .map(group -> new IncidentCount(by, group))
                .toList();
    }
}
