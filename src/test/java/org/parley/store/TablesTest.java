package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.TestDatabase;

/** Whether a start may do without Flyway. */
class TablesTest {
    private final TestDatabase.Own own = TestDatabase.own();

    private Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = own.open();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void an_empty_database_has_none() throws SQLException {
        assertThat(Tables.areCurrent(database)).isFalse();
    }

    /** The checksums too: they are Flyway's own. */
    @Test
    void what_flyway_made_is_current() throws SQLException {
        migrate();
        assertThat(Tables.areCurrent(database)).isTrue();
    }

    /** With rows in the tables that the later scripts change. */
    @Test
    void what_the_first_version_made_becomes_current() throws SQLException {
        own.flyway().target("1").load().migrate();
        try (var statement = database.createStatement()) {
            statement.executeUpdate("insert into event (id, kind, start_date, end_date, oldest_first, newest_first)"
                    + " values ('round/a', 'ROUND', date '2026-02-04', null, 1, -1)");
            statement.executeUpdate(
                    "insert into statement (id, title, kind, summary, said_on, date_basis, stance, oldest_first,"
                            + " newest_first) values ('statement/a', 'a', 'PARAPHRASE', 'a', date '2026-02-04', 'STATED', 'REPORTS', 1, -1)");
        }
        assertThat(Tables.areCurrent(database)).isFalse();
        migrate();
        assertThat(Tables.areCurrent(database)).isTrue();
    }

    @Test
    void every_script_is_known_in_its_order() throws Exception {
        try (var scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(Script.ALL.stream().map(Script::getFilename))
                    .containsExactlyElementsOf(scripts.map(
                                    script -> script.getFileName().toString())
                            .sorted(Comparator.comparing(name -> Integer.valueOf(name.replaceAll("V(\\d+)__.*", "$1"))))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update \"flyway_schema_history\" set \"checksum\" = 7",
                "update \"flyway_schema_history\" set \"success\" = false",
                "delete from \"flyway_schema_history\"",
                "insert into \"flyway_schema_history\" select 99, '99', 'later', 'SQL', 'V99__later.sql', 7, '', now(), 1, true"
            })
    void what_another_program_made_is_left_to_flyway(String sql) throws SQLException {
        migrate();
        try (var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
        assertThat(Tables.areCurrent(database)).isFalse();
    }

    @Test
    void what_is_removed_can_be_made_again() throws SQLException {
        migrate();
        Tables.remove(own.flyway().getDataSource());
        assertThat(Tables.areCurrent(database)).isFalse();
        assertThat(Tables.has(database, "actor")).isFalse();
        migrate();
        assertThat(Tables.areCurrent(database)).isTrue();
    }

    @Test
    void a_database_of_a_newer_program_is_refused() throws SQLException {
        migrate();
        try (var statement = database.createStatement()) {
            statement.executeUpdate(
                    "insert into \"flyway_schema_history\" select 99, '99', 'later', 'SQL', 'V99__later.sql', 7, '', now(), 1, true");
        }
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayValidateException.class);
    }

    private void migrate() {
        Tables.make(own.flyway().getDataSource());
    }
}
