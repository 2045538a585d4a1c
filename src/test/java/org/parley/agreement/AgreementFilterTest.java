package org.parley.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on agreements lets through. */
@QuarkusTest
@TestProfile(AgreementRecord.class)
class AgreementFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "old-treaty" } | old-treaty
                    { id: ["agreement/old-treaty", "pilots-accord"] } | old-treaty pilots-accord
                    { negotiation: "lighthouse-talks" } | lighthouse-note
                    { negotiation: ["lighthouse-talks", "negotiation/sound-talks"], stage: IMPLEMENTATION } | lighthouse-note
                    { round: "ferry-house-1" } | pier-ceasefire
                    { round: ["ferry-house-1", "ferry-house-2"] } | pier-ceasefire sound-framework framework-renewal
                    { party: "harbour-league" } | sound-framework framework-renewal
                    { party: ["ilse-marten", "harbour-league"] } | pier-ceasefire sound-framework framework-renewal
                    { role: GUARANTOR } | sound-framework
                    { role: [WITNESS, GUARANTOR] } | pier-ceasefire sound-framework
                    # of one party, both are asked
                    { party: "harbour-league", role: PARTY } | framework-renewal
                    { party: "vester", role: [THIRD_PARTY, WITNESS] } | framework-renewal
                    { party: "vester", role: GUARANTOR } |
                    { not: { party: "oster" } } | framework-renewal pilots-accord
                    { party: "harbour-league", not: { party: "vester", role: PARTY } } | framework-renewal
                    { issue: "ferry" } | pier-ceasefire sound-framework
                    { issue: ["ferry", "pilots"], status: UNCLEAR } | lighthouse-note
                    { status: [ENDED, SUBSEQUENT] } | old-treaty framework-renewal
                    { level: [LOCAL, MIXED] } | pilots-accord lighthouse-note
                    { stage: [CEASEFIRE, RENEWAL] } | pier-ceasefire framework-renewal
                    { from: "2031-05-06", to: "2031-05-06" } | oster-declaration pier-ceasefire
                    { to: "2031-03-01" } | pilots-accord lighthouse-note
                    { from: "2031-09-01" } | sound-framework framework-renewal
                    { dated: false } | old-treaty
                    { dated: true, level: INTERSTATE, stage: [CEASEFIRE, FRAMEWORK_COMPREHENSIVE] } | pier-ceasefire
                    { text: "ferry" } | pier-ceasefire sound-framework
                    { text: "pilot", party: "ilse-marten" } | pier-ceasefire
                    { source: "evening-herald", stage: [CEASEFIRE, OTHER] } | pier-ceasefire pilots-accord
                    { singleOrigin: false } | pier-ceasefire
                    { or: [{ level: LOCAL }, { and: [{ party: "vester" }, { status: ENDED }] }] } | pilots-accord old-treaty
                    """)
    void a_condition_lets_through_what_the_record_says(String filter, String slugs) {
        assertThat(found("agreements", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }

    @Test
    void the_best_fit_of_a_text_comes_first_where_that_is_asked_for() {
        ask("{ agreements(filter: {text: \"ferry\"}, orderBy: RELEVANCE_DESC) { nodes { id } } }")
                .answersInOrder("agreements.nodes.id", "agreement/pier-ceasefire", "agreement/sound-framework");
        ask("{ agreements(orderBy: RELEVANCE_DESC) { nodes { id } } }").failsWith("INVALID_ARGUMENT", "text");
    }

    @Test
    void an_id_that_names_nothing_is_told() {
        ask("{ agreements(filter: {party: \"ostr\"}) { totalCount } }")
                .failsWith("UNKNOWN_ID", "party", "ostr", "oster");
        ask("{ agreements(filter: {party: \"ostr\", role: PARTY}) { totalCount } }")
                .failsWith("UNKNOWN_ID", "party", "ostr");
    }
}
