package org.parley.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Checks, creates, updates and drops the tables of the program, by Flyway. */
@RegisterForReflection(
        classNames = {
            // Flyway copies the settings of all its extensions by Jackson, whether they are used or not.
            "org.flywaydb.core.extensibility.ConfigurationExtension",
            "org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension",
            "org.flywaydb.core.internal.proprietaryStubs.LicensingConfigurationExtensionStub",
            "org.flywaydb.core.internal.proprietaryStubs.OfflinePermitConfigurationExtensionStub",
            "org.flywaydb.core.internal.proprietaryStubs.PATTokenConfigurationExtensionStub",
            "org.flywaydb.core.internal.publishing.PublishingConfigurationExtension",
            "org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension",
            "org.flywaydb.database.postgresql.TransactionalModel",
            // And makes the errors of a connection from their classes.
            "org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlNoDriversForInteractiveAuthException",
            "org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlNoIntegratedAuthException",
            "org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlServerUntrustedCertificateSqlException",
            "org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException",
            "org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException"
        })
public final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /**
     * Whether a table exists.
     *
     * @param table in lower case, as in the scripts
     */
    static boolean has(Connection database, String table) throws SQLException {
        String name = database.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        return isThere(database, name);
    }

    private static boolean isThere(Connection database, String name) throws SQLException {
        try (var tables = database.getMetaData().getTables(null, database.getSchema(), name, null)) {
            return tables.next();
        }
    }

    /**
     * Whether exactly the scripts of this program have been run. Compares them with Flyway's history table, since Flyway's own validation
     * takes a tenth of the time of a start. Also false if a script failed or was changed: Flyway must run then, and reports it.
     */
    public static boolean areCurrent(Connection database) throws SQLException {
        // Flyway quotes the name, so it is in lower case in every database.
        if (!isThere(database, HISTORY)) {
            return false;
        }
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select \"version\", \"checksum\", \"success\" from \"" + HISTORY
                        + "\" where \"version\" is not null order by \"installed_rank\"")) {
            for (Script script : Script.ALL) {
                if (!rows.next() || !rows.getBoolean(3) || !script.isNotedAs(rows.getString(1), rows.getInt(2))) {
                    return false;
                }
            }
            return !rows.next();
        }
    }

    /** Runs the scripts that have not been run. */
    static void make(DataSource database) {
        flyway(database).migrate();
    }

    /** Drops everything in the database's schema. */
    static void remove(DataSource database) {
        flyway(database).clean();
    }

    private static Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                // Flyway scans folders and jars for scripts, and the native executable has neither.
                .resourceProvider(new Scripts())
                .javaMigrationClassProvider(List::of)
                // By default, Flyway accepts a script of a newer program in the history table.
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(false)
                .load();
    }

    private static final class Scripts implements ResourceProvider {
        /** Null if there is none: Flyway also asks for a settings file beside each script. */
        @Override
        public LoadableResource getResource(String name) {
            return Script.ALL.stream()
                    .filter(script -> script.getRelativePath().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return Script.ALL.stream()
                    .filter(script -> script.getFilename().startsWith(prefix)
                            && Stream.of(suffixes).anyMatch(script.getFilename()::endsWith))
                    .map(LoadableResource.class::cast)
                    .toList();
        }
    }
}
