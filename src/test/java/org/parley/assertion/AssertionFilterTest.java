package org.parley.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on assertions lets through. */
@QuarkusTest
class AssertionFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "advances-slowed" } | advances-slowed
                    { id: ["assertion/deadliest-conflict", "envoys-sent-by-trump"] } | deadliest-conflict envoys-sent-by-trump
                    { issue: "strikes-during-talks" } | strikes-overshadow-progress
                    { issue: ["issue/battlefield", "ceasefire-line"] } | advances-slowed rare-assessment-of-losses russian-gains-at-human-cost sticking-point-major-issues
                    { about: "place/donetsk" } | fortified-cities
                    { about: ["actor/jared-kushner", "statement/zelenskyy-troops-killed"] } | envoys-sent-by-trump rare-assessment-of-losses
                    { source: "second-day-ends" } | deadliest-conflict most-substantive-engagement senior-delegations-more-serious advances-slowed settlement-uncertain fortified-cities fortified-cities-line-of-defence territorial-demands-maximalist exchange-is-rare-result no-swift-move-expected
                    { source: ["source/first-round-ends"] } | sticking-point-donbas sides-deeply-divided first-discussion-of-peace-plan first-face-to-face-since-istanbul first-round-on-us-framework
                    { singleOrigin: false } | deadliest-conflict fortified-cities
                    { singleOrigin: true, source: "second-day-begins" } | east-and-south-devastated envoys-sent-by-trump most-public-sign-of-progress rare-assessment-of-losses pro-western-neighbour sticking-point-eastern-ukraine billboard-for-army-service fortified-cities-and-resources talks-latest-of-efforts
                    { text: "corral" } | envoys-sent-by-trump
                    { and: [{ issue: "territory" }, { source: "first-round-ends" }] } | sticking-point-donbas sides-deeply-divided
                    { or: [{ text: "corral" }, { about: "place/donetsk" }] } | envoys-sent-by-trump fortified-cities
                    { source: "second-round-opens", not: { singleOrigin: true } } | deadliest-conflict fortified-cities
                    # what two stories say of the gap between the sides is not the same thing
                    { about: "negotiation/us-mediated-trilateral-2026", text: "sides", singleOrigin: true } | sides-far-apart sides-deeply-divided persistent-deadlock sticking-point-major-issues
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("assertions", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }
}
