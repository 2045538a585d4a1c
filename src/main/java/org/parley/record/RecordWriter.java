package org.parley.record;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.parley.graph.Node;
import org.parley.lists.LinkTable;

/** Writes the content of rows and the rows derived from it to the database, in the caller's transaction. */
@Singleton
class RecordWriter {
    private static final int BATCH = 500;

    private final StatelessSession session;
    private final List<RecordRows> kinds;
    private final List<Derivation> derivations;

    RecordWriter(StatelessSession session, @All List<RecordRows> kinds, @All List<Derivation> derivations) {
        this.session = session;
        this.kinds = RecordRows.ordered(kinds);
        this.derivations = derivations;
    }

    /** All kinds, every kind after those that its rows refer to. */
    List<RecordRows> kinds() {
        return kinds;
    }

    /**
     * Replaces the records of the previous seed by these rows. Records that were not loaded from a seed stay.
     *
     * @param finder reads the record with a type and an id from the database
     */
    void replace(RecordLoad load, BiFunction<Class<?>, String, Object> finder) {
        session.doWork(connection -> {
            OwnRecords own = OwnRecords.read(connection, kinds, finder);
            clear(connection);
            insertRecords(connection, load.entries.values(), load, true);
            own.restore(connection, "record");
            writeRows(connection, load, Set.of(), table -> own.restore(connection, table));
            insertShared(connection, load);
            for (String table : OwnRecords.SHARED_TABLES) {
                own.restore(connection, table);
            }
            for (Derivation derivation : derivations) {
                derivation.derive(connection);
            }
        });
    }

    /**
     * Changes some records, which no longer count as loaded from the seed afterwards. The caller has checked the rows' rules, and that
     * nothing refers to a deleted record.
     *
     * @param ids  ids of the records that are added, changed or deleted, without the ids of their parts
     * @param load the content of the added and changed records
     */
    void change(Collection<String> ids, RecordLoad load) {
        session.doWork(connection -> {
            Set<String> old = withParts(connection, ids);
            Set<String> before = withDependents(connection, old);
            forget(connection, before);
            deleteParts(connection, ids);
            for (String table : OwnRecords.SHARED_TABLES) {
                ById.update(
                        connection, "delete from " + table + " where " + OwnRecords.record(table) + " = any(?)", old);
            }
            Set<String> staying =
                    ById.texts(connection, "select id from record where id = any(?)", load.entries.keySet());
            Map<Boolean, List<RecordLoad.Entry>> entries = load.entries.values().stream()
                    .collect(Collectors.partitioningBy(entry -> staying.contains(entry.id())));
            insertRecords(connection, entries.get(false), load, false);
            updateRecords(connection, entries.get(true));
            writeRows(connection, load, staying, table -> {});
            insertShared(connection, load);
            old.removeAll(load.entries.keySet());
            deleteRecords(connection, old);
            Set<String> all = withDependents(connection, load.entries.keySet());
            all.removeAll(before);
            forget(connection, all);
            all.addAll(before);
            for (Derivation derivation : derivations) {
                derivation.derive(connection, all);
            }
        });
    }

    /** These ids and the ids of the records' parts, such as a round's sessions. */
    private Set<String> withParts(Connection connection, Collection<String> ids) throws SQLException {
        Set<String> all = new LinkedHashSet<>(ids);
        for (RecordRows kind : kinds) {
            for (RecordRows.Table table : kind.partTables()) {
                all.addAll(ById.texts(
                        connection, "select id from " + table.name() + " where " + table.owner() + " = any(?)", ids));
            }
        }
        return all;
    }

    private Set<String> withDependents(Connection connection, Collection<String> ids) throws SQLException {
        Set<String> all = new LinkedHashSet<>(ids);
        for (Derivation derivation : derivations) {
            all.addAll(derivation.dependents(connection, ids));
        }
        return all;
    }

    private void forget(Connection connection, Collection<String> ids) throws SQLException {
        for (Derivation derivation : derivations) {
            derivation.forget(connection, ids);
        }
    }

    /** Empties all tables, each before the tables that it refers to. */
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

