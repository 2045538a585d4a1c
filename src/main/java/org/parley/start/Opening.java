package org.parley.start;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.h2.Driver;
import org.parley.operate.DerivedSettings;
import org.parley.setting.Rules;
import org.parley.store.H2Store;

/**
 * Opens the embedded database, if it is there already, on a thread of its own, while the settings are read and Hibernate starts: H2 takes half
 * as long as both. It begins as soon as the settings are known, which is before any bean exists: hence a factory of settings
 * that has none. Found by the service loader.
 *
 * <p>It only saves time. Where it fails, {@link Start} meets the same failure by the pool's first connection, and tells it.
 */
public class Opening implements ConfigSourceFactory {
    private static Early early;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (Parley.serves() && !Parley.checksOnly() && early == null) {
            String url = DerivedSettings.value(context, "quarkus.datasource.jdbc.url");
            String directory = DerivedSettings.value(context, "parley.data.directory");
            if (url != null
                    && H2Store.isOnDisk(url)
                    && directory != null
                    && isFolder(directory)
                    && Files.exists(H2Store.file(Path.of(directory)))) {
                early = new Early(url);
                early.thread.start();
            }
        }
        return List.of();
    }

    /** Which settings break their rules is told later; the address of the database could mean anything until then. */
    private static boolean isFolder(String directory) {
        try {
            return new Rules.DatabaseFolder().convert(directory) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Waits until the database is open, or could not be opened; it stays open until {@link #end} at least. */
    static void await() throws InterruptedException {
        if (early != null) {
            early.thread.join();
        }
    }

    /** The pool holds connections of its own now. */
    static void end() throws SQLException {
        if (early != null && early.connection != null) {
            early.connection.close();
        }
    }

    private static final class Early {
        private final Thread thread = new Thread(this::open, "opening");
        private final String url;
        private Connection connection;

        Early(String url) {
            this.url = url;
            thread.setDaemon(true);
        }

        private void open() {
            try {
                connection = Driver.load().connect(url, new Properties());
            } catch (SQLException e) {
                // The pool's first connection fails in the same way, and Start tells why.
            }
        }
    }
}
