package org.parley.record;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Brings what rows add up to into the database, and what follows from it, in the caller's transaction. */
@Singleton
class RecordWriter {
    /**
     * Of a row of {@code citation}, the record that it is of: what stands before the second stroke of {@code record_id}, which may be
     * the id of a part.
     */
    static final String CITING_RECORD =
            "(case when position('/' in substring(record_id from position('/' in record_id) + 1)) = 0 then record_id"
                    + " else substring(record_id from 1 for position('/' in record_id)"
                    + " + position('/' in substring(record_id from position('/' in record_id) + 1)) - 1) end)";

    private static final int BATCH = 500;

    private final StatelessSession session;
    private final List<RecordRows> kinds;
    private final List<Derivation> derivations;

    RecordWriter(StatelessSession session, @All List<RecordRows> kinds, @All List<Derivation> derivations) {
        this.session = session;
        this.kinds = RecordRows.ordered(kinds);
        this.derivations = derivations;
    }

    /**
     * Puts the rows in the place of those of the seed that was loaded before; the records that no seed brought stay.
     *
     * @param finder reads the record of a type and an id from the database
     */
    void replace(RecordLoad load, BiFunction<Class<?>, String, Object> finder) {
        session.doWork(connection -> {
            OwnRecords own = OwnRecords.read(connection, kinds, finder);
            clear(connection);
            insertRecords(connection, load, true);
            own.restore(connection, "record");
            insertRows(connection, load, own);
            insertShared(connection, load);
            for (String table : OwnRecords.SHARED_TABLES) {
                own.restore(connection, table);
            }
            for (Derivation derivation : derivations) {
                derivation.derive(connection);
            }
        });
    }

    /** From the tables that refer to those that are referred to. */
    private void clear(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>(List.of("record"));
        kinds.forEach(kind -> kind.tables().forEach(table -> all.add(table.name())));
        all.addAll(OwnRecords.SHARED_TABLES);
        derivations.forEach(derivation -> all.addAll(derivation.tables()));
        all.add("seed_load");
        Collections.reverse(all);
        try (Statement statement = connection.createStatement()) {
            for (String table : all) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }

    private static void insertRecords(Connection connection, RecordLoad load, boolean fromSeed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into record (id, kind, oldest_first, newest_first, sources, origins, from_seed) values (?, ?, ?, ?, ?, ?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (RecordLoad.Entry entry : load.entries.values()) {
                Set<String> sources = load.citations.getOrDefault(entry.id(), List.of()).stream()
                        .map(RecordLoad.Cite::source)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                long origins = sources.stream()
                        .map(load.originBySource::get)
                        .distinct()
                        .count();
                rows.add(
                        entry.id(),
                        entry.kind().name(),
                        entry.oldestFirst(),
                        entry.newestFirst(),
                        sources.size(),
                        (int) origins,
                        fromSeed);
            }
            rows.flush();
        }
    }

    /** Table by table, as each row must come after those that it refers to. */
    private void insertRows(Connection connection, RecordLoad load, OwnRecords own) throws SQLException {
        Map<String, List<Object>> byTable = new HashMap<>();
        load.rows.forEach(row -> byTable.computeIfAbsent(table(row.getClass()), t -> new ArrayList<>())
                .add(row));
        session.setJdbcBatchSize(BATCH);
        for (RecordRows kind : kinds) {
            for (RecordRows.Table table : kind.tables()) {
                List<Object> rows = byTable.remove(table.name());
                if (rows != null) {
                    session.insertMultiple(rows);
                }
                own.restore(connection, table.name());
            }
        }
        if (!byTable.isEmpty()) {
            throw new IllegalStateException("No kind of record has the tables " + byTable.keySet());
        }
    }

    private static String table(Class<?> entity) {
        Table table = entity.getAnnotation(Table.class);
        return table == null ? entity.getSimpleName().toLowerCase(Locale.ROOT) : table.name();
    }

    private static void insertShared(Connection connection, RecordLoad load) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into span (record_id, kind, latest, oldest_first) values (?, ?, ?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (RecordLoad.Entry entry : load.entries.values()) {
                if (entry.latest() != null) {
                    rows.add(entry.id(), entry.kind().name(), entry.latest(), entry.oldestFirst());
                }
            }
            rows.flush();
        }
        insertLists(
                connection,
                "insert into citation (record_id, ordinal, source_id, locator, note) values (?, ?, ?, ?, ?)",
                load.citations,
                cite -> new Object[] {cite.source(), cite.locator(), cite.note()});
        insertLists(
                connection,
                "insert into passage (record_id, ordinal, weight, text) values (?, ?, ?, ?)",
                load.passages,
                passage -> new Object[] {passage.weight(), passage.text()});
        insertLists(
                connection,
                "insert into spelling (record_id, ordinal, token, other) values (?, ?, ?, ?)",
                load.spellings,
                spelled -> new Object[] {spelled.token(), spelled.other()});
    }

    /** @param sql takes the record's id, the place in its list, counted from 1, and what the reader tells */
    private static <T> void insertLists(
            Connection connection,
            String sql,
            Map<String, List<T>> lists,
            java.util.function.Function<T, Object[]> reader)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            Inserts rows = new Inserts(insert);
            for (Map.Entry<String, List<T>> list : lists.entrySet()) {
                int ordinal = 0;
                for (T each : list.getValue()) {
                    Object[] values = reader.apply(each);
                    Object[] row = new Object[values.length + 2];
                    row[0] = list.getKey();
                    row[1] = ++ordinal;
                    System.arraycopy(values, 0, row, 2, values.length);
                    rows.add(row);
                }
            }
            rows.flush();
        }
    }
}