    private static void insertRecords(
            Connection connection, Collection<RecordLoad.Entry> entries, RecordLoad load, boolean fromSeed)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into record (id, kind, oldest_first, newest_first, sources, origins, from_seed) values (?, ?, ?, ?, ?, ?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (RecordLoad.Entry entry : entries) {
                Set<String> sources = load.citations.getOrDefault(entry.id(), List.of()).stream()
                        .map(RecordLoad.Cite::source)
                        .collect(Collectors.toSet());
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

    private static void updateRecords(Connection connection, Collection<RecordLoad.Entry> entries) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update record set oldest_first = ?, newest_first = ?, from_seed = false where id = ?")) {
            Inserts rows = new Inserts(update);
            for (RecordLoad.Entry entry : entries) {
                rows.add(entry.oldestFirst(), entry.newestFirst(), entry.id());
            }
            rows.flush();
        }
    }

    /** Called when the rows of a table are inserted. */
    private interface Then {
        void of(String table) throws SQLException;
    }

    /**
     * Writes the rows table by table, since a row must be inserted after those that it refers to.
     *
     * @param staying ids of records that have a row in their kind's main table already, which is updated
     */
    private void writeRows(Connection connection, RecordLoad load, Set<String> staying, Then then) throws SQLException {
        Map<String, List<Object>> byTable = new HashMap<>();
        SessionFactoryImplementor hibernate = session.getFactory().unwrap(SessionFactoryImplementor.class);
        Map<Class<?>, List<Object>> byType = new HashMap<>();
        load.rows.forEach(row -> byType.computeIfAbsent(row.getClass(), type -> new ArrayList<>())
                .add(row));
        byType.forEach((type, rows) -> byTable.put(RowUpdate.table(hibernate, type), rows));
        Map<String, LinkTable> links =
                load.links.keySet().stream().collect(Collectors.toMap(LinkTable::name, Function.identity()));
        session.setJdbcBatchSize(BATCH);
        RowUpdate updates = new RowUpdate(hibernate);
        for (RecordRows kind : kinds) {
            for (RecordRows.Table table : kind.tables()) {
                List<Object> rows = byTable.getOrDefault(table.name(), List.of());
                byTable.remove(table.name());
                Map<Boolean, List<Object>> written = rows.stream()
                        .collect(Collectors.partitioningBy(
                                row -> table.equals(kind.mainTable()) && staying.contains(((Node) row).getId())));
                session.insertMultiple(written.get(false));
                updates.update(connection, written.get(true));
                insertLinks(connection, links.remove(table.name()), load);
                then.of(table.name());
            }
        }
        if (!byTable.isEmpty() || !links.isEmpty()) {
            throw new IllegalStateException(
                    "No kind of record has the tables " + byTable.keySet() + " and " + links.keySet());
        }
    }

    /** @param table null if the load has no links for it */
    private static void insertLinks(Connection connection, LinkTable table, RecordLoad load) throws SQLException {
        if (table == null) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            Inserts rows = new Inserts(insert);
            for (Object[] row : load.links.get(table)) {
                rows.add(row);
            }
            rows.flush();
        }
    }

    private void deleteParts(Connection connection, Collection<String> ids) throws SQLException {
        for (RecordRows kind : kinds) {
            for (RecordRows.Table table : kind.tables()) {
                if (!table.equals(kind.mainTable())) {
                    ById.update(
                            connection, "delete from " + table.name() + " where " + table.owner() + " = any(?)", ids);
                }
            }
        }
    }

    /** Deletes records, whose parts are deleted already. */
    private void deleteRecords(Connection connection, Collection<String> ids) throws SQLException {
        List<RecordRows> reversed = new ArrayList<>(kinds);
        Collections.reverse(reversed);
        for (RecordRows kind : reversed) {
            ById.update(connection, "delete from " + kind.mainTable().name() + " where id = any(?)", ids);
        }
        ById.update(connection, "delete from record where id = any(?)", ids);
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

    /** @param sql its parameters are the record's id, the position in its list, counted from 1, and the values that the reader returns */
    private static <T> void insertLists(
            Connection connection, String sql, Map<String, List<T>> lists, Function<T, Object[]> reader)
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
