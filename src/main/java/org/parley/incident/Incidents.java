package org.parley.incident;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.FilterContext;
import org.parley.lists.FilterContexts;
import org.parley.lists.ListQuery;
import org.parley.lists.ListSource;
import org.parley.lists.PageRequest;
import org.parley.lists.Pages;
import org.parley.lists.Path;
import org.parley.lists.Ranking;
import org.parley.lists.RecordRepository;
import org.parley.lists.Sought;
import org.parley.lists.Words;

/** Every query about incidents. */
@ApplicationScoped
public class Incidents implements RecordRepository<Incident> {
    private static final Path ALL = Path.all("incident");
    private static final Path BY_ACTOR = Path.link("incident_actor", "incident_id", "actor_id");
    private static final Path DURING_ROUND = ofRound(IncidentRound.DURING);
    private static final Path BEFORE_ROUND = ofRound(IncidentRound.BEFORE);

    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Incident> listing =
            new ListSource<>("incident", "incident", this::byIds, Incident::getId, Incident::sortKey);

    Incidents(Pages pages, FilterContexts scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.INCIDENT;
    }

    @Override
    public Class<Incident> type() {
        return Incident.class;
    }

    /** A page of all incidents. */
    IncidentPage page(IncidentFilter filter, IncidentOrder order, PageRequest request) {
        FilterContext scope = scopes.open();
        IncidentFilter plain = filter == null ? new IncidentFilter() : filter;
        if (plain.actor != null && plain.actor.size() == 1) {
            plain.ledBy = "actor";
            return page(
                    BY_ACTOR, scope.ids("actor", RecordKind.ACTOR, plain.actor).get(0), plain, order, request, scope);
        }
        Sought.Term leading =
                plain.text == null ? null : scope.sought(plain.text).leading();
        if (leading != null) {
            plain.ledBy = "text";
            return page(Words.path(RecordKind.INCIDENT), leading.filtered().get(0), plain, order, request, scope);
        }
        return page(ALL, null, plain, order, request, scope);
    }

    /** A page of the incidents for which an actor is blamed or blames somebody. */
    IncidentPage naming(String actor, IncidentFilter filter, IncidentOrder order, PageRequest request) {
        return page(BY_ACTOR, actor, filter, order, request, scopes.open());
    }

    /** A page of the incidents with a day within a round, or tied to it. */
    IncidentPage during(String round, IncidentFilter filter, IncidentOrder order, PageRequest request) {
        return page(DURING_ROUND, round, filter, order, request, scopes.open());
    }

    /** A page of the incidents between the round before a round and that round. */
    IncidentPage before(String round, IncidentFilter filter, IncidentOrder order, PageRequest request) {
        return page(BEFORE_ROUND, round, filter, order, request, scopes.open());
    }

    private IncidentPage page(
            Path path,
            String owner,
            IncidentFilter filter,
            IncidentOrder order,
            PageRequest request,
            FilterContext scope) {
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        boolean worded = filter != null && filter.text != null;
        return new IncidentPage(new ListQuery<>(
                pages,
                listing,
                path,
                owner,
                condition,
                order == null ? IncidentOrder.DATE_ASC : order,
                worded ? new Ranking(scope.sought(filter.text)) : null,
                request));
    }

    private static Path ofRound(String relation) {
        return Path.link("incident_round", "incident_id", "round_id", new Path.Fixed("relation", relation));
    }
}
