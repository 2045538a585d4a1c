package org.parley.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Whether a database has the tables that this program works with. Flyway knows, and takes a tenth of a start to tell; what it
 * noted when it made them can be read at once.
 */
public final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    /** All that are in {@code db/migration}, in their order; in the executable they are read when it is built. */
    static final List<Migration> MIGRATIONS = List.of(
            Migration.of("1", "record"),
            Migration.of("2", "days"),
            Migration.of("3", "words"),
            Migration.of("4", "promise"),
            Migration.of("5", "reload"),
            Migration.of("6", "origin"));

    private Tables() {}

    /**
     * A step that Flyway takes.
     *
     * @param checksum as Flyway counts it: CRC-32 of the script's lines without their ends
     */
    public record Migration(String version, int checksum) {

        private static Migration of(String version, String description) {
            String name = "/db/migration/V" + version + "__" + description + ".sql";
            CRC32 sum = new CRC32();
            try (InputStream script = Tables.class.getResourceAsStream(name);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Migration(version, (int) sum.getValue());
        }
    }

    /** @param table in lower case, as the migrations name it */
    static boolean has(Connection database, String table) throws SQLException {
        String name = database.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        return isThere(database, name);
    }

    private static boolean isThere(Connection database, String name) throws SQLException {
        try (var tables = database.getMetaData().getTables(null, database.getSchema(), name, null)) {
            return tables.next();
        }
    }

    /** False also where Flyway has something to say of them: it is to be asked then. */
    public static boolean areCurrent(Connection database) throws SQLException {
        // Flyway quotes it, so that it is in lower case everywhere.
        if (!isThere(database, HISTORY)) {
            return false;
        }
        List<Migration> done = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select \"version\", \"checksum\", \"success\" from \"" + HISTORY
                        + "\" where \"version\" is not null order by \"installed_rank\"")) {
            while (rows.next()) {
                if (!rows.getBoolean(3)) {
                    return false;
                }
                done.add(new Migration(rows.getString(1), rows.getInt(2)));
            }
        }
        return done.equals(MIGRATIONS);
    }
}
