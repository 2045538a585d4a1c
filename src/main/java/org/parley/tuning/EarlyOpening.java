package org.parley.tuning;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.Driver;
import org.jboss.logging.Logger;
import org.parley.start.Parley;
import org.parley.store.DataConfig;
import org.parley.store.H2Store;

/**
 * Opens the file of the embedded database on a background thread while Quarkus starts. The connection pool creates its interceptors
 * when it is created, but opens its first connection only when one is requested.
 * If the background thread is not done by then, H2 makes the pool wait for it.
 *
 * <p>A missing file is not created: a first start decides what it contains. If the file can't be opened, the pool's own connection fails
 * in the same way, and the start reports why.
 */
@Singleton
class EarlyOpening implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(EarlyOpening.class);

    private final String url;

    /** Null if nothing is opened early, and once the pool has a connection of its own. */
    private volatile Thread thread;

    /** Null if it could not be opened. Written by {@link #thread}, and read after joining it. */
    private Connection connection;

    @Inject
    EarlyOpening(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, DataConfig data) {
        this(url, data.directory(), Parley.opensDatabase() && Tuning.EARLY_OPENING.isOn());
    }

    EarlyOpening(String url, Path directory, boolean isOn) {
        this.url = url;
        if (isOn && H2Store.isOnDisk(url) && Files.exists(H2Store.file(directory))) {
            thread = new Thread(this::open, "opening");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void open() {
        try {
            long begin = System.nanoTime();
            connection = Driver.load().connect(url, new Properties());
            LOG.debugf("The database was opened within %d ms", (System.nanoTime() - begin) / 1_000_000);
        } catch (SQLException e) {
            LOG.debug("The database could not be opened early", e);
        }
    }

    /** Closes the early connection: the pool's own one keeps the database open from now on. */
    @Override
    public void onConnectionAcquire(Connection first) {
        if (thread != null) {
            end();
        }
    }

    private synchronized void end() {
        if (thread != null) {
            try {
                thread.join();
                if (connection != null) {
                    connection.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SQLException e) {
                LOG.debug("The connection that opened the database could not be closed", e);
            }
            thread = null;
        }
    }
}
