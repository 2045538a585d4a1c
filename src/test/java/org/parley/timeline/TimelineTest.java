package org.parley.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements, incidents and meetings in one order of time. */
@QuarkusTest
class TimelineTest {

    @Test
    void the_first_round_comes_first_and_then_what_happened_on_4_february() {
        ask("{ timeline(first: 5) { totalCount nodes { id start end } } }")
                // 60 statements, 7 incidents and 4 meetings
                .answers("timeline.totalCount", 71)
                .answersInOrder(
                        "timeline.nodes.id",
                        "round/abu-dhabi-1",
                        "incident/druzhkivka-market-shelling",
                        "incident/overnight-attack-two-missiles-183-drones",
                        "round/abu-dhabi-2",
                        "round/xi-putin-video-call")
                .answersInOrder(
                        "timeline.nodes.start", "2026-01-23", "2026-02-04", "2026-02-04", "2026-02-04", "2026-02-04")
                .answersInOrder(
                        "timeline.nodes.end", "2026-01-24", "2026-02-04", "2026-02-05", "2026-02-05", "2026-02-04");
    }

    @Test
    void undated_events_come_last() {
        List<String> starts =
                ask("{ timeline(first: 100) { nodes { start } } }").at("timeline.nodes.start");
        // 12 statements, 2 incidents and 3 meetings have a day.
        assertThat(starts.subList(0, 17)).doesNotContainNull().isSorted();
        assertThat(starts.subList(17, 71)).containsOnlyNulls();
    }

    @Test
    void an_event_is_read_as_what_it_is() {
        ask("""
                        { timeline(first: 100, from: "2026-02-05") { nodes { id title dateBasis
                          ... on Statement { speakers { name } } ... on Incident { weapons { count } } ... on Round { ordinal } } } }""")
                .answersInOrder(
                        "timeline.nodes.id",
                        "incident/overnight-attack-two-missiles-183-drones",
                        "round/abu-dhabi-2",
                        "statement/air-force-overnight-attack",
                        "statement/umerov-second-day")
                .answersInOrder("timeline.nodes.dateBasis", "INFERRED", "STATED", "INFERRED", "WEEKDAY_ANCHORED")
                .answersInOrder("timeline.nodes[0].weapons.count", 2, 183)
                .answers("timeline.nodes[1].ordinal", 2)
                .answersInOrder("timeline.nodes[3].speakers.name", "Rustem Umerov");
    }

    @Test
    void one_day_holds_what_began_ended_or_went_on_then() {
        ask("{ first: timeline(from: \"2026-01-24\", to: \"2026-01-24\") { nodes { id } } fourth: timeline(from: \"2026-02-04\", to: \"2026-02-04\") { totalCount } }")
                .answersInOrder("first.nodes.id", "round/abu-dhabi-1")
                // 10 statements, Druzhkivka, the night, the second round and the call
                .answers("fourth.totalCount", 14);
    }

    @Test
    void nothing_is_dated_between_the_rounds() {
        ask("{ timeline(from: \"2026-01-25\", to: \"2026-02-03\") { totalCount nodes { id } } }")
                .answers("timeline.totalCount", 0);
    }

    @Test
    void kinds_come_as_one_value_or_a_list() {
        ask("{ one: timeline(kinds: ROUND) { nodes { id } } two: timeline(kinds: [ROUND, INCIDENT]) { totalCount } none: timeline(kinds: []) { totalCount } all: timeline(kinds: null) { totalCount } }")
                .answersInOrder(
                        "one.nodes.id",
                        "round/abu-dhabi-1",
                        "round/abu-dhabi-2",
                        "round/xi-putin-video-call",
                        "round/istanbul-2025")
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
                        "timeline.nodes.id", "incident/overnight-attack-two-missiles-183-drones", "round/abu-dhabi-2");
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
                .answersInOrder("timeline.nodes.id", "incident/overnight-attack-two-missiles-183-drones");
    }
}
