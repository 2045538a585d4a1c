package org.parley.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.parley.graph.RecordKind;

/**
 * The row of the table {@code seed_load}: which record the database holds.
 *
 * @param served its place is null if the format is
 * @param format the version of the code that made the rows; null if an older program loaded them, which did not store it
 * @param state  a hash of the state of the files that it was loaded from; null if that is not known, and for the record inside the program
 * @param base   tells the record before the first change that people have made; null if they have made none
 */
public record LoadedSeed(Edition.Served served, String format, String state, String base) {

    /**
     * Reads the row by JDBC, since this runs at every start, and creating a session and a transaction takes longer than the query.
     *
     * @return null if the database holds no record
     * @throws IllegalStateException if it can't be read
     */
    public static LoadedSeed in(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return in(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The last load could not be read from the table seed_load", e);
        }
    }

    /** The same by this connection. */
    static LoadedSeed in(Connection connection) throws SQLException {
        // Prepared, since a connection keeps what it has prepared, and each change asks this twice.
        try (PreparedStatement select = connection.prepareStatement(
                        "select digest, place, records, counts, loaded_at, format, state, change_number, base,"
                                + " (select count(*) from redirect) from seed_load");
                ResultSet rows = select.executeQuery()) {
            return rows.next()
                    ? new LoadedSeed(
                            new Edition.Served(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getInt(3),
                                    counts(rows.getString(4)),
                                    rows.getObject(5, OffsetDateTime.class).toInstant(),
                                    rows.getLong(8),
                                    rows.getInt(10) == 0 ? Map.of() : merged(connection)),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(9))
                    : null;
        }
    }

    /** The digest alone, for each operation where processes share the database; null if it holds no record. */
    static String digestIn(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select digest from seed_load");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static Map<String, String> merged(Connection connection) throws SQLException {
        Map<String, String> merged = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select record_id, target_id from redirect");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                merged.put(rows.getString(1), rows.getString(2));
            }
        }
        return merged;
    }

    /** How the numbers of records of each kind are stored: {@code ACTOR 200 SOURCE 30000}. */
    static String counts(Map<RecordKind, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey().name() + ' ' + each.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Map<RecordKind, Integer> counts(String stored) {
        Map<RecordKind, Integer> counts = new HashMap<>();
        String[] words = stored.isEmpty() ? new String[0] : stored.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            counts.put(RecordKind.named(words[i]), Integer.valueOf(words[i + 1]));
        }
        return counts;
    }

    /** The record of {@link #in}; null if the database holds none. */
    static Edition.Served servedIn(DataSource database) {
        LoadedSeed loaded = in(database);
        return loaded == null ? null : loaded.served();
    }
}
