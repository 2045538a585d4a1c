package org.parley.pages;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.graph.RecordKind;
import org.parley.round.NegotiationRoleKind;

/**
 * What the pages show of the record.
 *
 * @param negotiations the first {@value #SHOWN}, by title
 * @param rounds       the first {@value #SHOWN}, by date
 * @param counts       the number of records of each kind; a kind without records has no entry
 * @param dated        how many of them are dated: have a day on which they happened, were said, claimed or published; a kind without one
 *                     has no entry
 * @param days         the first and the last of those days
 * @param origins      the number of origins of the sources: two copies of one wire story have one origin
 */
record Contents(
        List<Talks> negotiations,
        List<Meeting> rounds,
        Map<RecordKind, Integer> counts,
        Map<RecordKind, Integer> dated,
        Map<RecordKind, Span> days,
        int origins,
        List<Question> questions) {
    /** The most negotiations or rounds that a page lists; more would push the rest of the page out of sight. */
    private static final int SHOWN = 20;

    /** A negotiation, with the names of the actors in each role. */
    record Talks(String title, String summary, Map<NegotiationRoleKind, List<String>> roles) {}

    /** A round. */
    record Meeting(String title, Span days) {}

    static Contents of(Connection connection) throws SQLException {
        int[] origins = new int[1];
        Map<RecordKind, Integer> dated = new HashMap<>();
        Map<RecordKind, Span> days = new HashMap<>();
        each(connection, "select count(distinct origin) from source", row -> origins[0] = row.getInt(1));
        each(
                connection,
                """
                select 'STATEMENT' as kind, min(said_on) as begins, max(said_on) as ends, count(said_on) as dated from statement
                union all select 'INCIDENT', min(start_date), max(coalesce(end_date, start_date)), count(start_date) from incident
                union all select 'ROUND', min(start_date), max(coalesce(end_date, start_date)), count(start_date) from round
                union all select 'FIGURE', min(claimed_on), max(claimed_on), count(claimed_on) from figure
                union all select 'SOURCE', min(published_on), max(published_on), count(published_on) from source""",
                row -> {
                    if (row.getInt("dated") > 0) {
                        dated.put(RecordKind.named(row.getString(1)), row.getInt("dated"));
                        days.put(RecordKind.named(row.getString(1)), Span.of(row, "begins", "ends"));
                    }
                });
        return new Contents(
                negotiations(connection),
                rounds(connection),
                counts(connection),
                dated,
                days,
                origins[0],
                Questions.of(connection));
    }

    int count(RecordKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    private static List<Talks> negotiations(Connection connection) throws SQLException {
        Map<String, Talks> talks = new LinkedHashMap<>();
        each(
                connection,
                "select id, title, summary from negotiation order by name_key, id fetch first " + SHOWN + " rows only",
                row -> talks.put(
                        row.getString(1),
                        new Talks(row.getString(2), row.getString(3), new EnumMap<>(NegotiationRoleKind.class))));
        each(
                connection,
                """
                select r.negotiation_id, r.role, a.name
                from negotiation_role r join actor a on a.id = r.actor_id
                order by r.negotiation_id, r.ordinal""",
                row -> {
                    Talks of = talks.get(row.getString(1));
                    if (of != null) {
                        of.roles()
                                .computeIfAbsent(
                                        NegotiationRoleKind.valueOf(row.getString(2)), role -> new ArrayList<>())
                                .add(row.getString(3));
                    }
                });
        return List.copyOf(talks.values());
    }

    private static List<Meeting> rounds(Connection connection) throws SQLException {
        List<Meeting> rounds = new ArrayList<>();
        each(
                connection,
                "select title, start_date, end_date from round order by oldest_first, id fetch first " + SHOWN
                        + " rows only",
                row -> rounds.add(new Meeting(row.getString(1), Span.of(row, "start_date", "end_date"))));
        return rounds;
    }

    private static Map<RecordKind, Integer> counts(Connection connection) throws SQLException {
        Map<RecordKind, Integer> counts = new HashMap<>();
        each(
                connection,
                "select kind, count(*) from record group by kind",
                row -> counts.put(RecordKind.named(row.getString(1)), row.getInt(2)));
        return Collections.unmodifiableMap(counts);
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Row reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
