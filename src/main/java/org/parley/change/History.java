package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.parley.graph.Sha256;
import org.parley.record.Inserts;
import org.parley.record.LoadedSeed;
import org.parley.record.RecordChanges;
import org.parley.record.Seeder;
import org.parley.store.Store;

/**
 * Writes the tables of the history: {@code change}, {@code revision} and {@code reference}. They are filled with the rows of the seed, as
 * change 0, once somebody may change the record. Methods with a connection belong to the caller's transaction. Thread-safe.
 */
@ApplicationScoped
class History {
    private static final Logger LOG = Logger.getLogger(History.class);

    /** In seconds. */
    private static final int LONGEST = 24 * 3600;

    private final AgroalDataSource database;
    private final Seeder seeder;
    private final Bases bases;
    private final Store store;
    private final ObjectMapper mapper;

    History(AgroalDataSource database, Seeder seeder, Bases bases, Store store, ObjectMapper mapper) {
        this.bases = bases;
        this.store = store;
        this.database = database;
        this.seeder = seeder;
        this.mapper = mapper;
    }

    /**
     * A record as its last change left it.
     *
     * @param change 0 if nobody has changed it since it was loaded
     * @param action what that did; null for change 0
     * @param body   its row as JSON; null if it is gone
     */
    record Last(long change, String action, String body) {}

    /** A change that was made with a client's key. */
    record Known(long number, String request) {}

