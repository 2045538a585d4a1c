package org.parley.record;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Derives which records a source supports, how many of each kind, and the numbers of sources and origins that support each record.
 */
@Singleton
@Priority(100)
class CitedFacts implements Derivation {
    private static final String FACTS =
            """
            insert into fact (source_id, record_id, kind, oldest_first, origins)
            select distinct c.source_id, r.id, r.kind, r.oldest_first, r.origins
            from record r join citation c on c.record_id = r.id where r.id = any(?)""";

    private static final String COUNTS =
            """
            update record set
              sources = (select count(distinct c.source_id) from citation c where c.record_id = record.id),
              origins = (select count(distinct s.origin) from citation c join source s on s.id = c.source_id
                where c.record_id = record.id)""";

    @Override
    public List<String> tables() {
        return List.of("fact", "coverage");
    }

    /**
     * The counts of a seed's records are inserted with their rows. Only records that were not loaded from the seed need new counts, since
     * they may cite a source that the seed changes.
     */
    @Override
    public void derive(LoadTarget target) throws SQLException {
        if (ById.isAny(target.connection(), "select 1 from record where not from_seed")) {
            ById.update(target.connection(), COUNTS);
        }
        FactRows.of(target.connection()).insert(target);
    }

    /** A record's number of origins depends on the sources that it cites. */
    @Override
    public Set<String> dependents(Connection connection, Collection<String> ids, RecordLoad load) throws SQLException {
        Map<String, String> origins = new HashMap<>(load.originBySource);
        origins.keySet().retainAll(Set.copyOf(ids));
        Set<String> changed = ById.changed(connection, "select id, origin from source where id = any(?)", origins);
        return ById.texts(
                connection,
                "select distinct c.record_id from citation c join record r on r.id = c.record_id where c.source_id = any(?)",
                changed);
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) throws SQLException {
        Map<Covered, Counts> less = counts(connection, ids);
        ById.update(connection, "delete from fact where record_id = any(?)", ids);
        try (PreparedStatement update = connection.prepareStatement(
                "update coverage set facts = facts - ?, sole = sole - ? where source_id = ? and kind = ?")) {
            add(update, less);
        }
        ById.update(connection, "delete from coverage where source_id = any(?) and facts = 0", sources(less));
    }

    @Override
    public void derive(Connection connection, Collection<String> ids, Set<String> others) throws SQLException {
        ById.update(connection, COUNTS + " where id = any(?)", ids);
        ById.update(connection, FACTS, ids);
        Map<Covered, Counts> more = counts(connection, ids);
        Map<Covered, Counts> known = new LinkedHashMap<>();
        ById.pairs(
                connection,
                "select c.source_id, c.kind from unnest(?) as o(id) join coverage c on c.source_id = o.id",
                sources(more),
                (source, kind) -> {
                    Covered covered = new Covered(source, kind);
                    Counts counts = more.remove(covered);
                    if (counts != null) {
                        known.put(covered, counts);
                    }
                });
        try (PreparedStatement update = connection.prepareStatement(
                "update coverage set facts = facts + ?, sole = sole + ? where source_id = ? and kind = ?")) {
            add(update, known);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into coverage (facts, sole, source_id, kind) values (?, ?, ?, ?)")) {
            add(insert, more);
        }
    }

    private static Set<String> sources(Map<Covered, Counts> counts) {
        return counts.keySet().stream().map(Covered::source).collect(Collectors.toSet());
    }

    private static void add(PreparedStatement statement, Map<Covered, Counts> counts) throws SQLException {
        Inserts rows = new Inserts(statement);
        for (Map.Entry<Covered, Counts> each : counts.entrySet()) {
            rows.add(each.getValue().facts, each.getValue().sole, each.getKey().source, each.getKey().kind);
        }
        rows.flush();
    }

    /** A row of the table coverage. */
    private record Covered(String source, String kind) {}

    private record Counts(int facts, int sole) {}

    /**
     * How many of these records each source supports: they are added to what it covers, or taken away. To count all that it supports
     * again would take the longer, the more that is.
     */
    private static Map<Covered, Counts> counts(Connection connection, Collection<String> ids) throws SQLException {
        Map<Covered, Counts> counts = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select f.source_id, f.kind, count(*), count(case when f.origins = 1 then 1 end)"
                        + " from unnest(?) as o(id) join fact f on f.record_id = o.id group by f.source_id, f.kind")) {
            select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(
                            new Covered(rows.getString(1), rows.getString(2)),
                            new Counts(rows.getInt(3), rows.getInt(4)));
                }
            }
        }
        return counts;
    }
}
