package org.parley.issue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.lists.FilterContext;
import org.parley.lists.FilterContexts;
import org.parley.lists.Rows;
import org.parley.store.Sql;

/**
 * What each side wants on each issue of a negotiation; at most seven statements, however many and large the negotiations are.
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
        List<String> negotiation = scope.ids("negotiation", RecordKind.NEGOTIATION, List.of(slugOrId));
        scope.check();
        return of(negotiation).get(0);
    }

    /** The rows of several negotiations, in their order. */
    public List<List<PositionRow>> of(List<String> negotiations) {
        Map<String, List<String>> parties =
                idsByNegotiation("actor_id from negotiation_role", " and role = 'PARTY'", negotiations);
        Map<String, List<String>> negotiated = idsByNegotiation("issue_id from negotiation_issue", "", negotiations);
        Map<String, Issue> byId = byId(issues.byIds(distinct(negotiated.values())));
        List<Issue> all = List.copyOf(byId.values());
        List<List<Position>> taken = rows.naming(Position.class, all, "issueId", "id");
        Map<String, List<Position>> byIssue = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byIssue.put(all.get(i).getId(), taken.get(i));
        }
        Map<String, String> sideOf = actors
                .byIds(taken.stream()
                        .flatMap(List::stream)
                        .map(position -> position.actorId)
                        .distinct()
                        .toList())
                .stream()
                .collect(toMap(Actor::getId, PositionMatrix::side));
        Set<String> known = new LinkedHashSet<>(distinct(parties.values()));
        known.addAll(sideOf.values());
        Map<String, Actor> sides = byId(actors.byIds(List.copyOf(known)));
        return negotiations.stream()
                .map(id -> rows(
                        parties.getOrDefault(id, List.of()),
                        negotiated.getOrDefault(id, List.of()).stream()
                                .map(byId::get)
                                .toList(),
                        byIssue,
                        sideOf,
                        sides))
                .toList();
    }

    private static List<PositionRow> rows(
            List<String> parties,
            List<Issue> negotiated,
            Map<String, List<Position>> byIssue,
            Map<String, String> sideOf,
            Map<String, Actor> known) {
        Set<String> ids = new LinkedHashSet<>(parties);
        negotiated.forEach(
                issue -> byIssue.get(issue.getId()).forEach(position -> ids.add(sideOf.get(position.actorId))));
        // The parties in their order, then the other sides by name.
        List<Actor> sides = ids.stream()
                .map(known::get)
                .sorted(Comparator.<Actor>comparingInt(
                                side -> parties.contains(side.getId()) ? parties.indexOf(side.getId()) : parties.size())
                        .thenComparing(side -> side.nameKey())
                        .thenComparing(Actor::getId))
                .toList();
        return negotiated.stream()
                .map(issue -> {
                    Map<String, List<Position>> bySide = byIssue.get(issue.getId()).stream()
                            .collect(groupingBy(position -> sideOf.get(position.actorId)));
                    return new PositionRow(
                            issue,
                            sides.stream()
                                    .map(side -> new PositionCell(side, bySide.getOrDefault(side.getId(), List.of())))
                                    .toList());
                })
                .toList();
    }

    private static String side(Actor holder) {
        return holder.partyId() == null ? holder.getId() : holder.partyId();
    }

    private static <T extends Node> Map<String, T> byId(List<T> records) {
        return records.stream()
                .collect(toMap(Node::getId, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private static List<String> distinct(Collection<List<String>> ids) {
        return ids.stream().flatMap(List::stream).distinct().toList();
    }

    private static Map<String, List<String>> idsByNegotiation(
            String column, String condition, List<String> negotiations) {
        Map<String, List<String>> ids = new HashMap<>();
        Sql.read(
                "select negotiation_id, " + column + " where negotiation_id = any(?)" + condition
                        + " order by negotiation_id, ordinal",
                List.of(negotiations),
                row -> ids.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(row.getString(2)));
        return ids;
    }
}
