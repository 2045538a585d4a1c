package org.parley.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.h2.Driver;
import org.jboss.logging.Logger;
import org.parley.graph.Operation;
import org.parley.graph.Redirects;

/**
 * A database in memory with the tables of the record, for a record as it was. It is filled once, and then only read. It is one of H2
 * whatever the record of now is stored in, since all SQL runs on both.
 *
 * <p>Thread-safe. It is gone when it is closed and the last operation has given its connection back.
 */
public final class PastDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PastDatabase.class);

    /** In milliseconds; see {@link StatementTime}. */
    private static final long AFTER_THE_END = 5;

    private final String url = "jdbc:h2:mem:past-" + UUID.randomUUID() + ";QUERY_CACHE_SIZE=256";
    private final Store dialect = new H2Store(url, Path.of(""));
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Connection first;
    private volatile Redirects redirects = id -> id;
    private volatile boolean isClosed;

    /** Makes the tables, empty. */
    public PastDatabase() throws SQLException {
        first = connect();
        try (Statement statement = first.createStatement()) {
            for (Script script : Script.ALL) {
                statement.execute(text(script));
            }
        } catch (SQLException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private static String text(Script script) {
        try (BufferedReader lines = new BufferedReader(script.read())) {
            return lines.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new IllegalStateException("A script of the program can't be read", e);
        }
    }

    private Connection connect() throws SQLException {
        return new Driver().connect(url, new Properties());
    }

    /** The connection to fill it by; not to be closed. */
    public Connection filling() {
        return first;
    }

    /** The redirects of the record in it. */
    public Redirects redirects() {
        return redirects;
    }

    /** Sets the redirects of the record in it. */
    public void leads(Redirects past) {
        redirects = past;
    }

    /** A connection for one operation. */
    Connection take(Operation operation) throws SQLException {
        Connection connection = idle.pollFirst();
        if (connection == null) {
            connection = connect();
        }
        long left = operation.timeLeft();
        dialect.limitTime(connection, left == Long.MAX_VALUE ? 0 : Math.max(0, left) + AFTER_THE_END);
        return connection;
    }

    /** @param isUsable whether another operation may use it */
    void giveBack(Connection connection, boolean isUsable) {
        if (isUsable && !isClosed) {
            idle.addFirst(connection);
        }
        if (!isUsable || isClosed && idle.remove(connection)) {
            close(connection);
        }
    }

    String translated(String sql) {
        return Sql.translated(sql, dialect);
    }

    @Override
    public void close() {
        isClosed = true;
        close(first);
        for (Connection each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
            close(each);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debugf(e, "A connection to a past record could not be closed");
        }
    }
}
