package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Notifications between processes that share a PostgreSQL database: one replaced the record ({@code NOTIFY}), the others hear of it
 * ({@code LISTEN}). A daemon thread listens on a connection of its own, and opens a new one when that is lost.
 */
final class Announcements {
    static final String CHANNEL = "parley_record";

    private static final Logger LOG = Logger.getLogger(Announcements.class);

    /**
     * How long to wait for a notification before the record is checked anyway, in milliseconds. Notifications get lost if the connection
     * broke unnoticed, or goes through a connection pooler that assigns a server connection for each transaction.
     */
    private static final int SILENCE = 10_000;

    /** Between two attempts to open the connection, in milliseconds. */
    private static final int PAUSE = 500;

    private final AgroalDataSource database;
    private final Runnable changed;
    private volatile boolean ended;
    private volatile PGConnection open;

    private Announcements(AgroalDataSource database, Runnable changed) {
        this.database = database;
        this.changed = changed;
    }

    /**
     * Starts the thread.
     *
     * @param changed called after each notification, after each new connection, and whenever {@link #SILENCE} has passed without one
     * @return stops the thread and closes its connection
     */
    static Runnable hear(AgroalDataSource database, Runnable changed) {
        Announcements announcements = new Announcements(database, changed);
        Thread thread = new Thread(announcements::run, "announcements");
        thread.setDaemon(true);
        thread.start();
        return () -> announcements.end(thread);
    }

    private void run() {
        while (!ended) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                open = connection.unwrap(PGConnection.class);
                // A notification sent before the LISTEN is lost.
                changed.run();
                while (!ended) {
                    open.getNotifications(SILENCE);
                    changed.run();
                }
            } catch (SQLException | RuntimeException e) {
                // Only for debugging: operations report a database that does not answer themselves.
                LOG.debugf(e, "Could not listen for changes of the record");
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (!ended) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            ended = true;
        }
    }

    private void end(Thread thread) {
        ended = true;
        thread.interrupt();
        PGConnection heard = open;
        if (heard instanceof Connection connection) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debugf(e, "The connection that listens for changes could not be closed");
            }
        }
    }
}
