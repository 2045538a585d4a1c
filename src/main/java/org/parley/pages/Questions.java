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
 * Makes the example queries from the templates in {@code questions.graphql}. Each template has an SQL query; its first row fills the
 * template's gaps. Without a row the record can't answer the question, so it is left out.
 */
final class Questions {
    private static final String FILE = "/templates/questions.graphql";
    private static final String SQL = "#sql ";

    private Questions() {}

    /** The questions, in the file's order. Never empty, since one of them works for an empty record, too. */
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

    /** The first row, by column names in lower case; null if the query finds none. */
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
