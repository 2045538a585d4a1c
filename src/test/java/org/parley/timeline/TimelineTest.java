package org.parley.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.Ask;

/** Statements, incidents and meetings in one order of time. */
@QuarkusTest
class TimelineTest {

    @Test
    void what_has_a_day_or_a_month_or_a_season_or_a_bound_stands_in_its_place() {
        Ask events =
                ask("{ timeline { totalCount } events: timeline(kinds: [INCIDENT, ROUND]) { nodes { id start end } } }")
                        // 60 statements, 7 incidents and 4 meetings
                        .answers("timeline.totalCount", 71)
                        .answersInOrder(
                                "events.nodes.id",
                                // of February 2022, and of the summer of 2025
                                "incident/invasion-of-ukraine",
                                "round/istanbul-2025",
                                "round/abu-dhabi-1",
                                // told of by the end of January
                                "incident/drone-attacks-blamed-on-russia",
                                "incident/drone-attacks-blamed-on-ukraine",
                                "incident/strikes-around-first-round",
                                // of February 2026
                                "incident/power-infrastructure-strikes",
                                "incident/druzhkivka-market-shelling",
                                "incident/overnight-attack-two-missiles-183-drones",
                                "round/abu-dhabi-2",
                                "round/xi-putin-video-call");
        assertThat(events.<List<String>>at("events.nodes.start").subList(0, 8))
                .containsExactly(null, null, "2026-01-23", null, null, null, null, "2026-02-04");
        assertThat(events.<List<String>>at("events.nodes.end").subList(0, 8))
                .containsExactly(null, null, "2026-01-24", null, null, null, null, "2026-02-04");
    }

    @Test
    void undated_events_come_last() {
        List<String> starts =
                ask("{ timeline(first: 100) { nodes { start } } }").at("timeline.nodes.start");
        // 12 statements, 2 incidents and 3 meetings have a day; 2 incidents a month, a meeting a season, and 42
        // statements and
        // 3 incidents bounds. Of 6 statements nothing is known.
        assertThat(starts.subList(0, 65).stream().filter(Objects::nonNull))
                .hasSize(17)
                .isSorted();
        assertThat(starts.subList(65, 71)).containsOnlyNulls();
    }

    @Test
    void an_event_is_read_as_what_it_is() {
        ask("""
                        { timeline(from: "2026-02-05", kinds: [INCIDENT, ROUND]) { nodes { id title dateBasis
                            ... on Incident { weapons { count } } ... on Round { ordinal } } }
                          said: timeline(from: "2026-02-05", actor: "rustem-umerov") { nodes { id dateBasis ... on Statement { speakers { name } } } } }""")
                .answersInOrder(
                        "timeline.nodes.id",
                        "incident/power-infrastructure-strikes",
                        "incident/overnight-attack-two-missiles-183-drones",
                        "round/abu-dhabi-2")
                .answersInOrder("timeline.nodes.dateBasis", "INFERRED", "INFERRED", "STATED")
                .answersInOrder("timeline.nodes[1].weapons.count", 2, 183)
                .answers("timeline.nodes[2].ordinal", 2)
                .answersInOrder(
                        "said.nodes.id",
                        "round/abu-dhabi-2",
                        "statement/umerov-substantive-and-productive",
                        "statement/umerov-second-day")
                .answersInOrder("said.nodes.dateBasis", "STATED", "UNKNOWN", "WEEKDAY_ANCHORED")
                .answersInOrder("said.nodes[2].speakers.name", "Rustem Umerov");
    }

    @Test
    void one_day_holds_what_began_ended_or_went_on_then_or_may_have() {
        ask("{ first: timeline(from: \"2026-01-24\", to: \"2026-01-24\", kinds: ROUND) { nodes { id } } fourth: timeline(from: \"2026-02-04\", to: \"2026-02-04\") { totalCount } }")
                .answersInOrder("first.nodes.id", "round/abu-dhabi-1")
                // 10 statements of the day and 18 that may be, Druzhkivka, the night, the strikes of that month, the
                // second round
                // and the call
                .answers("fourth.totalCount", 33);
    }

    @Test
    void between_the_rounds_is_only_what_may_be_of_those_days() {
        ask("{ before: timeline(from: \"2026-01-25\", to: \"2026-01-31\", kinds: [INCIDENT, ROUND]) { nodes { id } } timeline(from: \"2026-01-25\", to: \"2026-02-03\", kinds: [INCIDENT, ROUND]) { nodes { id } } }")
                .answersInOrder(
                        "before.nodes.id",
                        "incident/drone-attacks-blamed-on-russia",
                        "incident/drone-attacks-blamed-on-ukraine",
                        "incident/strikes-around-first-round")
                .answersInOrder(
                        "timeline.nodes.id",
                        "incident/drone-attacks-blamed-on-russia",
                        "incident/drone-attacks-blamed-on-ukraine",
                        "incident/strikes-around-first-round",
                        "incident/power-infrastructure-strikes");
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
