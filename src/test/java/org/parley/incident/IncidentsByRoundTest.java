package org.parley.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which incidents happened during a round, and which between the round before and it: worked out from days alone. */
class IncidentsByRoundTest {
    private static final String URL = "jdbc:h2:mem:incidents-by-round";

    private Connection database;

    @BeforeEach
    void two_rounds_with_a_week_between_them() throws SQLException {
        database = DriverManager.getConnection(URL);
        Flyway.configure()
                .dataSource(URL, null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        round("first", "date '2026-01-23'", "date '2026-01-24'", "null");
        round("second", "date '2026-02-04'", "date '2026-02-05'", "'first'");
        round("undated", "null", "null", "'second'");
        round("one-day", "date '2026-02-10'", "null", "'undated'");
    }

    @AfterEach
    void forget_them() throws SQLException {
        database.close();
    }

    @Test
    void one_shared_day_is_enough_to_be_during() throws SQLException {
        incident("into-the-first-day", "date '2026-02-01'", "date '2026-02-04'");
        incident("out-of-the-last-day", "date '2026-02-05'", "date '2026-02-09'");
        incident("around", "date '2026-02-01'", "date '2026-02-28'");
        incident("the-day-before", "date '2026-02-03'", "date '2026-02-03'");
        incident("the-day-after", "date '2026-02-06'", "null");
        assertThat(related("second", "DURING")).containsExactly("around", "into-the-first-day", "out-of-the-last-day");
    }

    @Test
    void what_has_no_last_day_lasts_one_day() throws SQLException {
        incident("on-the-last-day", "date '2026-02-05'", "null");
        incident("on-the-one-day", "date '2026-02-10'", "null");
        assertThat(related("second", "DURING")).containsExactly("on-the-last-day");
        assertThat(related("one-day", "DURING")).containsExactly("on-the-one-day");
    }

    @Test
    void only_what_lies_wholly_between_the_rounds_is_since_the_previous() throws SQLException {
        incident("the-day-after-the-first", "date '2026-01-25'", "null");
        incident("until-the-day-before", "date '2026-01-30'", "date '2026-02-03'");
        incident("from-the-last-day", "date '2026-01-24'", "date '2026-01-26'");
        incident("into-the-first-day", "date '2026-01-30'", "date '2026-02-04'");
        incident("long-before", "date '2026-01-01'", "null");
        assertThat(related("second", "BEFORE")).containsExactly("the-day-after-the-first", "until-the-day-before");
    }

    @Test
    void a_round_without_a_previous_one_has_nothing_since() throws SQLException {
        incident("long-before", "date '2026-01-01'", "null");
        assertThat(related("first", "BEFORE")).isEmpty();
    }

    @Test
    void where_a_round_or_an_incident_is_undated_nothing_is_told() throws SQLException {
        incident("undated", "null", "null");
        incident("between", "date '2026-02-07'", "null");
        assertThat(related("undated", "DURING")).isEmpty();
        assertThat(related("undated", "BEFORE")).isEmpty();
        assertThat(related("one-day", "BEFORE")).isEmpty();
        assertThat(related("second", "DURING")).isEmpty();
    }

    private void round(String id, String start, String end, String previous) throws SQLException {
        execute(
                "insert into round (id, title, status, start_date, end_date, date_basis, agenda, previous_id, oldest_first, newest_first)"
                        + " values ('" + id + "', 'a', 'HELD', " + start + ", " + end + ", 'STATED', array[], "
                        + previous + ", 0, 0)");
    }

    private void incident(String id, String start, String end) throws SQLException {
        execute(
                "insert into incident (id, title, summary, kind, start_date, end_date, date_basis, effects, oldest_first, newest_first)"
                        + " values ('" + id + "', 'a', 'a', 'OTHER', " + start + ", " + end
                        + ", 'STATED', array[], 0, 0)");
    }

    private List<String> related(String round, String relation) throws SQLException {
        execute("delete from incident_round");
        new IncidentsByRound().derive(database);
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select incident_id from incident_round where round_id = '"
                        + round + "' and relation = '" + relation + "' order by incident_id")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
