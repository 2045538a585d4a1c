package org.parley;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The database that all tests of this process use: H2, or with {@code -Dparley.test.database=postgresql} a PostgreSQL server, which is
 * started before the first test and stopped after the last one. PostgreSQL refuses to run as root; for root, the library starts it in a
 * user namespace, as another user.
 */
public final class TestDatabase implements LauncherSessionListener {
    public static final String USER = "parley";
    public static final String PASSWORD = "a password of tests";

    /** A system property with the server's port, and not a static field: Quarkus loads the test classes by several class loaders. */
    private static final String PORT = "test.postgresql.port";

    private static final Map<Path, String> BY_HOME = new ConcurrentHashMap<>();

    private static EmbeddedPostgres server;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!isPostgres()) {
            return;
        }
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(PORT, Integer.toString(server.getPort()));
        execute("create role " + USER + " login password '" + PASSWORD + "'");
        askForPassword();
        String url = create();
        // For the tests within this JVM, then for the packaged program that Quarkus starts.
        System.setProperty("parley.database.url", url);
        System.setProperty("parley.database.user", USER);
        System.setProperty("parley.database.password", PASSWORD);
        System.setProperty("quarkus.test.env.PARLEY_DATABASE_URL", url);
        System.setProperty("quarkus.test.env.PARLEY_DATABASE_USER", USER);
        System.setProperty("quarkus.test.env.PARLEY_DATABASE_PASSWORD", PASSWORD);
    }

    /** Makes the server ask for {@link #USER}'s password: by default, the embedded server trusts every connection. */
    private static void askForPassword() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("show hba_file")) {
            file.next();
            Path rules = Path.of(file.getString(1));
            Files.writeString(rules, "host all " + USER + " all scram-sha-256\n" + Files.readString(rules));
        } catch (SQLException e) {
            throw new IllegalStateException("hba_file of the test server could not be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("select pg_reload_conf()");
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = null;
        }
    }

    /** Whether the tests run on PostgreSQL. */
    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("test.database"));
    }

    /**
     * Creates an empty database that {@link #USER} owns, and returns its URL. Its default collation is that of a language (ICU, en-US):
     * Parley must not depend on it.
     */
    public static String create() {
        return create("template template0 locale_provider icu icu_locale 'en-US' locale 'C.UTF-8' encoding 'UTF8'");
    }

    /** @param options of the SQL statement {@code create database} */
    public static String create(String options) {
        String name = "parley_" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name + " owner " + USER + " " + options);
        return url(name);
    }

    /**
     * A database of one test, empty at first. In H2 it exists as long as a connection to it is open.
     *
     * @param user     null for none
     * @param password null for none
     */
    public record Own(String url, String user, String password) {

        public Connection open() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        /** Creates Parley's tables. */
        public void migrate() {
            flyway().load().migrate();
        }

        public FluentConfiguration flyway() {
            return Flyway.configure().dataSource(url, user, password).locations("classpath:db/migration");
        }
    }

    public static Own own() {
        return isPostgres()
                ? new Own(create("template template0 locale 'C' encoding 'UTF8'"), USER, PASSWORD)
                : new Own("jdbc:h2:mem:" + UUID.randomUUID(), null, null);
    }

    /** The URL of the database of the program that is started in this folder. It is empty at first. */
    public static String of(Path home) {
        return BY_HOME.computeIfAbsent(home, key -> create());
    }

    /** Copies the database of one folder for another folder. No connection to the first may be open. */
    public static void copy(Path from, Path to) {
        BY_HOME.put(to, create("template " + name(of(from))));
    }

    /** The URL of a database of the server. */
    public static String url(String name) {
        return "jdbc:postgresql://localhost:" + System.getProperty(PORT) + "/" + name;
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Executes a statement as the server's superuser. */
    public static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server failed to " + sql, e);
        }
    }
}
