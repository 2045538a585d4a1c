package org.parley.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/**
 * What the database tells of the record that it holds.
 *
 * @param format by which its rows were made; null if it was not noted, and then its place is null too
 */
record LoadedSeed(Edition.Served served, String format) {

    /** Null if there is no record. */
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
