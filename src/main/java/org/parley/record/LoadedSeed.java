package org.parley.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/**
 * The row of the table {@code seed_load}: which record the database holds.
 *
 * @param served its place is null if the format is
 * @param format the version of the code that made the rows; null if an older program loaded them, which did not store it
 */
record LoadedSeed(Edition.Served served, String format) {

    /** Reads the row; null if the database holds no record. */
    static LoadedSeed in(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select digest, place, records, loaded_at, format from seed_load")) {
            return rows.next()
                    ? new LoadedSeed(
                            new Edition.Served(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getInt(3),
                                    rows.getObject(4, OffsetDateTime.class).toInstant()),
                            rows.getString(5))
                    : null;
        }
    }
}
