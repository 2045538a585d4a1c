package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.record.ById;

/** What happens to H2's file. */
@AnyDatabase
class H2StoreTest {
    @TempDir
    Path directory;

    /** As after a kill, when H2 closes the database as soon as something is to be changed. */
    @Test
    void a_file_that_can_not_be_emptied_is_set_aside() throws SQLException {
        try (AgroalDataSource database = open()) {
            H2Store store = new H2Store(url(), directory);
            Tables.make(database);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table left_over (id integer)");
                statement.execute("shutdown immediately");
            }
            store.empty(database);
            try (Connection connection = database.getConnection()) {
                assertThat(Tables.has(connection, "record")).isTrue();
                assertThat(Tables.has(connection, "left_over")).isFalse();
            }
            assertThat(Files.exists(directory.resolve("parley.damaged.mv.db"))).isTrue();
            store.empty(database);
        }
    }

    /** H2 keeps an index of its own for each foreign key, which no query needs where another one begins with the column. */
    @Test
    void a_foreign_key_is_left_out_where_another_index_begins_with_its_column() throws SQLException {
        String keys =
                """
                select lower(k.table_name || '.' || k.column_name)
                from information_schema.key_column_usage k join information_schema.referential_constraints r
                  on r.constraint_name = k.constraint_name""";
        try (AgroalDataSource database = open()) {
            Tables.make(database);
            try (Connection connection = database.getConnection()) {
                assertThat(ById.texts(connection, keys)).contains("passage.record_id", "citation.source_id");
            }
            new H2Store(url(), directory).empty(database);
            try (Connection connection = database.getConnection()) {
                assertThat(ById.texts(connection, keys))
                        .doesNotContain("passage.record_id", "statement_issue.issue_id", "statement_issue.statement_id")
                        .contains("citation.source_id", "fact.record_id");
                // Nothing else was dropped: each column that refers to a record is still the first of an index.
                assertThat(ById.texts(
                                connection,
                                "select lower(table_name || '.' || column_name) from information_schema.index_columns"
                                        + " where ordinal_position = 1"))
                        .contains(
                                "passage.record_id",
                                "statement_issue.issue_id",
                                "statement_issue.statement_id",
                                "citation.source_id",
                                "fact.record_id",
                                "fact.source_id");
            }
        }
    }

    /** As after a kill while the database is made again from the journal. */
    @Test
    void what_was_emptied_and_not_loaded_again_is_loaded_by_the_next_start() throws SQLException, IOException {
        try (AgroalDataSource database = open()) {
            new H2Store(url(), directory).empty(database);
        }
        try (AgroalDataSource database = open()) {
            H2Store next = new H2Store(url(), directory);
            assertThat(next.prepare(database, false)).isFalse();
            Tables.make(database);
            next.hasLoaded(database, true);
        }
        assertThat(directory.resolve("parley.loading")).doesNotExist();
    }

    /** As after a kill, when a row may be left of a transaction that is gone: whoever writes it again waits for ever. */
    @Test
    void a_file_that_was_changed_when_the_process_ended_is_made_again() throws SQLException, IOException {
        try (AgroalDataSource database = open()) {
            H2Store store = new H2Store(url(), directory);
            Tables.make(database);
            store.changesBegin();
            Sql.execute(database, "create table of_before (id integer)");
            store.changesAreWritten(database);
        }
        try (AgroalDataSource database = open()) {
            H2Store store = new H2Store(url(), directory);
            assertThat(Files.exists(directory.resolve("parley.changing"))).isFalse();
            Sql.execute(database, "insert into of_before values (1)");
            store.changesBegin();
            Sql.execute(database, "insert into of_before values (2)");
        }
        try (AgroalDataSource database = open()) {
            new H2Store(url(), directory).prepare(database, false);
            try (Connection connection = database.getConnection()) {
                assertThat(Tables.has(connection, "of_before")).isFalse();
            }
        }
        assertThat(directory.resolve("parley.changing")).doesNotExist();
    }

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("parley");
    }

    private AgroalDataSource open() throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url()))));
    }
}
