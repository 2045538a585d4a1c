package org.parley.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The questions that the file {@code questions.graphql} asks of any record. Each of them has SQL, which finds what to ask about:
 * its first row fills the gaps of the question, and without a row the record has no answer to it, so that it is not asked.
 */
final class Questions {
    private static final String FILE = "/templates/questions.graphql";
    private static final String SQL = "#sql ";

    private Questions() {}

    /** In the file's order; never empty, as one is about an empty record. */
    static List<Question> of(Connection connection) throws SQLException {
        List<Question> questions = new ArrayList<>();
        for (String block : file().split("\n\n+")) {
            Map<String, String> row = firstRow(connection, sql(block));
            String filled = row == null ? null : new Template(question(block)).filled(row);
            if (filled != null) {
                questions.add(new Question(filled));
            }
        }
        return questions;
    }

    private static String sql(String block) {
        return block.lines()
                .filter(line -> line.startsWith(SQL))
                .map(line -> line.substring(SQL.length()))
                .collect(Collectors.joining("\n"));
    }

    private static String question(String block) {
        return block.lines().filter(line -> !line.startsWith(SQL)).collect(Collectors.joining("\n"));
    }

    /** By the names of its columns, in lower case; null if there is none. */
    private static Map<String, String> firstRow(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql + "\nfetch first row only")) {
            if (!rows.next()) {
                return null;
            }
            Map<String, String> row = new HashMap<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.put(rows.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT), rows.getString(column));
            }
            return row;
        }
    }

    private static String file() {
        try (InputStream file = Questions.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
