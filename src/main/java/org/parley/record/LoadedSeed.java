package org.parley.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/**
 * The row of the table {@code seed_load}: which record the database holds.
 *
 * @param served its place is null if the format is
 * @param format the version of the code that made the rows; null if an older program loaded them, which did not store it
 */
record LoadedSeed(Edition.Served served, String format) {

    /**
     * Reads the row by JDBC, since this runs at every start, and creating a session and a transaction takes longer than the query.
     *
     * @return null if the database holds no record
     * @throws IllegalStateException if it can't be read
     */
    static LoadedSeed in(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return in(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The last load could not be read from the table seed_load", e);
        }
    }

    /** The same by this connection. */
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

    /** The record of {@link #in}; null if the database holds none. */
    static Edition.Served servedIn(DataSource database) {
        LoadedSeed loaded = in(database);
        return loaded == null ? null : loaded.served();
    }
}
