package org.parley.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.issue.Issue;
import org.parley.issue.Issues;
import org.parley.issue.Position;
import org.parley.issue.Positions;
import org.parley.round.Round;
import org.parley.statement.Statement;
import org.parley.statement.Statements;
import org.parley.store.Sql;

/** Reads what belongs to a round. Each method takes a few statements, however much there is. Thread-safe. */
@ApplicationScoped
class Briefings {
    /** The most records of a list. */
    private static final int MOST = 100;

    private static final String FIRST = " fetch first " + MOST + " rows only";

    // Queries for the ids of what belongs to a round; each has its id as the only parameter.
    private static final String ROUND_ITSELF = "select id from round where id = ?";
    private static final String STATEMENTS =
            "select id from statement where round_id = ? order by oldest_first, id" + FIRST;
    private static final String AGREEMENTS =
            "select id from agreement where round_id = ? order by oldest_first, id" + FIRST;
    private static final String OUTCOMES = "select id from outcome where round_id = ?";
    private static final String SESSIONS = "select id from session where round_id = ?";

    private final Statements statements;
    private final Actors actors;
    private final Issues issues;
    private final Positions positions;

    Briefings(Statements statements, Actors actors, Issues issues, Positions positions) {
        this.statements = statements;
        this.actors = actors;
        this.issues = issues;
        this.positions = positions;
    }

    /** What was said, by side and issue: the parties of the negotiation first, then the others by name. */
    List<BriefingSide> said(Round round) {
        List<Statement> said = statements.byIds(statementIds(round));
        List<String> ids = said.stream().map(Statement::getId).toList();
        Map<String, List<String>> speakers = links(
                "select statement_id, actor_id from statement_speaker where statement_id = any(?) order by ordinal",
                ids);
        Map<String, List<String>> onIssues = links(
                "select statement_id, issue_id from statement_issue where statement_id = any(?) order by ordinal", ids);
        Map<String, Actor> known = actors(speakers);
        Map<String, Issue> knownIssues = new HashMap<>();
        issues.byIds(onIssues.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(issue -> knownIssues.put(issue.getId(), issue));
        Map<String, Map<String, List<Statement>>> bySide = new LinkedHashMap<>();
        parties(round).forEach(party -> bySide.put(party, new LinkedHashMap<>()));
        for (Statement statement : said) {
            String side = known.get(speakers.get(statement.getId()).get(0)).sideOrSelf();
            Map<String, List<Statement>> ofSide = bySide.computeIfAbsent(side, key -> new LinkedHashMap<>());
            for (String issue : onIssues.getOrDefault(statement.getId(), List.of(""))) {
                ofSide.computeIfAbsent(issue, key -> new ArrayList<>()).add(statement);
            }
        }
        return bySide.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new BriefingSide(known.get(each.getKey()), issues(each.getValue(), knownIssues)))
                .toList();
    }

    private static List<BriefingIssue> issues(Map<String, List<Statement>> byIssue, Map<String, Issue> known) {
        return byIssue.entrySet().stream()
                .map(each -> new BriefingIssue(known.get(each.getKey()), each.getValue()))
                .sorted(Comparator.comparing(
                        each -> each.issue() == null ? null : each.issue().name,
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** The speakers and the sides that they are on. */
    private Map<String, Actor> actors(Map<String, List<String>> speakers) {
        Map<String, Actor> known = new HashMap<>();
        actors.byIds(speakers.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(actor -> known.put(actor.getId(), actor));
        List<String> sides = known.values().stream()
                .map(Actor::sideOrSelf)
                .filter(id -> !known.containsKey(id))
                .distinct()
                .toList();
        actors.byIds(sides).forEach(actor -> known.put(actor.getId(), actor));
        return known;
    }

    private static List<String> parties(Round round) {
        return ids(
                "select n.actor_id from negotiation_role n join round r on r.negotiation_id = n.negotiation_id"
                        + " where r.id = ? and n.role = 'PARTY' order by n.ordinal",
                round);
    }

    private static List<String> statementIds(Round round) {
        return ids(STATEMENTS, round);
    }

    List<String> agreements(Round round) {
        return ids(AGREEMENTS, round);
    }

    /** The incidents with a day within the round, or tied to it. */
    List<String> incidents(Round round) {
        return incidents(round, "DURING");
    }

    List<String> incidentsSincePrevious(Round round) {
        return incidents(round, "BEFORE");
    }

    private static List<String> incidents(Round round, String relation) {
        return ids(incidentsOf(relation), round);
    }

    private static String incidentsOf(String relation) {
        return "select incident_id from incident_round where round_id = ? and relation = '" + relation
                + "' order by oldest_first, incident_id" + FIRST;
    }

    /** The disagreements about the round, or about what was said, agreed on or came of it, or happened in it. */
    List<String> disagreements(Round round) {
        List<String> about = List.of(ROUND_ITSELF, STATEMENTS, AGREEMENTS, incidentsOf("DURING"), OUTCOMES, SESSIONS);
        return Sql.bind(
                        about.stream()
                                .collect(Collectors.joining(
                                        ") union all (",
                                        "select distinct d.disagreement_id from ((",
                                        ")) o(id) join disagreement_about d on d.record_id = o.id order by 1" + FIRST)),
                        Collections.nCopies(about.size(), round.getId()),
                        String.class)
                .getResultList();
    }

    /** The positions that were taken in the round, and in no earlier round of the same negotiation. */
    List<Position> newPositions(Round round) {
        Set<String> said = new HashSet<>(statementIds(round));
        List<Position> taken = positions
                .byIds(ids(
                        "select p.id from position_taken p where p.issue_id in (select i.issue_id from statement s"
                                + " join statement_issue i on i.statement_id = s.id where s.round_id = ?) order by p.id",
                        round))
                .stream()
                .filter(position -> position.statementIds().stream().anyMatch(said::contains))
                .toList();
        Set<String> before = new HashSet<>(Sql.bind(
                        "select s.id from unnest(?) as o(id) join statement s on s.id = o.id"
                                + " join round r on r.id = s.round_id join round t on t.id = ?"
                                + " where r.negotiation_id = t.negotiation_id and r.ordinal < t.ordinal",
                        List.of(
                                taken.stream()
                                        .flatMap(position -> position.statementIds().stream())
                                        .distinct()
                                        .toList(),
                                round.getId()),
                        String.class)
                .getResultList());
        return taken.stream()
                .filter(position -> position.statementIds().stream().noneMatch(before::contains))
                .limit(MOST)
                .toList();
    }

    private static List<String> ids(String sql, Round round) {
        return Sql.bind(sql, List.of(round.getId()), String.class).getResultList();
    }

    private static Map<String, List<String>> links(String sql, List<String> ids) {
        Map<String, List<String>> links = new HashMap<>();
        Sql.read(sql, List.of(ids), row -> links.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                .add(row.getString(2)));
        return links;
    }
}
