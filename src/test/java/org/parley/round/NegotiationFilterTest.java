package org.parley.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on negotiations lets through. */
@QuarkusTest
class NegotiationFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "us-mediated-trilateral-2026" } | us-mediated-trilateral-2026
                    { actor: "uae" } | us-mediated-trilateral-2026
                    { actor: ["china", "actor/russia"] } | us-mediated-trilateral-2026
                    { actor: "china" } |
                    { issue: ["issue/prisoner-exchange"] } | us-mediated-trilateral-2026
                    { issue: "china-role" } |
                    { source: "first-round-ends" } | us-mediated-trilateral-2026
                    { singleOrigin: false } | us-mediated-trilateral-2026
                    { singleOrigin: true } |
                    { text: "trilateral Ukraine" } | us-mediated-trilateral-2026
                    { and: [{ actor: "uae" }, { actor: "china" }] } |
                    { or: [{ actor: "uae" }, { actor: "china" }] } | us-mediated-trilateral-2026
                    { not: { actor: "china" } } | us-mediated-trilateral-2026
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("negotiations", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }
}
