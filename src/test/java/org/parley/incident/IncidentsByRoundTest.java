package org.parley.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.TestDatabase;

/** Which incidents happened during a round, and which between the round before and it: worked out from days, where that is certain. */
class IncidentsByRoundTest {
    private final TestDatabase.Own own = TestDatabase.own();

    private Connection database;

    @BeforeEach
    void two_rounds_with_a_week_between_them() throws SQLException {
        database = own.open();
        own.migrate();
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

    @Test
    void what_is_certainly_of_a_day_of_the_round_is_during_it() throws SQLException {
        between("on-one-of-both", "2026-02-04", "2026-02-05");
        between("of-the-month", "2026-02-01", "2026-02-28");
        between("from-the-day-before", "2026-02-03", "2026-02-05");
        assertThat(related("second", "DURING")).containsExactly("on-one-of-both");
    }

    @Test
    void what_is_certainly_between_the_rounds_is_since_the_previous() throws SQLException {
        between("between", "2026-01-25", "2026-02-03");
        between("of-the-month", "2026-02-01", "2026-02-28");
        assertThat(related("second", "BEFORE")).containsExactly("between");
    }

    @Test
    void of_the_days_of_a_round_that_only_a_month_is_known_of_nothing_is_certain() throws SQLException {
        execute("update round set earliest = " + day("2026-03-01") + ", latest = " + day("2026-03-31")
                + " where id = 'undated'");
        incident("in-march", "date '2026-03-10'", "null");
        incident("between", "date '2026-02-20'", "null");
        assertThat(related("undated", "DURING")).isEmpty();
        assertThat(related("undated", "BEFORE")).isEmpty();
    }

    @Test
    void what_a_source_ties_to_a_round_is_during_it_whatever_its_day() throws SQLException {
        incident("undated", "null", "null");
        incident("on-the-last-day", "date '2026-02-05'", "null");
        for (String incident : List.of("undated", "on-the-last-day")) {
            execute("insert into incident_tie (incident_id, ordinal, round_id) values ('" + incident
                    + "', 1, 'second')");
        }
        execute("insert into incident_tie (incident_id, ordinal, round_id) values ('undated', 2, 'undated')");
        assertThat(related("second", "DURING")).containsExactly("on-the-last-day", "undated");
        assertThat(related("undated", "DURING")).containsExactly("undated");
        assertThat(related("second", "BEFORE")).isEmpty();
    }

    @Test
    void of_what_one_bound_alone_is_known_nothing_is_certain() throws SQLException {
        bound("not-after", "not_after", "2026-02-04");
        bound("not-before", "not_before", "2026-02-05");
        bound("some-time-before", "not_after", "2026-01-30");
        assertThat(related("second", "DURING")).isEmpty();
        assertThat(related("second", "BEFORE")).isEmpty();
    }

    private void round(String id, String start, String end, String previous) throws SQLException {
        execute(
                "insert into round (id, title, status, start_date, end_date, date_basis, agenda, previous_id, earliest, latest,"
                        + " oldest_first)"
                        + " values ('" + id + "', 'a', 'HELD', " + start + ", " + end
                        + ", 'STATED', cast(array[] as varchar array), "
                        + previous + ", " + number(start) + ", " + number(end.equals("null") ? start : end)
                        + ", 0)");
    }

    private void incident(String id, String start, String end) throws SQLException {
        incident(id, start, end, number(start), number(end.equals("null") ? start : end));
    }

    /** Of which the days are not known, but between which two it is. */
    private void between(String id, String earliest, String latest) throws SQLException {
        incident(id, "null", "null", day(earliest) + "", day(latest) + "");
        execute("update incident set not_before = date '" + earliest + "', not_after = date '" + latest
                + "' where id = '" + id + "'");
    }

    /** Of which one bound alone is known, so that it stands at that day. */
    private void bound(String id, String column, String day) throws SQLException {
        incident(id, "null", "null", day(day) + "", day(day) + "");
        execute("update incident set " + column + " = date '" + day + "' where id = '" + id + "'");
    }

    private void incident(String id, String start, String end, String earliest, String latest) throws SQLException {
        execute(
                "insert into incident (id, title, summary, kind, start_date, end_date, date_basis, effects, earliest, latest,"
                        + " oldest_first)"
                        + " values ('" + id + "', 'a', 'a', 'OTHER', " + start + ", " + end
                        + ", 'STATED', cast(array[] as varchar array), " + earliest + ", " + latest + ", 0)");
    }

    /** As the column has it, of a literal of SQL. */
    private static String number(String literal) {
        return literal.equals("null") ? literal : day(literal.replaceAll("[^-0-9]", "")) + "";
    }

    private static long day(String day) {
        return LocalDate.parse(day).toEpochDay();
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
