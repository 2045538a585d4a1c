package org.parley.store;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.parley.graph.Operation;

/**
 * Gives a statement of SQL the time that its operation has left: the database itself cancels it then. In a transaction a
 * connection is fetched once, and {@link Sql} tells it again what is left.
 *
 * <p>A call that cancels, made by another thread, would leave its mark on a statement that has just ended: H2 keeps it prepared,
 * and the next operation would fail by it. And JDBC's timeout is one of whole seconds.
 */
@Singleton
public class StatementTime implements AgroalPoolInterceptor {
    /** In milliseconds; so that no statement is cancelled before its operation's time is over. */
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
            throw new IllegalStateException("a new connection of the database can't be set up", e);
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            limitTime(store, connection, Operation.current().tellsTime(true));
        } catch (SQLException e) {
            // Whoever fetches the connection is told by its first statement what is wrong with it.
            throw new IllegalStateException("a connection of the database does not take a timeout", e);
        }
    }

    /** For a statement that is sent some time after the connection was fetched, in the same transaction. */
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
