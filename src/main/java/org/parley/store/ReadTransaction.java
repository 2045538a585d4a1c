package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.parley.graph.Operation;

/**
 * What one operation reads: all from one snapshot of the database, but a mutation from another one after each of its changes. The connection is
 * taken from the pool for the first statement, so that an operation that reads nothing needs none.
 *
 * <p>Not thread-safe: it belongs to the thread that has opened it ({@link ReadTransactions}), until it is closed.
 */
public final class ReadTransaction {
    private static final ThreadLocal<ReadTransaction> CURRENT = new ThreadLocal<>();

    private final Operation operation;
    private final AgroalDataSource database;
    private final KeptSnapshots snapshots;
    private final SqlCount count;
    private final StatementTime time;
    private final ReadTransactions.First first;
    private final ReadTransaction outer;

    /** Null before the first statement. */
    private KeptSnapshots.Snapshot snapshot;

    /** The connection as the driver made it. The pool's would wrap each statement and each value. */
    private Connection connection;

    private boolean failed;

    /** What this operation has read by ids; null in a mutation, which changes what it has read. */
    private final Map<RecordCache.Key, RecordCache.Found> read;

    private final RecordCache cache;

    /** What is cached of the record that this operation reads; null if nothing is. */
    private final RecordCache.Kept kept;

    /** What it reads in the place of the record that is served; null if that is read. */
    private final PastDatabase past;

    /**
     * @param changes whether the operation changes the record
     * @param past    null for the record that is served
     */
    ReadTransaction(
            Operation operation,
            AgroalDataSource database,
            KeptSnapshots snapshots,
            RecordCache cache,
            SqlCount count,
            StatementTime time,
            ReadTransactions.First first,
            boolean changes,
            PastDatabase past) {
        this.past = past;
        this.operation = operation;
        this.database = database;
        this.snapshots = snapshots;
        this.count = count;
        this.time = time;
        this.first = first;
        this.read = changes ? null : new HashMap<>();
        this.cache = cache;
        this.kept = changes || past != null ? null : cache.now();
        this.outer = CURRENT.get();
        CURRENT.set(this);
    }

    /**
     * The one of the operation that this thread executes.
     *
     * @throws IllegalStateException if it executes none
     */
    public static ReadTransaction current() {
        ReadTransaction current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("The record can be read only within an operation");
        }
        return current;
    }

    /**
     * Counts a statement, and prepares it.
     *
     * @param sql the same {@code String} object each time, if possible: its hash is computed once
     * @return to be closed
     * @throws org.parley.graph.OutOfTime if the operation is over
     */
    PreparedStatement prepare(String sql) throws SQLException {
        String sent = past == null ? count.inspect(sql, operation) : counted(sql);
        if (connection == null) {
            open();
        } else if (past == null) {
            time.renew(connection, operation);
        }
        return connection.prepareStatement(sent);
    }

    private String counted(String sql) {
        operation.asksDatabase();
        return past.translated(sql);
    }

    private void open() throws SQLException {
        if (past != null) {
            connection = past.take(operation);
            return;
        }
        // Not null if an earlier statement failed before it was sent.
        if (snapshot == null) {
            snapshot = snapshots.take();
            if (snapshot == null) {
                snapshot = snapshots.begin(database);
            } else {
                time.renew(snapshot.connection(), operation);
            }
        }
        first.of(snapshot.connection());
        connection = snapshot.connection();
    }

    /**
     * The connection that this operation reads by, for several statements of one reader. They are not counted.
     *
     * @return only to be read, and not to be closed; of the driver, not of the pool
     * @throws StatementFailure if there is none
     */
    public Connection connection() {
        operation.mustMayWait();
        try {
            if (connection == null) {
                open();
            }
            return connection;
        } catch (SQLException e) {
            failed = true;
            throw new StatementFailure("(begin)", e);
        }
    }

    /** Notes that a statement has failed, so that nobody else goes on with this connection. */
    void hasFailed() {
        failed = true;
    }

    /**
     * Answers a question about records: from what this operation has read, from the {@link RecordCache}, and for the rest by one reading.
     * In a mutation all is read, since it may have changed what it has read.
     *
     * @param <V>      immutable, as all threads share it
     * @param question tells it from others about the same ids
     * @param ids      an id may occur more than once; null has no answer
     * @param reading  called at most once, with distinct ids; an id that it does not answer has no answer
     * @param bytes    the size of an answer on the heap
     * @return the answers by their ids
     */
    public <V> Map<String, V> answers(
            RecordQuestion question,
            Collection<String> ids,
            Function<List<String>, Map<String, V>> reading,
            ToIntFunction<V> bytes) {
        if (read == null) {
            List<String> distinct =
                    ids.stream().filter(Objects::nonNull).distinct().toList();
            return distinct.isEmpty() ? Map.of() : reading.apply(distinct);
        }
        if (kept != null && connection == null && snapshots.mustConfirm() && !ids.isEmpty()) {
            confirm();
        }
        Map<String, V> answers = new HashMap<>(ids.size() * 2);
        Map<String, RecordCache.Key> missing = Map.of();
        int found = 0;
        for (String id : ids) {
            if (id != null && !answers.containsKey(id) && !missing.containsKey(id)) {
                RecordCache.Key key = new RecordCache.Key(question, id);
                V value = known(key);
                if (value == null) {
                    missing = missing.isEmpty() ? new LinkedHashMap<>() : missing;
                    missing.put(id, key);
                } else {
                    answers.put(id, value);
                    found++;
                }
            }
        }
        if (kept != null) {
            cache.count(found, missing.size());
        }
        if (!missing.isEmpty()) {
            Map<String, V> answered = reading.apply(List.copyOf(missing.keySet()));
            for (Map.Entry<String, V> each : answered.entrySet()) {
                V value = each.getValue();
                answers.put(each.getKey(), value);
                read.put(
                        missing.get(each.getKey()),
                        kept == null
                                ? new RecordCache.Found(value, 0, 0)
                                : new RecordCache.Found(value, bytes.applyAsInt(value), kept.number()));
            }
        }
        return answers;
    }

    @SuppressWarnings("unchecked") // all answers to a question have one type
    private <V> V known(RecordCache.Key key) {
        RecordCache.Found found = read.isEmpty() ? null : read.get(key);
        if (found == null && kept != null) {
            found = cache.find(kept, key);
        }
        return found == null ? null : (V) found.value();
    }

    /** Has the snapshot checked before anything is answered from memory. */
    private void confirm() {
        operation.mustMayWait();
        try {
            open();
        } catch (SQLException e) {
            failed = true;
            throw new StatementFailure("(begin)", e);
        }
    }

    /** From now on, reads what is committed by now. In an operation that changes the record, after each of its changes. */
    public void renew() {
        if (read != null) {
            throw new IllegalStateException("A query reads from one snapshot");
        }
        giveBack();
    }

    /** Gives the snapshot and its connection back. */
    void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        // Of a record that was replaced meanwhile, some may be the older one's.
        if (kept != null && !read.isEmpty() && cache.isCurrent(kept)) {
            read.forEach((key, found) -> cache.keep(kept, key, found));
        }
        giveBack();
    }

    private void giveBack() {
        if (past != null && connection != null) {
            past.giveBack(connection, !failed);
        }
        if (snapshot != null) {
            if (failed || connection == null) {
                snapshots.end(snapshot);
            } else {
                snapshots.giveBack(snapshot);
            }
        }
        snapshot = null;
        connection = null;
        failed = false;
    }
}
