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
                    { about: "place/donetsk" } | fortified-cities-and-resources
                    { about: ["actor/jared-kushner", "statement/zelenskyy-troops-killed"] } | envoys-sent-by-trump rare-assessment-of-losses
                    { source: "second-day-ends" } | deadliest-conflict most-substantive-engagement senior-delegations-more-serious advances-slowed settlement-uncertain fortified-cities-and-resources territorial-demands-maximalist
                    { source: ["source/first-round-ends"] } | sticking-point-donbas sides-far-apart
                    { singleOrigin: false } | deadliest-conflict sides-far-apart fortified-cities-and-resources
                    { singleOrigin: true, source: "second-day-begins" } | east-and-south-devastated envoys-sent-by-trump most-public-sign-of-progress rare-assessment-of-losses pro-western-neighbour sticking-point-eastern-ukraine
                    { text: "corral" } | envoys-sent-by-trump
                    { and: [{ issue: "territory" }, { source: "first-round-ends" }] } | sticking-point-donbas sides-far-apart
                    { or: [{ text: "corral" }, { about: "place/donetsk" }] } | envoys-sent-by-trump fortified-cities-and-resources
                    { source: "first-round-ends", not: { singleOrigin: true } } | sides-far-apart
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("assertions", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }
}
