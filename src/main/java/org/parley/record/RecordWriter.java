package org.parley.record;

import io.agroal.api.AgroalDataSource;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.graph.Node;
import org.parley.lists.EntityTable;
import org.parley.store.LateIndexes;

/** Writes the content of rows and the rows derived from it to the database, in the caller's transaction. */
@Singleton
class RecordWriter {
    /**
     * The ids of the parts of records that have citations: they begin with the record's id and a slash. An expression that finds the record's id
     * in each of them would read the whole table.
     */
    private static final String CITING_PARTS = "select distinct c.record_id from unnest(?) as o(id) join citation c"
            + " on c.record_id >= o.id || '/' and c.record_id < o.id || '0'";

    /** Those of these ids that lead to another record. They have no record, but their parts may have citations. */
    private static final String MERGED =
            "select r.record_id from unnest(?) as o(id) join redirect r on r.record_id = o.id";

    private final AgroalDataSource database;
    private final List<RecordRows> kinds;
    private final List<Derivation> derivations;

    /** The SQL that inserts a row, by table. */
    private final Map<String, String> inserts = new ConcurrentHashMap<>();

    RecordWriter(AgroalDataSource database, @All List<RecordRows> kinds, @All List<Derivation> derivations) {
        this.database = database;
        this.kinds = RecordRows.ordered(kinds);
        this.derivations = derivations;
    }

    /** All kinds, every kind after those that its rows refer to. */
    List<RecordRows> kinds() {
        return kinds;
    }

    /** Puts what was read from a row into lists, one for each table. */
    void spool(RecordLoad load, RowSpool spool) {
        insertsOf(load, true, (table, sql, values) -> {
            inserts.putIfAbsent(table, sql);
            spool.add(table, values);
        });
    }

    /**
     * Replaces the records of the previous seed by these rows, and commits nothing. Records that were not loaded from a seed stay.
     *
     * @param own the records that stay
     */
    void replace(RowSpool spool, OwnRecords own, LoadTarget target) throws SQLException {
        target.progress().begins("Deleting the record before", 0, LoadProgress.ROWS);
        clear(target.connection());
        insert(spool, own, target);
        derive(target);
    }

    /**
     * Fills an empty database, which nobody reads before it is complete, with these rows. Commits often, and creates the indexes after the
     * rows.
     *
     * @param own records that were not loaded from a seed
     */
    void fill(RowSpool spool, OwnRecords own, LoadTarget target, LateIndexes indexes) throws SQLException {
        clear(target.connection());
        target.commit();
        indexes.drop(target.connection());
        insert(spool, own, target);
        Set<String> derived =
                derivations.stream().flatMap(each -> each.tables().stream()).collect(Collectors.toSet());
        createIndexes(indexes, table -> !derived.contains(table), target);
        derive(target);
        createIndexes(indexes, derived::contains, target);
        indexes.createKeys(target.connection());
        target.commit();
    }

    /** Fills an empty database in memory with these rows, and commits nothing. */
    void fill(Connection connection, RecordLoad load) throws SQLException {
        Map<String, Pending> all = insertsOf(to -> insertsOf(load, true, to));
        for (String table : baseTables()) {
            insertAll(connection, table, all);
        }
        try (LoadProgress silent = LoadProgress.silent()) {
            derive(new LoadTarget(connection, silent, false));
        }
    }

    private static void createIndexes(LateIndexes indexes, Predicate<String> tables, LoadTarget target)
            throws SQLException {
        target.progress().begins("Creating the indexes", indexes.count(tables), "indexes");
        indexes.create(target.connection(), tables, () -> target.progress().done(1));
    }

    private void derive(LoadTarget target) throws SQLException {
        for (Derivation derivation : derivations) {
            target.progress().begins("Deriving " + String.join(" and ", derivation.tables()), 0, LoadProgress.ROWS);
            derivation.derive(target);
            target.commit();
        }
    }