    /** What a change did, in the order of its edits; null if no change of the record has this number. */
    List<Revision> revisions(Connection connection, long number) throws SQLException {
        List<Revision> revisions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select record_id, action, body, erased from revision where change_number = ? order by ordinal")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    revisions.add(Revision.withoutBefore(
                            rows.getString(1),
                            number,
                            EditAction.valueOf(rows.getString(2)),
                            rows.getString(3),
                            rows.getString(4)));
                }
            }
        }
        return number == 0 || revisions.isEmpty() ? null : revisions;
    }

    /**
     * Fills the tables with the rows of the seed from which the record was loaded, unless they have them.
     *
     * @return what tells the record before its first change from every other
     */
    String ready() {
        LoadedSeed loaded = LoadedSeed.in(database);
        if (loaded.base() != null) {
            return loaded.base();
        }
        store.changesBegin();
        String base = QuarkusTransaction.requiringNew().timeout(LONGEST).call(() -> {
            try (Connection connection = database.getConnection()) {
                return fill(connection, loaded);
            }
        });
        LOG.infof("Readied %d records for changes by people", loaded.served().records());
        return base;
    }

    private static void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from proposed_edit");
            statement.executeUpdate("delete from proposal");
            statement.executeUpdate("delete from rebased_row");
            statement.executeUpdate("delete from reference");
            statement.executeUpdate("delete from revision");
            statement.executeUpdate("delete from change");
        }
    }

    /**
     * Fills the tables, but for the changes, where the record was loaded as the last of them left it.
     *
     * @param base the digest of the record before the first change, which is beside the journal
     * @param seed the folder that it was loaded from
     */
    void begin(Connection connection, String base, Path seed) throws IOException, SQLException {
        clear(connection);
        try (Batch revisions = revisions(connection);
                Batch references = references(connection)) {
            Map<String, String> rows = new LinkedHashMap<>();
            bases.read(base, rows::put);
            Map<String, String> erased = bases.erased(base);
            erased.keySet().removeAll(rows.keySet());
            int ordinal = 0;
            for (Map.Entry<String, String> row : rows.entrySet()) {
                revisions.add(row.getKey(), 0L, ++ordinal, EditAction.CREATE.name(), row.getValue(), null);
            }
            for (Map.Entry<String, String> row : erased.entrySet()) {
                revisions.add(row.getKey(), 0L, ++ordinal, EditAction.CREATE.name(), null, row.getValue());
            }
            seeder.rowsOf(Optional.of(seed), (id, row, named) -> {
                for (String target : named) {
                    references.add(target, id);
                }
            });
        }
    }

    private String fill(Connection connection, LoadedSeed loaded) throws SQLException {
        clear(connection);
        Bases.Digest digest = new Bases.Digest();
        try (Batch revisions = revisions(connection);
                Batch references = references(connection)) {
            int[] ordinal = {0};
            seeder.rows((id, row, named) -> {
                String body = RowTexts.text(row, mapper);
                digest.add(id, body);
                revisions.add(id, 0L, ++ordinal[0], EditAction.CREATE.name(), body, null);
                for (String target : named) {
                    references.add(target, id);
                }
            });
        }
        String base = digest.text();
        seeder.hasChanged(connection, loaded.served(), base);
        return base;
    }

    /** The rows before the first change. */
    void firstRows(Bases.Rows each) throws IOException, SQLException {
        rows(
                "select record_id, body from revision where change_number = 0 and body is not null order by ordinal",
                each);
    }

    /** The rows of the base that was taken over last, where there is no journal; none if there was no such base. */
    void rebasedRows(Bases.Rows each) throws IOException, SQLException {
        rows("select record_id, body from rebased_row", each);
    }

    private void rows(String sql, Bases.Rows each) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                each.row(rows.getString(1), rows.getString(2));
            }
        }
    }

    /** The digest of the base that was taken over last; null if none was. */
    String rebasedOn() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select request from change where kind = 'REBASE' order by number");
                ResultSet rows = select.executeQuery()) {
            String last = null;
            while (rows.next()) {
                last = rows.getString(1);
            }
            return last;
        } catch (SQLException e) {
            throw new IllegalStateException("The history could not be read", e);
        }
    }

    /** The ids of the records whose rows were erased. */
    Set<String> erased() {
        Set<String> ids = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select distinct record_id from revision where erased is not null");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("The history could not be read", e);
        }
    }

    /** Stores the rows of a base that is taken over, where there is no journal. */
    static void rebase(Connection connection, Map<String, String> rows) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.executeUpdate("delete from rebased_row");
        }
        try (Batch insert = new Batch(connection, "insert into rebased_row (record_id, body) values (?, ?)")) {
            for (Map.Entry<String, String> each : rows.entrySet()) {
                insert.add(each.getKey(), each.getValue());
            }
        }
    }

    /** The change that was made with a client's key; null if there is none. */
    Known known(Connection connection, String by, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select number, request from change where made_by = ? and client_key = ?")) {
            select.setString(1, by);
            select.setString(2, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Known(rows.getLong(1), rows.getString(2)) : null;
            }
        }
    }

    /** The answer to a change that was made before. */
    ChangePayload made(Connection connection, long number) throws SQLException {
        Change change;
        try (PreparedStatement select =
                connection.prepareStatement("select made_at, made_by, summary, digest from change where number = ?")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                change = new Change(
                        number,
                        rows.getObject(1, OffsetDateTime.class).toInstant(),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4));
            }
        }
        List<Revision> revisions = revisions(connection, number);
        return new ChangePayload(change, revisions == null ? List.of() : revisions, true, List.of());
    }

    /**
     * Reads all changes up to a number, and what they did, with the rows of change 0.
     *
     * @param most how many revisions are read at most
     */
    void read(Connection connection, long number, List<Made> changes, List<Revision> revisions, long most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select number, made_at, made_by, kind, summary, client_key, request, digest from change where number <= ? order by number")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    changes.add(new Made(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            ChangeKind.valueOf(rows.getString(4)),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            null,
                            rows.getString(8)));
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select record_id, change_number, action, body, erased from revision where change_number <= ?"
                        + " order by change_number, ordinal fetch first " + most + " rows only")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    revisions.add(Revision.withoutBefore(
                            rows.getString(1),
                            rows.getLong(2),
                            EditAction.valueOf(rows.getString(3)),
                            rows.getString(4),
                            rows.getString(5)));
                }
            }
        }
    }

    /** The last revision of each of these records; those that have never been are not in the map. */
    Map<String, Last> last(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, Last> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select r.record_id, r.change_number, r.action, r.body from unnest(?) as o(id) join revision r"
                        + " on r.record_id = o.id and r.change_number = (select max(n.change_number) from revision n"
                        + " where n.record_id = o.id)")) {
            select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), new Last(rows.getLong(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        return found;
    }

    /**
     * The row of each record as it was after a change.
     *
     * @param numbers the number of the change, by the record's id
     * @return a record that was not there has no row
     */
    Map<String, String> at(Connection connection, Map<String, Long> numbers) throws SQLException {
        Map<String, String> found = new HashMap<>();
        if (numbers.isEmpty()) {
            return found;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select o.id, r.body from unnest(?, ?) as o(id, number) join revision r on r.record_id = o.id"
                        + " and r.change_number = (select max(n.change_number) from revision n"
                        + " where n.record_id = o.id and n.change_number <= o.number)")) {
            List<String> ids = List.copyOf(numbers.keySet());
            select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", ids.stream().map(numbers::get).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        found.values().removeIf(Objects::isNull);
        return found;
    }

    /**
     * A change to be written.
     *
     * @param summary  of a rejection: the reason
     * @param key      the client's; null if it gave none
     * @param request  null if there was none
     * @param proposal the number of the proposal that it decides on; null if it decides on none
     */
    record Made(
            long number,
            Instant at,
            String by,
            ChangeKind kind,
            String summary,
            String key,
            String request,
            Long proposal,
            String digest) {
        Made withDigest(String sum) {
            return new Made(number, at, by, kind, summary, key, request, proposal, sum);
        }
    }

    /**
     * Writes changes and what they did.
     *
     * @param done in the order of the changes
     */
    void add(Connection connection, List<Made> changes, List<Revision> done) throws SQLException {
        try (Batch rows = new Batch(
                connection,
                "insert into change (number, made_at, made_by, kind, summary, client_key, request, digest)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Made each : changes) {
                rows.add(
                        each.number,
                        each.at.atOffset(ZoneOffset.UTC),
                        each.by,
                        each.kind.name(),
                        each.summary,
                        each.key,
                        each.request,
                        each.digest);
            }
        }
        try (Batch rows = revisions(connection)) {
            int ordinal = 0;
            long change = 0;
            for (Revision each : done) {
                ordinal = each.change() == change ? ordinal : 0;
                change = each.change();
                rows.add(
                        each.getId(), each.change(), ++ordinal, each.getAction().name(), each.getRow(), each.erased());
            }
        }
    }

    /**
     * Notes what the rows of changed records refer to, and by which change each was changed last.
     *
     * @param changes the number of the change, by the full id of the record
     */
    void refer(Connection connection, Map<String, Long> changes, RecordChanges.Judgement judged) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from reference where record_id = any(?)")) {
            delete.setArray(
                    1, connection.createArrayOf("varchar", changes.keySet().toArray()));
            delete.executeUpdate();
        }
        try (Batch rows = references(connection)) {
            for (String id : changes.keySet()) {
                for (String target : judged.references(id)) {
                    rows.add(target, id);
                }
            }
        }
        touch(connection, changes, judged.owners());
    }

    /**
     * Notes by which change each record was changed last.
     *
     * @param changes the number of the change, by the full id of the record
     * @param owners  the records and their parts, each with the id of the record that it belongs to
     */
    void touch(Connection connection, Map<String, Long> changes, Map<String, String> owners) throws SQLException {
        Map<Long, Set<String>> touched = new LinkedHashMap<>();
        owners.forEach((id, owner) -> {
            // A record whose row was only read again was not changed by anybody.
            if (changes.containsKey(owner)) {
                touched.computeIfAbsent(changes.get(owner), none -> new HashSet<>())
                        .add(id);
            }
        });
        try (PreparedStatement update =
                connection.prepareStatement("update record set last_change = ?, from_seed = false where id = any(?)")) {
            for (Map.Entry<Long, Set<String>> each : touched.entrySet()) {
                update.setLong(1, each.getKey());
                update.setArray(
                        2, connection.createArrayOf("varchar", each.getValue().toArray()));
                update.executeUpdate();
            }
        }
    }

    /**
     * Erases the rows of a record, also those of a base that was taken over and those that were proposed.
     *
     * @return how many rows were erased
     */
    int erase(Connection connection, String id) throws SQLException {
        Map<Long, String> sums = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select change_number, body from revision where record_id = ? and body is not null")) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sums.put(rows.getLong(1), Sha256.of(rows.getString(2)));
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update revision set body = null, erased = ? where record_id = ? and change_number = ?")) {
            for (Map.Entry<Long, String> each : sums.entrySet()) {
                update.setString(1, each.getValue());
                update.setString(2, id);
                update.setLong(3, each.getKey());
                update.executeUpdate();
            }
        }
        int erased = sums.size();
        for (String table : List.of("rebased_row", "proposed_edit")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where record_id = ?")) {
                delete.setString(1, id);
                erased += delete.executeUpdate();
            }
        }
        return erased;
    }

    private static Batch revisions(Connection connection) throws SQLException {
        return new Batch(
                connection,
                "insert into revision (record_id, change_number, ordinal, action, body, erased) values (?, ?, ?, ?, ?, ?)");
    }

    private static Batch references(Connection connection) throws SQLException {
        return new Batch(connection, "insert into reference (target_id, record_id) values (?, ?)");
    }

    /** Rows to insert, of which the last are sent when it is closed. */
    private record Batch(PreparedStatement statement, Inserts rows) implements AutoCloseable {
        Batch(Connection connection, String sql) throws SQLException {
            this(connection.prepareStatement(sql));
        }

        private Batch(PreparedStatement statement) {
            this(statement, new Inserts(statement));
        }

        void add(Object... values) throws SQLException {
            rows.add(values);
        }

        @Override
        public void close() throws SQLException {
            try (statement) {
                rows.flush();
            }
        }
    }
}
