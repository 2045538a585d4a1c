package org.parley.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** SQL queries with positional {@code ?} parameters, by JDBC, in the current {@link ReadTransaction}. */
public final class Sql {
    private static final Pattern UNINDEXED = Pattern.compile("\\bunindexed\\(([^()]*)\\)");

    private Sql() {}

    /**
     * Keeps H2 from using an index on a column of texts, where another condition already selects few rows. H2 uses an index for
     * {@code column = any(?)} wherever there is one, and would look up all values in it again for each row. PostgreSQL compares the costs.
     *
     * @param column a column, or an SQL expression; one with parentheses is returned unchanged
     * @return must be part of a statement that {@link SqlCount} translates: all those of a {@link ReadTransaction} are
     */
    public static String unindexed(String column) {
        return column.indexOf('(') < 0 ? "unindexed(" + column + ")" : column;
    }

    /** A statement in the dialect of the store: each {@link #unindexed} column as the store writes it. */
    static String translated(String sql, Store store) {
        return sql.contains("unindexed(")
                ? UNINDEXED
                        .matcher(sql)
                        .replaceAll(column -> Matcher.quoteReplacement(store.unindexed(column.group(1))))
                : sql;
    }

    /** Runs one statement on a connection of its own, without parameters or a result. */
    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads one row of a result. */
    public interface RowReader {

        /** @param rows stands on the row */
        void read(ResultSet rows) throws SQLException;
    }

    /**
     * Sends a query by the connection of the current {@link ReadTransaction}.
     *
     * @param values one for each {@code ?}; a list of texts, or of numbers, is bound as one SQL array
     * @param reader called for each row
     * @throws StatementFailure if it fails
     */
    public static void read(String sql, List<?> values, RowReader reader) {
        ReadTransaction transaction = ReadTransaction.current();
        try (PreparedStatement statement = transaction.prepare(sql)) {
            for (int i = 0; i < values.size(); i++) {
                bind(statement, i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            transaction.hasFailed();
            throw new StatementFailure(sql, e);
        }
    }

    private static void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(at, bound(text));
        } else if (value instanceof List<?> list) {
            statement.setObject(
                    at, !list.isEmpty() && list.get(0) instanceof Long ? list.toArray(Long[]::new) : texts(list));
        } else {
            statement.setObject(at, value);
        }
    }

    private static String[] texts(List<?> list) {
        String[] texts = new String[list.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = bound((String) list.get(i));
        }
        return texts;
    }

    /** PostgreSQL rejects texts with U+0000. It is replaced by U+FFFF: no text of the record holds either, so nothing is found. */
    private static String bound(String text) {
        return text != null && text.indexOf('\0') >= 0 ? text.replace('\0', '\uffff') : text;
    }

    /** The texts of a column with an SQL array; empty if it is null. */
    public static List<String> texts(ResultSet rows, int column) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            return List.of();
        }
        Object[] elements = (Object[]) array.getArray();
        return List.of(Arrays.copyOf(elements, elements.length, String[].class));
    }

    /**
     * A query with its parameter values.
     *
     * @param <R> {@code Object[]} for all columns of a row, else the type of the only column
     */
    public record Query<R>(String sql, List<?> values, Class<R> type) {

        /**
         * All rows. An SQL array becomes a {@code String[]}, an SQL null becomes null.
         *
         * @throws StatementFailure if it fails
         */
        public List<R> getResultList() {
            List<R> found = new ArrayList<>();
            read(sql, values, rows -> found.add(row(rows)));
            return found;
        }

        /**
         * The only row.
         *
         * @throws IllegalStateException if there is none, or more than one
         */
        public R getSingleResult() {
            List<R> rows = getResultList();
            if (rows.size() != 1) {
                throw new IllegalStateException("The query must return one row, not " + rows.size());
            }
            return rows.get(0);
        }

        private R row(ResultSet rows) throws SQLException {
            if (type != Object[].class) {
                return type.cast(value(rows.getObject(1)));
            }
            Object[] row = new Object[rows.getMetaData().getColumnCount()];
            for (int i = 0; i < row.length; i++) {
                row[i] = value(rows.getObject(i + 1));
            }
            return type.cast(row);
        }

        private static Object value(Object value) throws SQLException {
            if (value instanceof Array array) {
                Object[] elements = (Object[]) array.getArray();
                return Arrays.copyOf(elements, elements.length, String[].class);
            }
            return value;
        }
    }

    /**
     * @param values one for each {@code ?}; a list of texts, or of numbers, is bound as one SQL array
     * @param type   {@code Object[]} for all columns of a row, else the type of the only column
     */
    public static <R> Query<R> bind(String sql, List<?> values, Class<R> type) {
        return new Query<>(sql, values, type);
    }
}
