package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database whose indexes were created after its rows has the indexes and foreign keys of every other. */
class H2IndexesTest {
    private static TreeSet<String> script(Connection connection) throws SQLException {
        TreeSet<String> script = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("script nodata nopasswords nosettings")) {
            while (lines.next()) {
                if (!lines.getString(1).startsWith("--")) {
                    script.add(lines.getString(1));
                }
            }
        }
        return script;
    }

    @Test
    void what_is_dropped_is_created_again() throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        try (Connection connection = DriverManager.getConnection(url)) {
            Flyway.configure()
                    .dataSource(url, null, null)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            TreeSet<String> before = script(connection);
            H2Indexes indexes = new H2Indexes();
            indexes.drop(connection);
            assertThat(script(connection))
                    .noneMatch(line -> line.startsWith("CREATE INDEX") || line.contains("FOREIGN"));
            assertThat(indexes.count(table -> true)).isGreaterThan(40);
            assertThat(indexes.count("statement_speaker"::equals)).isPositive();
            indexes.create(connection, "statement_speaker"::equals, () -> {});
            indexes.create(connection, table -> !table.equals("statement_speaker"), () -> {});
            indexes.createKeys(connection);
            assertThat(script(connection)).isEqualTo(before);
        }
    }
}
