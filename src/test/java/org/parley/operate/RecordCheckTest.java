package org.parley.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** When Parley calls itself ready. */
class RecordCheckTest {
    private final JdbcDataSource database = new JdbcDataSource();
    private final RecordCheck check = new RecordCheck(database);

    @Test
    void a_database_with_a_record_is_ready_until_it_closes() throws SQLException {
        database.setURL("jdbc:h2:mem:record;DB_CLOSE_DELAY=-1");
        change("create table seed_load (id int)");
        change("insert into seed_load values (1)");
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
        change("shutdown");
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_database_without_a_record_is_not() throws SQLException {
        database.setURL("jdbc:h2:mem:no-record");
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table seed_load (id int)");
            assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void a_database_that_cannot_be_opened_is_not_and_the_answer_does_not_tell_why() {
        database.setURL("jdbc:h2:file:/dev/null/nowhere;IFEXISTS=TRUE");
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(check.call().getData()).isEmpty();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
