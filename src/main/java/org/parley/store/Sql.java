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
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * SQL queries with positional {@code ?} parameters. A list of texts is bound as one SQL array.
 *
 * <p>They run by JDBC on the session's connection. A native query of Hibernate would read the type of each column from the result's
 * metadata first, and map it by the dialect that was fixed at build time, whichever database is used.
 */
public final class Sql {
    private static final Pattern UNINDEXED = Pattern.compile("\\bunindexed\\(([^()]*)\\)");

    private Sql() {}

    /**
     * Keeps H2 from using an index on a column of texts, where another condition already selects few rows. H2 uses an index for
     * {@code column = any(?)} wherever there is one, and would look up all values in it again for each row. PostgreSQL compares the costs.
     *
     * @param column a column, or an SQL expression; one with parentheses is returned unchanged
     * @return must be part of a statement that {@link SqlCount} translates: all those of a Hibernate session are
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

    /**
     * A query with its parameter values. Not thread-safe: it uses the session's connection.
     *
     * @param <R> {@code Object[]} for all columns of a row, else the type of the only column
     */
    public record Query<R>(Session session, String sql, List<?> values, Class<R> type) {

        /** All rows. An SQL array becomes a {@code String[]}, an SQL null becomes null. */
        public List<R> getResultList() {
            SessionFactoryImplementor factory = session.getSessionFactory().unwrap(SessionFactoryImplementor.class);
            SqlCount count = (SqlCount) factory.getSessionFactoryOptions().getStatementInspector();
            String counted = count.inspect(sql);
            return session.doReturningWork(connection -> {
                count.isSentBy(connection);
                try (PreparedStatement statement = connection.prepareStatement(counted)) {
                    for (int i = 0; i < values.size(); i++) {
                        bind(connection, statement, i + 1, values.get(i));
                    }
                    try (ResultSet rows = statement.executeQuery()) {
                        return read(rows);
                    }
                }
            });
        }

        private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
                throws SQLException {
            if (value instanceof List<?> list) {
                Object[] texts = list.stream().map(Query::bound).toArray();
                statement.setArray(at, connection.createArrayOf("varchar", texts));
            } else {
                statement.setObject(at, bound(value));
            }
        }

        /** PostgreSQL rejects texts with U+0000. It is replaced by U+FFFF: no text of the record holds either, so nothing is found. */
        private static Object bound(Object value) {
            return value instanceof String text && text.indexOf('\0') >= 0 ? text.replace('\0', '\uffff') : value;
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

        private List<R> read(ResultSet rows) throws SQLException {
            int columns = rows.getMetaData().getColumnCount();
            List<R> found = new ArrayList<>();
            while (rows.next()) {
                if (type == Object[].class) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = value(rows.getObject(i + 1));
                    }
                    found.add(type.cast(row));
                } else {
                    found.add(type.cast(value(rows.getObject(1))));
                }
            }
            return found;
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
     * @param values one for each {@code ?}; a list is bound as an SQL array of texts
     * @param type   {@code Object[]} for all columns of a row, else the type of the only column
     */
    public static <R> Query<R> bind(Session session, String sql, List<?> values, Class<R> type) {
        return new Query<>(session, sql, values, type);
    }
}
