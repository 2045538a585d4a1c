package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
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
    private final DataSource database;
    private final SqlCount count;
    private final StatementTime time;
    private final Begin begin;
    private final Store store;
    private final ReadTransaction outer;

    /** The connection as the pool gives it, and as the driver made it. The pool's would wrap each statement and each value. */
    private Connection pooled;

    private Connection connection;

    private final Map<String, Object> records = new HashMap<>();

    /** What is done with a new connection before the first statement. */
    interface Begin {

        /**
         * @param pooled     the connection of the pool
         * @param connection the same as the driver made it
         */
        void on(Connection pooled, Connection connection) throws SQLException;
    }

    /** @param begin null if the connection belongs to a transaction that has begun already, and that ends without this one */
    ReadTransaction(
            Operation operation, DataSource database, Store store, SqlCount count, StatementTime time, Begin begin) {
        this.operation = operation;
        this.database = database;
        this.store = store;
        this.count = count;
        this.time = time;
        this.begin = begin;
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
        // Taken already if an earlier statement failed before it was sent.
        if (pooled == null) {
            pooled = database.getConnection();
        }
        Connection unwrapped = pooled.unwrap(Connection.class);
        if (begin != null) {
            begin.on(pooled, unwrapped);
        }
        connection = unwrapped;
    }

    /**
     * The records that were read by this operation, by their ids, so that none is read twice. Nothing is kept in a mutation, which may
     * change what it has read.
     */
    public Map<String, Object> records() {
        if (begin == null) {
            records.clear();
        }
        return records;
    }

    /** Ends the snapshot, and gives the connection back. */
    void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        if (pooled == null) {
            return;
        }
        try (Connection given = pooled) {
            if (begin != null && !given.getAutoCommit()) {
                store.endReading(given);
            }
        } catch (SQLException e) {
            // A query writes nothing, and what it has read stays valid if the connection is lost by now.
            LOG.debugf(e, "The connection of an operation could not be given back");
        }
    }
}
