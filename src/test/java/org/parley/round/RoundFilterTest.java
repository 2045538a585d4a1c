package org.parley.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on rounds lets through. */
@QuarkusTest
class RoundFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "abu-dhabi-1" } | abu-dhabi-1
                    { id: ["round/abu-dhabi-2", "istanbul-2025"] } | abu-dhabi-2 istanbul-2025
                    { negotiation: "us-mediated-trilateral-2026" } | abu-dhabi-1 abu-dhabi-2
                    { status: HELD } | abu-dhabi-1 abu-dhabi-2 xi-putin-video-call istanbul-2025
                    { status: [PLANNED, POSTPONED, CANCELLED] } |
                    { participant: "vladimir-putin" } | xi-putin-video-call
                    { participant: ["actor/steve-witkoff", "xi-jinping"] } | abu-dhabi-2 xi-putin-video-call
                    { participant: "ukraine" } | abu-dhabi-1 abu-dhabi-2 istanbul-2025
                    { participant: "volodymyr-zelenskyy" } |
                    { side: "china" } | xi-putin-video-call
                    { side: "ukraine" } | abu-dhabi-1 abu-dhabi-2 istanbul-2025
                    { side: ["united-states", "actor/china"] } | abu-dhabi-1 abu-dhabi-2 xi-putin-video-call
                    { venue: "abu-dhabi" } | abu-dhabi-1 abu-dhabi-2
                    { venue: ["place/istanbul", "moscow"] } | istanbul-2025
                    { ordinal: 2 } | abu-dhabi-2
                    { ordinal: [1, 2, 3] } | abu-dhabi-1 abu-dhabi-2
                    # each of a round's days counts
                    { from: "2026-02-05" } | abu-dhabi-2
                    { to: "2026-01-23" } | abu-dhabi-1 istanbul-2025
                    { from: "2026-01-24", to: "2026-01-24" } | abu-dhabi-1
                    { from: "2026-02-04", to: "2026-02-04" } | abu-dhabi-2 xi-putin-video-call
                    # the day for which the second round was planned is not one on which it was held
                    { from: "2026-02-01", to: "2026-02-01" } |
                    { from: "2026-01-25", to: "2026-02-03" } |
                    { dated: true } | abu-dhabi-1 abu-dhabi-2 xi-putin-video-call istanbul-2025
                    { dated: false } |
                    # the talks of a summer are found by each of its days
                    { from: "2025-06-01", to: "2025-06-01" } | istanbul-2025
                    { from: "2025-08-31", to: "2025-08-31" } | istanbul-2025
                    { to: "2025-05-31" } |
                    { from: "2025-09-01" } | abu-dhabi-1 abu-dhabi-2 xi-putin-video-call
                    { text: "video" } | xi-putin-video-call
                    { text: "military-political" } | abu-dhabi-2
                    { source: "first-round-ends" } | abu-dhabi-1 istanbul-2025
                    { source: ["source/second-day-ends", "first-round-ends"] } | abu-dhabi-1 abu-dhabi-2 istanbul-2025
                    { singleOrigin: true } | xi-putin-video-call istanbul-2025
                    { singleOrigin: false } | abu-dhabi-1 abu-dhabi-2
                    { and: [{ venue: "abu-dhabi" }, { participant: "igor-kostyukov" }] } | abu-dhabi-2
                    { or: [{ ordinal: 1 }, { to: "2025-12-31" }] } | abu-dhabi-1 istanbul-2025
                    { not: { negotiation: "us-mediated-trilateral-2026" } } | xi-putin-video-call istanbul-2025
                    { not: { ordinal: 1 } } | abu-dhabi-2 xi-putin-video-call istanbul-2025
                    { not: { venue: "istanbul" }, participant: ["russia", "vladimir-putin"] } | abu-dhabi-1 abu-dhabi-2 xi-putin-video-call
                    { not: { to: "2026-01-31" } } | abu-dhabi-2 xi-putin-video-call
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("rounds", filter)).containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }
}
