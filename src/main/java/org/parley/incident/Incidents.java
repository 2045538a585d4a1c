package org.parley.incident;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.Catalogue;
import org.parley.graph.Condition;
import org.parley.graph.Listing;
import org.parley.graph.Page;
import org.parley.graph.PageRequest;
import org.parley.graph.Pages;
import org.parley.graph.Path;
import org.parley.graph.Ranking;
import org.parley.graph.RecordKind;
import org.parley.graph.Scope;
import org.parley.graph.Scopes;
import org.parley.graph.Words;

/** Every query about incidents. */
@ApplicationScoped
public class Incidents implements Catalogue<Incident> {
    private static final Path ALL = Path.all("incident");
    private static final Path BY_ACTOR = Path.link("incident_actor", "incident_id", "actor_id");
    private static final Path DURING_ROUND = ofRound(IncidentRound.DURING);
    private static final Path BEFORE_ROUND = ofRound(IncidentRound.BEFORE);

    private final Pages pages;
    private final Scopes scopes;
    private final Listing<Incident> listing =
            new Listing<>("incident", "incident", this::byIds, Incident::getId, Incident::sortKey);

    Incidents(Pages pages, Scopes scopes) {
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
        Scope scope = scopes.open();
        IncidentFilter plain = filter == null ? new IncidentFilter() : filter;
        if (plain.actor != null && plain.actor.size() == 1) {
            plain.ledBy = "actor";
            return page(
                    BY_ACTOR, scope.ids("actor", RecordKind.ACTOR, plain.actor).get(0), plain, order, request, scope);
        }
        if (plain.text != null) {
            plain.ledBy = "text";
            String word = scope.tokens("text", plain.text).get(0);
            return page(Words.path(RecordKind.INCIDENT), word, plain, order, request, scope);
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
            Path path, String owner, IncidentFilter filter, IncidentOrder order, PageRequest request, Scope scope) {
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        boolean worded = filter != null && filter.text != null;
        return new IncidentPage(new Page.Slice<>(
                pages,
                listing,
                path,
                owner,
                condition,
                order == null ? IncidentOrder.DATE_ASC : order,
                worded ? new Ranking(scope.tokens("text", filter.text)) : null,
                request));
    }

    private static Path ofRound(String relation) {
        return Path.link("incident_round", "incident_id", "round_id", new Path.Fixed("relation", relation));
    }
}