    private void insert(RowSpool spool, OwnRecords own, LoadTarget target) throws SQLException {
        target.progress().begins("Inserting the rows", spool.size(), LoadProgress.ROWS);
        for (String table : baseTables()) {
            insert(table, spool, target);
            own.restore(target.connection(), table);
            spool.forget(table);
        }
        for (String table : spool.lists()) {
            throw new IllegalStateException("No kind of record has the table " + table);
        }
        target.commit();
    }

    private void insert(String table, RowSpool spool, LoadTarget target) throws SQLException {
        if (spool.size(table) == 0) {
            return;
        }
        try (PreparedStatement insert = target.connection().prepareStatement(inserts.get(table))) {
            Inserts rows = new Inserts(insert, target);
            RowSpool.Reader reader = spool.reader(table);
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            rows.flush();
        }
    }

    /** The tables whose rows are read, each after those that it refers to. */
    private List<String> baseTables() {
        List<String> all = new ArrayList<>(List.of("record"));
        kinds.forEach(kind -> kind.tables().forEach(table -> all.add(table.name())));
        all.addAll(OwnRecords.SHARED_TABLES);
        return all;
    }

    /** Is told each row to insert. */
    private interface Inserted {
        void row(String table, String sql, Object... values);
    }

    private void insertsOf(RecordLoad load, boolean fromSeed, Inserted to) {
        for (RecordLoad.Entry entry : load.entries.values()) {
            insertOf(entry, load, fromSeed, to);
        }
        for (Object entity : load.rows) {
            EntityTable<?> table = EntityTable.of(entity.getClass());
            to.row(table.name(), table.insert(), table.values(entity));
        }
        load.links.forEach((table, rows) -> rows.forEach(row -> to.row(table.name(), table.insert(), row)));
        sharedOf(load, to);
    }

    private static void insertOf(RecordLoad.Entry entry, RecordLoad load, boolean fromSeed, Inserted to) {
        Set<String> sources = load.citations.getOrDefault(entry.id(), List.of()).stream()
                .map(RecordLoad.Cite::source)
                .collect(Collectors.toSet());
        long origins = sources.stream().map(load.originBySource::get).distinct().count();
        to.row(
                "record",
                "insert into record (id, kind, oldest_first, sources, origins, from_seed) values (?, ?, ?, ?, ?, ?)",
                entry.id(),
                entry.kind().name(),
                entry.oldestFirst(),
                sources.size(),
                (int) origins,
                fromSeed);
    }

    private static void sharedOf(RecordLoad load, Inserted to) {
        for (RecordLoad.Entry entry : load.entries.values()) {
            if (entry.latest() != null) {
                to.row(
                        "span",
                        "insert into span (record_id, kind, latest, oldest_first) values (?, ?, ?, ?)",
                        entry.id(),
                        entry.kind().name(),
                        entry.latest(),
                        entry.oldestFirst());
            }
        }
        listsOf(
                load.citations,
                "citation",
                "insert into citation (record_id, ordinal, source_id, locator, note) values (?, ?, ?, ?, ?)",
                cite -> new Object[] {cite.source(), cite.locator(), cite.note()},
                to);
        listsOf(
                load.passages,
                "passage",
                "insert into passage (record_id, ordinal, weight, text) values (?, ?, ?, ?)",
                passage -> new Object[] {passage.weight(), passage.text()},
                to);
        listsOf(
                load.spellings,
                "spelling",
                "insert into spelling (record_id, ordinal, token, other) values (?, ?, ?, ?)",
                spelled -> new Object[] {spelled.token(), spelled.other()},
                to);
        listsOf(
                load.identities,
                "identifier",
                "insert into identifier (record_id, ordinal, scheme, notation, url) values (?, ?, ?, ?, ?)",
                identity -> new Object[] {identity.scheme(), identity.value(), identity.url()},
                to);
        load.redirects.forEach((id, into) ->
                to.row("redirect", "insert into redirect (record_id, target_id) values (?, ?)", id, into));
    }

