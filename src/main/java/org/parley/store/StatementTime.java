package org.parley.store;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.parley.graph.Operation;

/**
 * Gives a statement of SQL the time that its operation has left: the database itself cancels it then. Outside of a transaction a
 * connection is fetched for each statement.
 *
 * <p>A call that cancels, made by another thread, would leave its mark on a statement that has just ended: H2 keeps it prepared,
 * and the next operation would fail by it. And JDBC's timeout is one of whole seconds.
 */
@Singleton
public class StatementTime implements AgroalPoolInterceptor {
    /** In milliseconds; so that no statement is cancelled before its operation's time is over. */
    private static final long AFTER_THE_END = 5;

    /** Hibernate looks at each statement's timeout; H2 would read it from the database's settings, by a query of its own. */
    @Override
    public void onConnectionCreate(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(0);
        } catch (SQLException e) {
            throw new IllegalStateException("a connection of the database does not take a timeout", e);
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set query_timeout " + timeout());
        } catch (SQLException e) {
            // Whoever fetches the connection is told by its first statement what is wrong with it.
            throw new IllegalStateException("a connection of the database does not take a timeout", e);
        }
    }

    /** In milliseconds; 0 is none. */
    private static long timeout() {
        long left = Operation.current().timeLeft();
        return left == Long.MAX_VALUE ? 0 : Math.max(0, left) + AFTER_THE_END;
    }
}
