package org.parley.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Statements, incidents and meetings in one order of time. */
@QuarkusTest
class TimelineTest {

    @Test
    void what_has_a_day_or_a_month_or_a_season_stands_in_its_place() {
        ask("{ timeline(first: 8) { totalCount nodes { id start end } } }")
                // 60 statements, 7 incidents and 4 meetings
                .answers("timeline.totalCount", 71)
                .answersInOrder(
                        "timeline.nodes.id",
                        // of February 2022, and of the summer of 2025
                        "incident/invasion-of-ukraine",
                        "round/istanbul-2025",
                        "round/abu-dhabi-1",
                        // of February 2026
                        "incident/power-infrastructure-strikes",
                        "incident/druzhkivka-market-shelling",
                        "incident/overnight-attack-two-missiles-183-drones",
                        "round/abu-dhabi-2",
                        "round/xi-putin-video-call")
                .answersInOrder(
                        "timeline.nodes.start",
                        null,
                        null,
                        "2026-01-23",
                        null,
                        "2026-02-04",
                        "2026-02-04",
                        "2026-02-04",
                        "2026-02-04")
                .answersInOrder(
                        "timeline.nodes.end",
                        null,
                        null,
                        "2026-01-24",
                        null,
                        "2026-02-04",
                        "2026-02-05",
                        "2026-02-05",
                        "2026-02-04");
    }

    @Test
    void undated_events_come_last() {
        List<String> starts =
                ask("{ timeline(first: 100) { nodes { start } } }").at("timeline.nodes.start");
        // 12 statements, 2 incidents and 3 meetings have a day, 2 incidents a month and a meeting a season.
        assertThat(starts.subList(0, 20).stream().filter(Objects::nonNull)).hasSize(17).isSorted();
        assertThat(starts.subList(20, 71)).containsOnlyNulls();
    }

    @Test
    void an_event_is_read_as_what_it_is() {
        ask("""
                        { timeline(first: 100, from: "2026-02-05") { nodes { id title dateBasis
                          ... on Statement { speakers { name } } ... on Incident { weapons { count } } ... on Round { ordinal } } } }""")
                .answersInOrder(
                        "timeline.nodes.id",
                        "incident/power-infrastructure-strikes",
                        "incident/overnight-attack-two-missiles-183-drones",
                        "round/abu-dhabi-2",
                        "statement/air-force-overnight-attack",
                        "statement/umerov-second-day")
                .answersInOrder("timeline.nodes.dateBasis", "INFERRED", "INFERRED", "STATED", "INFERRED", "WEEKDAY_ANCHORED")
                .answersInOrder("timeline.nodes[1].weapons.count", 2, 183)
                .answers("timeline.nodes[2].ordinal", 2)
                .answersInOrder("timeline.nodes[4].speakers.name", "Rustem Umerov");
    }

    @Test
    void one_day_holds_what_began_ended_or_went_on_then() {
        ask("{ first: timeline(from: \"2026-01-24\", to: \"2026-01-24\") { nodes { id } } fourth: timeline(from: \"2026-02-04\", to: \"2026-02-04\") { totalCount } }")
                .answersInOrder("first.nodes.id", "round/abu-dhabi-1")
                // 10 statements, Druzhkivka, the night, the strikes of that month, the second round and the call
                .answers("fourth.totalCount", 15);
    }

    @Test
    void between_the_rounds_is_only_what_may_be_of_the_first_days_of_february() {
        ask("{ before: timeline(from: \"2026-01-25\", to: \"2026-01-31\") { totalCount } timeline(from: \"2026-01-25\", to: \"2026-02-03\") { nodes { id } } }")
                .answers("before.totalCount", 0)
                .answersInOrder("timeline.nodes.id", "incident/power-infrastructure-strikes");
    }

    @Test
    void kinds_come_as_one_value_or_a_list() {
        ask("{ one: timeline(kinds: ROUND) { nodes { id } } two: timeline(kinds: [ROUND, INCIDENT]) { totalCount } none: timeline(kinds: []) { totalCount } all: timeline(kinds: null) { totalCount } }")
                .answersInOrder(
                        "one.nodes.id",
                        "round/istanbul-2025",
                        "round/abu-dhabi-1",
                        "round/abu-dhabi-2",
                        "round/xi-putin-video-call")
                .answers("two.totalCount", 11)
                .answers("none.totalCount", 0)
                .answers("all.totalCount", 71);
    }

    @Test
    void an_actor_has_a_timeline_of_its_own() {
        ask("{ air: timeline(actor: \"ua-air-force\") { nodes { id } } dmitriev: timeline(actor: \"actor/kirill-dmitriev\") { nodes { id } } trump: timeline(actor: \"donald-trump\") { totalCount nodes { id } } }")
                .answersInOrder(
                        "air.nodes.id",
                        "incident/overnight-attack-two-missiles-183-drones",
                        "statement/air-force-overnight-attack")
                .answersInOrder(
                        "dmitriev.nodes.id",
                        "round/abu-dhabi-2",
                        "statement/dmitriev-definitely-progress",
                        "statement/dmitriev-europe-disrupts",
                        "statement/dmitriev-forward-movement")
                .answers("trump.totalCount", 0);
    }

    @Test
    void day_kind_and_actor_hold_together() {
        ask("{ timeline(actor: \"russia\", kinds: [ROUND, INCIDENT], from: \"2026-02-05\", to: \"2026-12-31\") { nodes { id } } }")
                .answersInOrder(
                        "timeline.nodes.id",
                        "incident/power-infrastructure-strikes",
                        "incident/overnight-attack-two-missiles-183-drones",
                        "round/abu-dhabi-2");
    }

    @Test
    void an_actor_that_is_not_on_record_is_refused() {
        ask("{ timeline(actor: \"nobody\") { nodes { id } } }").failsWith("UNKNOWN_ID", "actor", "actor/nobody");
    }

    @Test
    void days_come_as_variables_too() {
        ask(
                        "query ($day: Date) { timeline(from: $day, to: $day, kinds: INCIDENT) { nodes { id } } }",
                        Map.of("day", "2026-02-05"))
                .answersInOrder(
                        "timeline.nodes.id",
                        "incident/power-infrastructure-strikes",
                        "incident/overnight-attack-two-missiles-183-drones");
    }
}
