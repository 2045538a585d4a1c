package org.parley.record;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** SQL about the records of some ids, which each parameter of a statement takes as an array. */
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
        try (PreparedStatement statement = prepared(connection, sql, ids)) {
            statement.executeUpdate();
        }
    }

    /** What a query finds in its first column. */
    public static Set<String> texts(Connection connection, String sql, Collection<String> ids) throws SQLException {
        Set<String> found = new LinkedHashSet<>();
        try (PreparedStatement statement = prepared(connection, sql, ids);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
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
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            Array array = connection.createArrayOf("varchar", ids.toArray());
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setArray(i, array);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
