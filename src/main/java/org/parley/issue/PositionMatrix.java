package org.parley.issue;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.graph.RecordKind;
import org.parley.lists.FilterContext;
import org.parley.lists.FilterContexts;
import org.parley.lists.Rows;
import org.parley.store.Sql;

/**
 * What each side wants on each issue of a negotiation; at most seven statements, however large the negotiation is.
 *
 * <p>The negotiation's parties and issues are read as ids, since negotiations know issues and not the reverse.
 */
@ApplicationScoped
public class PositionMatrix {
    private final FilterContexts scopes;
    private final Issues issues;
    private final Rows rows;
    private final Actors actors;

    PositionMatrix(FilterContexts scopes, Issues issues, Rows rows, Actors actors) {
        this.scopes = scopes;
        this.issues = issues;
        this.rows = rows;
        this.actors = actors;
    }

    /**
     * One row for each issue, those without a position too.
     *
     * @throws org.parley.graph.UnknownId if there is no such negotiation
     */
    public List<PositionRow> of(String slugOrId) {
        FilterContext scope = scopes.open();
        String negotiation = scope.ids("negotiation", RecordKind.NEGOTIATION, List.of(slugOrId))
                .get(0);
        scope.check();
        List<String> parties = ids(
                "select actor_id from negotiation_role where negotiation_id = ? and role = 'PARTY' order by ordinal",
                negotiation);
        List<Issue> negotiated = issues.byIds(
                ids("select issue_id from negotiation_issue where negotiation_id = ? order by ordinal", negotiation));
        List<Position> taken = rows.naming(Position.class, negotiated, "issueId", "id").stream()
                .flatMap(List::stream)
                .toList();
        Map<String, String> sideOf =
                actors
                        .byIds(taken.stream()
                                .map(position -> position.actorId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Actor::getId, PositionMatrix::side));
        List<Actor> sides = sides(parties, sideOf.values());
        Map<String, Map<String, List<Position>>> bySideAndIssue = taken.stream()
                .collect(
                        groupingBy(position -> sideOf.get(position.actorId), groupingBy(position -> position.issueId)));
        return negotiated.stream()
                .map(issue -> new PositionRow(
                        issue,
                        sides.stream()
                                .map(side -> new PositionCell(
                                        side,
                                        bySideAndIssue
                                                .getOrDefault(side.getId(), Map.of())
                                                .getOrDefault(issue.getId(), List.of())))
                                .toList()))
                .toList();
    }

    /** The parties in their order, then the other sides by name. */
    private List<Actor> sides(List<String> parties, Iterable<String> others) {
        Set<String> all = new LinkedHashSet<>(parties);
        others.forEach(all::add);
        Map<String, Actor> found =
                actors.byIds(List.copyOf(all)).stream().collect(Collectors.toMap(Actor::getId, Function.identity()));
        return all.stream()
                .map(found::get)
                .sorted(Comparator.<Actor>comparingInt(
                                side -> parties.contains(side.getId()) ? parties.indexOf(side.getId()) : parties.size())
                        .thenComparing(side -> side.nameKey())
                        .thenComparing(Actor::getId))
                .toList();
    }

    private static String side(Actor holder) {
        return holder.partyId() == null ? holder.getId() : holder.partyId();
    }

    private List<String> ids(String sql, String negotiation) {
        return Sql.bind(sql, List.of(negotiation), String.class).getResultList();
    }
}
