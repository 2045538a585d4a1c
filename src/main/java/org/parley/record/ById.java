package org.parley.record;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Executes SQL for a set of record ids: every parameter of a statement is set to the same array of ids, unless two are given in turn.
 * Without ids, nothing is asked of the database, since the statements here find or change nothing then.
 */
public final class ById {
    private ById() {}

    /** Executes a statement that changes rows. */
    public static void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /** Executes a statement that changes rows. */
    public static void update(Connection connection, String sql, Collection<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = prepared(connection, sql, ids)) {
            statement.executeUpdate();
        }
    }

    /**
     * Executes a statement that changes rows.
     *
     * @param ids    the first, third ... parameter
     * @param others the second, fourth ... parameter
     */
    public static void update(Connection connection, String sql, Collection<String> ids, Collection<String> others)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, List.of(ids, others))) {
            statement.executeUpdate();
        }
    }

    /** The values of a query's first column, without duplicates, in the query's order. */
    public static Set<String> texts(Connection connection, String sql, Collection<String> ids) throws SQLException {
        return ids.isEmpty() ? new LinkedHashSet<>() : firsts(connection, sql, List.of(ids));
    }

    /** The values of the first column of a query without parameters, without duplicates, in the query's order. */
    public static Set<String> texts(Connection connection, String sql) throws SQLException {
        return firsts(connection, sql, List.of());
    }

    private static Set<String> firsts(Connection connection, String sql, List<Collection<String>> inTurn)
            throws SQLException {
        Set<String> found = new LinkedHashSet<>();
        try (PreparedStatement statement = prepared(connection, sql, inTurn);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /**
     * Those of these records whose value is another one in the database, or that it lacks.
     *
     * @param sql selects ids and values by {@code id = any(?)}
     * @param now the values by the ids
     */
    public static Set<String> changed(Connection connection, String sql, Map<String, String> now) throws SQLException {
        Set<String> changed = new LinkedHashSet<>(now.keySet());
        if (!now.isEmpty()) {
            pairs(connection, sql, now.keySet(), (id, stored) -> {
                if (Objects.equals(stored, now.get(id))) {
                    changed.remove(id);
                }
            });
        }
        return changed;
    }

    /** Passes the first two columns of each row of a query on, in the query's order. */
    public static void pairs(
            Connection connection, String sql, Collection<String> ids, BiConsumer<String, String> reader)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = prepared(connection, sql, ids);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.accept(rows.getString(1), rows.getString(2));
            }
        }
    }

    /** Whether a query finds a row. */
    static boolean isAny(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Collection<String> ids)
            throws SQLException {
        return prepared(connection, sql, List.of(ids));
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<Collection<String>> inTurn)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            List<Array> arrays = new ArrayList<>();
            for (Collection<String> ids : inTurn) {
                arrays.add(connection.createArrayOf("varchar", ids.toArray()));
            }
            // The driver of PostgreSQL would ask the server for the parameters, which does not know the type of
            // unnest(?) yet.
            long parameters = sql.chars().filter(letter -> letter == '?').count();
            for (int i = 0; i < parameters; i++) {
                statement.setArray(i + 1, arrays.get(i % arrays.size()));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
