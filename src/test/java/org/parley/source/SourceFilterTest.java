package org.parley.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on sources lets through. */
@QuarkusTest
class SourceFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "first-day-ends" } | first-day-ends
                    { id: ["source/first-day-ends", "second-day-ends"] } | first-day-ends second-day-ends
                    { origin: "second-round-wire" } | first-day-ends second-day-begins
                    { origin: ["first-round-ends", "second-day-ends"] } | first-round-ends second-day-ends
                    # of two stories only bounds are known: one is of 24 to 31 January, the other of 5 February or later
                    { from: "2026-02-05" } | first-day-ends second-day-begins second-day-ends
                    { from: "2026-02-06" } |
                    { to: "2026-02-04" } | first-round-ends second-round-opens
                    { from: "2026-02-04", to: "2026-02-05" } | second-round-opens first-day-ends second-day-begins second-day-ends
                    { from: "2026-01-31", to: "2026-02-03" } | first-round-ends
                    { to: "2026-01-23" } |
                    { dated: false } |
                    { text: "war talks" } | second-day-begins
                    { and: [{ dated: true }, { to: "2026-02-04" }] } | first-round-ends second-round-opens
                    { or: [{ dated: false }, { to: "2026-02-04" }] } | first-round-ends second-round-opens
                    { not: { to: "2026-02-04" } } | first-day-ends second-day-begins second-day-ends
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("sources", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }

    @Test
    void the_facts_of_a_source_are_filtered_by_kind_origin_and_date() {
        ask("""
                        { source(id: "second-day-ends") {
                          outcomes: facts(filter: { kind: OUTCOME }) { nodes { id } }
                          sessions: facts(filter: { kind: [SESSION, ROUND], dated: true }) { nodes { id } }
                          shared: facts(filter: { kind: FIGURE, singleOrigin: false }) { nodes { id } }
                          alone: facts(filter: { kind: INCIDENT, not: { singleOrigin: false } }) { nodes { id } }
                          either: facts(filter: { or: [{ kind: SESSION }, { kind: OUTCOME }], and: [{ singleOrigin: false }] }) { nodes { id } } } }""")
                .answersInAnyOrder(
                        "source.outcomes.nodes.id",
                        "outcome/prisoner-exchange-157",
                        "outcome/talks-to-continue",
                        "outcome/no-breakthrough")
                .answersInAnyOrder(
                        "source.sessions.nodes.id",
                        "session/abu-dhabi-2-day-1",
                        "session/abu-dhabi-2-day-2",
                        "round/abu-dhabi-2")
                .answersInAnyOrder("source.shared.nodes.id", "figure/age-of-the-war")
                .answersInAnyOrder("source.alone.nodes.id")
                .answersInAnyOrder(
                        "source.either.nodes.id",
                        "session/abu-dhabi-2-day-1",
                        "session/abu-dhabi-2-day-2",
                        "outcome/no-breakthrough");
    }
}
