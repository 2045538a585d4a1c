package org.parley.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Queries in SQL with positional {@code ?} parameters, where a list of texts is bound as one array.
 *
 * <p>They run by JDBC on the session's connection. A native query of Hibernate would ask the driver for the type of each column before
 * it reads a row, and map it by the dialect that the program was built with, whichever database answers.
 */
public final class Sql {
    private Sql() {}

    /**
     * A column of texts, or an expression, that holds one of some values only for few of the rows that are looked at: which they are
     * is to be found by another condition, and not by an index on this one. H2 would use the index for each row anew, since it looks
     * for values in an index wherever there is one.
     *
     * @return for conditions that {@link SqlCount} sees, as all that are sent by a session of Hibernate's
     */
    public static String unindexed(String column) {
        return column.indexOf('(') < 0 ? "unindexed(" + column + ")" : column;
    }

    /**
     * A query that was given its values.
     *
     * @param <R> {@code Object[]} for all columns of a row, else the type of the only column
     */
    public record Query<R>(Session session, String sql, List<?> values, Class<R> type) {

        /** All rows; an array of SQL is a {@code String[]}, a null of SQL is null. */
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

        /** PostgreSQL takes no text with the character 0, which no text of a record holds; nor does one hold this other. */
        private static Object bound(Object value) {
            return value instanceof String text && text.indexOf('\0') >= 0 ? text.replace('\0', '\uffff') : value;
        }

        /** The only column of the only row. */
        public R getSingleResult() {
            List<R> rows = getResultList();
            if (rows.size() != 1) {
                throw new IllegalStateException("One row was expected, not " + rows.size());
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

    public static <R> Query<R> bind(Session session, String sql, List<?> values, Class<R> type) {
        return new Query<>(session, sql, values, type);
    }
}
