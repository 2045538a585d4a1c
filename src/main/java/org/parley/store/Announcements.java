package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * What processes that use one PostgreSQL database tell each other: that the record is another one. It is heard on a connection of its
 * own, which is opened again when it is lost.
 */
final class Announcements {
    static final String CHANNEL = "parley_record";

    private static final Logger LOG = Logger.getLogger(Announcements.class);

    /**
     * How long nothing is heard before the record is looked at all the same, in milliseconds: a connection that is gone without a word
     * hears nothing, nor does one through a pooler that gives each transaction another connection.
     */
    private static final int SILENCE = 10_000;

    /** In milliseconds, between two attempts to open the connection. */
    private static final int PAUSE = 500;

    private final AgroalDataSource database;
    private final Runnable changed;
    private volatile boolean ended;
    private volatile PGConnection open;

    private Announcements(AgroalDataSource database, Runnable changed) {
        this.database = database;
        this.changed = changed;
    }

    /** @return ends it */
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
                // For what was said before.
                changed.run();
                while (!ended) {
                    open.getNotifications(SILENCE);
                    changed.run();
                }
            } catch (SQLException | RuntimeException e) {
                // Whoever asks for the record meanwhile is told that the database does not answer.
                LOG.debugf(e, "Nothing is heard of changes of the record");
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
                LOG.debugf(e, "The connection is closed already");
            }
        }
    }
}
