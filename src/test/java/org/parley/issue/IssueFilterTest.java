package org.parley.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on issues lets through. */
@QuarkusTest
class IssueFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "territory" } | territory
                    { id: ["issue/military-cap", "deterrence"] } | military-cap deterrence
                    # what only one text speaks of
                    { source: "second-day-ends", singleOrigin: true } | military-cap
                    { source: ["source/second-round-opens"], singleOrigin: true } | china-role
                    { singleOrigin: false, text: "peacekeeping" } | western-troops-peacekeeping
                    { text: "prisoners" } | prisoner-exchange
                    { and: [{ source: "first-round-ends" }, { source: "second-day-ends" }, { singleOrigin: false }], text: "prisoners" } | prisoner-exchange
                    { or: [{ id: "territory" }, { text: "prisoners" }] } | territory prisoner-exchange
                    { id: ["territory", "deterrence"], not: { singleOrigin: true } } | territory
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("issues", filter)).containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }
}
