package org.parley.store;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.graph.Operation;

/**
 * Limits each SQL statement to the time that its operation has left. The database cancels the statement after that.
 *
 * <p>A connection keeps its limit when it is given back to the pool, and most operations end long before theirs, so that the limit is
 * rarely set anew: when a connection is new, when an operation has used more than an eighth of its time, and when the next operation
 * gets that connection. In H2, each change of the limit empties the caches of prepared statements of all connections, and a page of 20
 * records takes 27 µs instead of 1.5; in PostgreSQL, it is a round trip.
 *
 * <p>{@code Statement.cancel()} from another thread could hit a statement that has just ended: H2 caches the prepared statement with the
 * cancel flag, and the next operation would fail. JDBC's {@code setQueryTimeout} only takes whole seconds.
 */
@Singleton
public class StatementTime implements AgroalPoolInterceptor {
    /** In milliseconds, so that no statement is cancelled before its operation has timed out. */
    private static final long AFTER_THE_END = 5;

    private static final long NONE = 0;

    private final Store store;

    /** The limits in milliseconds, by the driver's connection; {@link #NONE} for no limit. */
    private final Map<Connection, Long> limits = new ConcurrentHashMap<>();

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
            renew(connection.unwrap(Connection.class), Operation.current());
        } catch (SQLException e) {
            // The pool throws this to the caller of getConnection. DatabaseUnavailable looks for the cause.
            throw new IllegalStateException("the statement timeout of a database connection could not be set", e);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        try {
            limits.remove(connection.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("a database connection does not tell its driver's", e);
        }
    }

    /**
     * Sets the limit of a connection, unless it is near enough to what the operation has left.
     *
     * @param connection as the driver made it
     */
    void renew(Connection connection, Operation operation) throws SQLException {
        long left = operation.timeLeft();
        Long limit = limits.get(connection);
        if (limit == null || !isNear(limit, left)) {
            long wanted = left == Long.MAX_VALUE ? NONE : wanted(Math.max(0, left), operation.timeAllowed());
            limits.remove(connection);
            store.limitTime(connection, wanted);
            limits.put(connection, wanted);
        }
    }

    private static boolean isNear(long limit, long left) {
        return limit == NONE || left == Long.MAX_VALUE
                ? limit == NONE && left == Long.MAX_VALUE
                : limit >= left && limit - AFTER_THE_END - left <= limit / 8;
    }

    /** All of the operation's time while most of it is left, since the next operation will have as much. */
    private static long wanted(long left, long allowed) {
        return (left >= allowed - allowed / 8 ? allowed : left) + AFTER_THE_END;
    }
}
