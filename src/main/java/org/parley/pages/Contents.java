package org.parley.pages;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the explorer says of the record, and asks it first.
 *
 * @param talks        the first {@value #SHOWN} negotiations, by title
 * @param negotiations how many there are
 * @param sources      how many sources there are
 * @param questions    example queries for this record; never empty
 */
record Contents(List<Talks> talks, int negotiations, int sources, List<Question> questions) {
    private static final int SHOWN = 20;

    /** A negotiation. */
    record Talks(String title, String summary) {}

    static Contents of(Connection connection) throws SQLException {
        List<Talks> talks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select title, summary from negotiation order by name_key, id fetch first " + SHOWN
                                + " rows only")) {
            while (rows.next()) {
                talks.add(new Talks(rows.getString(1), rows.getString(2)));
            }
        }
        return new Contents(
                List.copyOf(talks),
                count(connection, "negotiation"),
                count(connection, "source"),
                Questions.of(connection));
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What the record is about, on one line. */
    String about() {
        String title =
                switch (negotiations) {
                    case 0 -> sources == 0
                            ? "An empty record"
                            : "A record of " + sources + (sources == 1 ? " source" : " sources");
                    case 1 -> talks.get(0).title();
                    default -> "The record of " + String.format(Locale.ENGLISH, "%,d", negotiations) + " negotiations";
                };
        String more = negotiations == 1
                ? talks.get(0).summary()
                : String.join("; ", talks.stream().map(Talks::title).toList());
        return Template.comment(title + (more.isEmpty() ? "" : ": " + more));
    }
}