    /**
     * The rows of lists that belong to records.
     *
     * @param sql its parameters are the record's id, the position in its list, counted from 1, and the values that the reader returns
     */
    private static <T> void listsOf(
            Map<String, List<T>> lists, String table, String sql, Function<T, Object[]> reader, Inserted to) {
        lists.forEach((id, list) -> {
            for (int i = 0; i < list.size(); i++) {
                Object[] values = reader.apply(list.get(i));
                Object[] row = new Object[values.length + 2];
                row[0] = id;
                row[1] = i + 1;
                System.arraycopy(values, 0, row, 2, values.length);
                to.row(table, sql, row);
            }
        });
    }

    /**
     * Changes some records, which no longer count as loaded from the seed afterwards. The caller has checked the rows' rules, and that
     * nothing refers to a deleted record.
     *
     * @param ids  ids of the records that are added, changed or deleted, without the ids of their parts
     * @param load the content of the added and changed records
     * @return the ids of all records, and parts of records, of which the database has other rows now
     */
    Set<String> change(Collection<String> ids, RecordLoad load) {
        try (Connection connection = database.getConnection()) {
            Set<String> named = withParts(connection, ids);
            Set<String> staying = ById.texts(connection, RecordChanges.RECORDS, named);
            // Of what is new, there is nothing to delete.
            Set<String> old = new LinkedHashSet<>(named);
            old.removeAll(staying);
            old = ById.texts(connection, MERGED, old);
            old.addAll(staying);
            staying.retainAll(load.entries.keySet());
            Set<String> before = new LinkedHashSet<>(ids);
            before.retainAll(old);
            Set<String> all = new LinkedHashSet<>(old);
            for (Derivation derivation : derivations) {
                all.addAll(derivation.dependents(connection, old, load));
            }
            if (!all.isEmpty()) {
                for (Derivation derivation : derivations) {
                    derivation.forget(connection, all);
                }
            }
            deleteParts(connection, before);
            Set<String> citing = new LinkedHashSet<>(old);
            citing.addAll(ById.texts(connection, CITING_PARTS, before));
            for (String table : OwnRecords.SHARED_TABLES) {
                ById.update(
                        connection,
                        "delete from " + table + " where record_id = any(?)",
                        table.equals("citation") ? citing : old);
            }
            Map<Boolean, List<RecordLoad.Entry>> entries = load.entries.values().stream()
                    .collect(Collectors.partitioningBy(entry -> staying.contains(entry.id())));
            insertAll(connection, "record", insertsOf(to -> entries.get(false)
                    .forEach(entry -> insertOf(entry, load, false, to))));
            updateRecords(connection, entries.get(true));
            writeRows(connection, load, staying);
            Map<String, Pending> shared = insertsOf(to -> sharedOf(load, to));
            for (String table : OwnRecords.SHARED_TABLES) {
                insertAll(connection, table, shared);
            }
            old.removeAll(load.entries.keySet());
            deleteRecords(connection, old);
            Set<String> others = new LinkedHashSet<>(all);
            others.removeAll(load.entries.keySet());
            all.addAll(load.entries.keySet());
            for (Derivation derivation : derivations) {
                derivation.derive(connection, all, others);
            }
            all.addAll(citing);
            all.addAll(load.citations.keySet());
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The records could not be changed", e);
        }
    }

    /** These ids and the ids of the records' parts, such as a round's sessions. */
    private Set<String> withParts(Connection connection, Collection<String> ids) throws SQLException {
        return new LinkedHashSet<>(owners(connection, ids).keySet());
    }

    /** The same ids, each with that of the record that it belongs to; a record belongs to itself. */
    Map<String, String> owners(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, String> owners = new LinkedHashMap<>();
        ids.forEach(id -> owners.put(id, id));
        for (RecordRows kind : kinds) {
            List<String> some = kind.idsAmong(ids);
            for (RecordRows.Table table : kind.partTables()) {
                ById.pairs(
                        connection,
                        "select id, " + table.owner() + " from " + table.name() + " where " + table.owner()
                                + " = any(?)",
                        some,
                        owners::put);
            }
        }
        return owners;
    }

