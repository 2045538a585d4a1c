package org.parley.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on disagreements lets through. */
@QuarkusTest
class DisagreementFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "who-mediates" } | who-mediates
                    { id: ["disagreement/date-of-second-round", "spellings"] } | date-of-second-round spellings
                    { kind: DATE } | date-of-second-round undated-remarks age-of-the-war
                    { kind: [PRECEDENCE, DATE] } | first-direct-contact date-of-second-round undated-remarks age-of-the-war
                    { about: "actor/rustem-umerov" } | umerov-as-negotiator
                    { about: ["statement/putin-russia-winning", "place/crimea"] } | is-russia-winning what-twenty-percent-includes
                    { about: "figure/age-of-anton" } |
                    { source: "first-round-ends", kind: [DATE, PRECEDENCE, SCOPE] } | date-of-second-round first-direct-contact extent-of-territorial-demand threat-if-talks-fail prisoner-exchanges age-of-the-war withdrawal-or-cession when-the-demand-is-to-be-met
                    { source: ["source/second-day-ends"], kind: NAMING } | meaning-of-second russian-lead-negotiator spellings names-of-ukraines-allies
                    { text: "pockets" } | where-russia-holds-pockets
                    { and: [{ kind: SCOPE }, { about: "outcome/prisoner-exchange-157" }] } | prisoner-exchanges
                    { or: [{ kind: PRECEDENCE }, { about: "actor/rustem-umerov" }] } | first-direct-contact umerov-as-negotiator
                    { kind: DATE, not: { about: "round/abu-dhabi-2" } } | undated-remarks age-of-the-war
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("disagreements", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }

    @Test
    void an_id_of_any_type_is_checked() {
        ask("{ disagreements(filter: { about: \"round/abu-dhabi-9\" }) { nodes { id } } }")
                .failsWith("UNKNOWN_ID", "about", "round/abu-dhabi-9");
    }
}
