package org.parley.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The indexes and foreign keys of H2, as its own command {@code SCRIPT} defines them. */
final class H2Indexes implements LateIndexes {
    private static final String NAME = "\"PUBLIC\"\\.\"(\\w+)\"";
    private static final Pattern INDEX = Pattern.compile("CREATE (?:UNIQUE )?INDEX " + NAME + " ON " + NAME + ".*");
    private static final Pattern KEY =
            Pattern.compile("ALTER TABLE " + NAME + " ADD CONSTRAINT " + NAME + " FOREIGN KEY.*");

    private record Definition(String name, String table, String sql) {}

    private final List<Definition> indexes = new ArrayList<>();
    private final List<Definition> keys = new ArrayList<>();

    @Override
    public void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet script = statement.executeQuery("script nodata nopasswords nosettings")) {
                while (script.next()) {
                    String sql = script.getString(1).replace('\n', ' ').strip();
                    Matcher index = INDEX.matcher(sql);
                    Matcher key = KEY.matcher(sql);
                    if (index.matches()) {
                        indexes.add(new Definition(index.group(1), index.group(2), sql));
                    } else if (key.matches()) {
                        keys.add(new Definition(key.group(2), key.group(1), sql));
                    }
                }
            }
            // Otherwise H2 leaves the space of what it has overwritten unused for 45 seconds, and the file grows.
            statement.execute("set retention_time 0");
            // H2 keeps an index as long as a foreign key needs it.
            for (Definition key : keys) {
                statement.execute("alter table \"" + key.table + "\" drop constraint \"" + key.name + '"');
            }
            for (Definition index : indexes) {
                statement.execute("drop index \"" + index.name + '"');
            }
        }
    }

    @Override
    public long count(Predicate<String> tables) {
        return indexes.stream().filter(index -> isOf(index, tables)).count();
    }

    @Override
    public void create(Connection connection, Predicate<String> tables, Runnable each) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Definition index : indexes) {
                if (isOf(index, tables)) {
                    statement.execute(index.sql);
                    each.run();
                }
            }
        }
    }

    private static boolean isOf(Definition index, Predicate<String> tables) {
        return tables.test(index.table.toLowerCase(Locale.ROOT));
    }

    @Override
    public void createKeys(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Definition key : keys) {
                statement.execute(key.sql);
            }
            statement.execute("set retention_time 45000");
        }
    }
}
