package org.parley.store;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.parley.graph.Operation;

/**
 * Limits each SQL statement to the time that its operation has left. The database cancels the statement after that. The limit is set when
 * a connection is taken from the pool, which happens once in a transaction, and renewed by {@link Sql} within it.
 *
 * <p>{@code Statement.cancel()} from another thread could hit a statement that has just ended: H2 caches the prepared statement with the
 * cancel flag, and the next operation would fail. JDBC's {@code setQueryTimeout} only takes whole seconds.
 */
@Singleton
public class StatementTime implements AgroalPoolInterceptor {
    /** In milliseconds, so that no statement is cancelled before its operation has timed out. */
    private static final long AFTER_THE_END = 5;

    private final Store store;

    StatementTime(Store store) {
        this.store = store;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            store.begin(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("a new database connection could not be set up", e);
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            limitTime(store, connection, Operation.current().tellsTime(true));
        } catch (SQLException e) {
            // The pool throws this to the caller of getConnection. DatabaseUnavailable looks for the cause.
            throw new IllegalStateException("the statement timeout of a database connection could not be set", e);
        }
    }

    /** Renews the limit for a later statement of a transaction; skipped while the last limit is near enough. */
    static void renew(Store store, Connection connection) throws SQLException {
        long left = Operation.current().tellsTime(false);
        if (left >= 0) {
            limitTime(store, connection, left);
        }
    }

    private static void limitTime(Store store, Connection connection, long left) throws SQLException {
        store.limitTime(connection, left == Long.MAX_VALUE ? 0 : left + AFTER_THE_END);
    }
}