    /** Empties all tables, each before the tables that it refers to. */
    private void clear(Connection connection) throws SQLException {
        List<String> all = baseTables();
        derivations.forEach(derivation -> all.addAll(derivation.tables()));
        all.add("seed_load");
        Collections.reverse(all);
        try (Statement statement = connection.createStatement()) {
            for (String table : all) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }

    /** Rows of one table, in memory. */
    private record Pending(String sql, List<Object[]> rows) {}

    private static Map<String, Pending> insertsOf(Consumer<Inserted> rows) {
        Map<String, Pending> all = new HashMap<>();
        rows.accept((table, sql, values) -> all.computeIfAbsent(table, name -> new Pending(sql, new ArrayList<>()))
                .rows
                .add(values));
        return all;
    }

    private static void insertAll(Connection connection, String table, Map<String, Pending> all) throws SQLException {
        Pending pending = all.remove(table);
        if (pending == null) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(pending.sql)) {
            Inserts rows = new Inserts(insert);
            for (Object[] row : pending.rows) {
                rows.add(row);
            }
            rows.flush();
        }
    }

    private static void updateRecords(Connection connection, Collection<RecordLoad.Entry> entries) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update record set oldest_first = ?, from_seed = false where id = ?")) {
            Inserts rows = new Inserts(update);
            for (RecordLoad.Entry entry : entries) {
                rows.add(entry.oldestFirst(), entry.id());
            }
            rows.flush();
        }
    }

    /**
     * Writes the rows table by table, since a row must be inserted after those that it refers to.
     *
     * @param staying ids of records that have a row in their kind's main table already, which is updated
     */
    private void writeRows(Connection connection, RecordLoad load, Set<String> staying) throws SQLException {
        Map<String, List<Object>> updated = new HashMap<>();
        Map<String, Pending> all = insertsOf(to -> {
            Set<String> main =
                    kinds.stream().map(kind -> kind.mainTable().name()).collect(Collectors.toSet());
            for (Object row : load.rows) {
                EntityTable<?> table = EntityTable.of(row.getClass());
                if (main.contains(table.name()) && staying.contains(((Node) row).getId())) {
                    updated.computeIfAbsent(table.name(), name -> new ArrayList<>())
                            .add(row);
                } else {
                    to.row(table.name(), table.insert(), table.values(row));
                }
            }
            load.links.forEach((table, rows) -> rows.forEach(row -> to.row(table.name(), table.insert(), row)));
        });
        for (RecordRows kind : kinds) {
            for (RecordRows.Table table : kind.tables()) {
                insertAll(connection, table.name(), all);
                RowUpdate.update(connection, updated.getOrDefault(table.name(), List.of()));
            }
        }
        if (!all.isEmpty()) {
            throw new IllegalStateException("No kind of record has the tables " + all.keySet());
        }
    }

    private void deleteParts(Connection connection, Collection<String> ids) throws SQLException {
        for (RecordRows kind : kinds) {
            List<String> some = kind.idsAmong(ids);
            for (RecordRows.Table table : kind.tables()) {
                if (!table.equals(kind.mainTable())) {
                    ById.update(
                            connection, "delete from " + table.name() + " where " + table.owner() + " = any(?)", some);
                }
            }
        }
    }

    /** Deletes records, whose parts are deleted already. */
    private void deleteRecords(Connection connection, Collection<String> ids) throws SQLException {
        List<RecordRows> reversed = new ArrayList<>(kinds);
        Collections.reverse(reversed);
        for (RecordRows kind : reversed) {
            ById.update(
                    connection, "delete from " + kind.mainTable().name() + " where id = any(?)", kind.idsAmong(ids));
        }
        ById.update(connection, "delete from record where id = any(?)", ids);
    }
}
