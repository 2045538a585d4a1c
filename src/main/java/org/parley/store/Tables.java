package org.parley.store;

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

/** The tables that this program works with: whether a database has them, and how it gets them, which is by Flyway. */
public final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /** @param table in lower case, as the scripts name it */
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
     * Whether all scripts have been run, and no others. Flyway would tell, and take a tenth of a start to do so; what it noted when it
     * ran them can be read at once. False also where Flyway has something to say of them: it is to be asked then.
     */
    public static boolean areCurrent(Connection database) throws SQLException {
        // Flyway quotes it, so that it is in lower case everywhere.
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

    /** Removes all that is in the database's schema. */
    static void remove(DataSource database) {
        flyway(database).clean();
    }

    private static Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                // By a list: Flyway looks for scripts in folders and jars, and the executable has neither.
                .resourceProvider(new Scripts())
                .javaMigrationClassProvider(List::of)
                // By default a script of a newer program would be no fault.
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(false)
                .load();
    }

    private static final class Scripts implements ResourceProvider {
        /** Null if there is none: Flyway asks for settings beside each script. */
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
