package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Ask;

/** A day is the same day whatever the zone of the process that writes or reads it, and its place in every order and range too. */
@QuarkusTest
class ZonesTest {
    private static final TimeZone OWN = TimeZone.getDefault();

    private static final Optional<Path> FERRY = Optional.of(Path.of("src/test/resources/seed-small"));

    /** Of which each has something of its own: far east and west, half hours, skipped days, a change at midnight, a late calendar. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Kyiv",
            "Europe/Amsterdam",
            "America/New_York",
            "America/Juneau",
            "America/Sao_Paulo",
            "Asia/Manila",
            "Asia/Kathmandu",
            "Asia/Tehran",
            "Africa/Cairo",
            "Pacific/Apia",
            "Pacific/Kwajalein",
            "Pacific/Kiritimati",
            "Etc/GMT+12");

    @Inject
    Seeder seeder;

    @TempDir
    static Path folder;

    static Stream<DaysRecord.Question> questions() {
        return DaysRecord.questions().stream();
    }

    static List<String> zones() {
        return ZONES;
    }

    @AfterEach
    void load_the_built_in_record_again() {
        TimeZone.setDefault(OWN);
        seeder.load(Optional.empty());
    }

    private void load() throws IOException {
        seeder.load(Optional.of(DaysRecord.in(folder)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void days_that_are_known_more_or_less_closely_are_answered_as_they_are(DaysRecord.Question question)
            throws IOException {
        load();
        question.mustBeAnsweredBy(ask(question.query()).at(""));
    }

    @Test
    void what_was_written_in_one_zone_is_read_in_all_of_them() throws IOException {
        load();
        assertThat(TimeZone.getAvailableIDs()).hasSizeGreaterThan(500);
        List<DaysRecord.Question> questions = DaysRecord.questions().subList(0, 4);
        for (String zone : TimeZone.getAvailableIDs()) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            for (DaysRecord.Question question : questions) {
                assertThat(ask(question.query()).<Map<String, Object>>at(""))
                        .as(zone)
                        .satisfies(question::mustBeAnsweredBy);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void what_was_written_in_any_zone_is_read_in_the_others(String written) throws IOException {
        seeder.load(FERRY);
        TimeZone.setDefault(TimeZone.getTimeZone(written));
        load();
        for (String zone : ZONES) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            DaysRecord.questions()
                    .subList(0, 2)
                    .forEach(question ->
                            question.mustBeAnsweredBy(ask(question.query()).at("")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATE_ASC", "DATE_DESC"})
    void pages_are_walked_through_in_the_order_of_days(String order) throws IOException {
        load();
        List<Object> days = new ArrayList<>();
        String after = "";
        for (String zone : Stream.of(ZONES, ZONES).flatMap(List::stream).toList()) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Ask page = ask("{ statements(first: 3, filter: { speaker: \"aland\" }, orderBy: " + order + after
                    + ") { nodes { date } pageInfo { endCursor hasNextPage } } }");
            days.addAll(page.<List<Object>>at("statements.nodes.date"));
            if (page.at("statements.pageInfo.hasNextPage").equals(false)) {
                break;
            }
            after = ", after: \"" + page.at("statements.pageInfo.endCursor") + "\"";
        }
        List<Object> expected = new ArrayList<>(
                DaysRecord.CORNERS.stream().map(LocalDate::toString).toList());
        if (order.equals("DATE_DESC")) {
            Collections.reverse(expected);
        }
        assertThat(days).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void a_range_of_one_day_holds_that_day_alone(String zone) throws IOException {
        load();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        for (LocalDate day : DaysRecord.CORNERS) {
            ask(
                            "query ($day: Date) { statements(filter: { speaker: \"aland\", from: $day, to: $day }) { nodes { date } } }",
                            Map.of("day", day.toString()))
                    .answersInOrder("statements.nodes.date", day.toString());
        }
    }

    /** Filters take what can be recorded, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31", "-0001-01-01", "10000-01-01", "+10000-01-01", "2100-02-29", "1900-02-29"})
    void a_day_outside_the_calendar_is_refused(String day) {
        String use = "statements(filter: { from: %s }) { totalCount }";
        assertThat(ask("{ " + use.formatted('"' + day + '"') + " }").body())
                .contains(
                        "GRAPHQL_VALIDATION_FAILED",
                        "a Date must be a day of the calendar from 0001-01-01 to 9999-12-31");
        ask("query ($day: Date) { " + use.formatted("$day") + " }", Map.of("day", day))
                .failsWith("BAD_USER_INPUT", "0001-01-01 to 9999-12-31", day);
        ask("{ statements(filter: { from: \"0001-01-01\", to: \"9999-12-31\" }) { totalCount } }")
                .at("statements.totalCount");
    }
}
