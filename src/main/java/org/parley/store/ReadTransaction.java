package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.parley.graph.Operation;

/**
 * What one operation reads: all by one connection and, unless it is a mutation, from one snapshot of the database. The connection is
 * taken from the pool for the first statement, so that an operation that reads nothing needs none.
 *
 * <p>Not thread-safe: it belongs to the thread that has opened it ({@link ReadTransactions}), until it is closed.
 */
public final class ReadTransaction {
    private static final Logger LOG = Logger.getLogger(ReadTransaction.class);
    private static final ThreadLocal<ReadTransaction> CURRENT = new ThreadLocal<>();

    private final Operation operation;
    private final AgroalDataSource database;
    private final KeptSnapshots snapshots;
    private final SqlCount count;
    private final StatementTime time;
    private final ReadTransactions.First first;
    private final ReadTransaction outer;

    /** Null before the first statement, and in a transaction that has begun already. */
    private KeptSnapshots.Snapshot snapshot;

    /** The connection of a transaction that has begun already, as the pool gives it. */
    private Connection joined;

    /** The connection as the driver made it. The pool's would wrap each statement and each value. */
    private Connection connection;

    private boolean failed;
    private final Map<String, Object> records = new HashMap<>();

    /** @param first null if the connection belongs to a transaction that has begun already, and that ends without this one */
    ReadTransaction(
            Operation operation,
            AgroalDataSource database,
            KeptSnapshots snapshots,
            SqlCount count,
            StatementTime time,
            ReadTransactions.First first) {
        this.operation = operation;
        this.database = database;
        this.snapshots = snapshots;
        this.count = count;
        this.time = time;
        this.first = first;
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
        String sent = count.inspect(sql, operation);
        if (connection == null) {
            open();
        } else {
            time.renew(connection, operation);
        }
        return connection.prepareStatement(sent);
    }

    private void open() throws SQLException {
        if (first == null) {
            joined = database.getConnection();
            connection = joined.unwrap(Connection.class);
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

    /** Notes that a statement has failed, so that nobody else goes on with this connection. */
    void hasFailed() {
        failed = true;
    }

    /**
     * The records that were read by this operation, by their ids, so that none is read twice. Nothing is kept in a mutation, which may
     * change what it has read.
     */
    public Map<String, Object> records() {
        if (first == null) {
            records.clear();
        }
        return records;
    }

    /** Gives the snapshot and the connection back. */
    void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        if (snapshot != null) {
            if (failed || connection == null) {
                snapshots.end(snapshot);
            } else {
                snapshots.giveBack(snapshot);
            }
        } else if (joined != null) {
            giveBack();
        }
    }

    private void giveBack() {
        try {
            joined.close();
        } catch (SQLException e) {
            LOG.debugf(e, "The connection of a mutation could not be given back");
        }
    }
}
