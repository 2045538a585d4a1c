package org.parley.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on figures lets through. */
@QuarkusTest
class FigureFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "druzhkivka-killed-7" } | druzhkivka-killed-7
                    { id: ["figure/age-of-anton", "forced-to-flee"] } | age-of-anton forced-to-flee
                    { measure: "session-duration" } | first-day-duration second-day-duration
                    { measure: ["round-length", "age-of-the-war"] } | first-round-length second-round-planned-length age-of-the-war
                    { claimedBy: "ua-air-force" } | overnight-attack-drones-183 overnight-attack-missiles-2
                    { claimedBy: ["actor/volodymyr-zelenskyy", "analysts-cited-by-reuters"] } | ukrainian-troops-killed-55000 months-to-capture-remaining-areas-18
                    { claimedBy: "russia" } |
                    { side: "ukraine" } | druzhkivka-killed-7 ukrainian-troops-killed-55000 overnight-attack-drones-183 overnight-attack-missiles-2
                    { side: ["actor/russia", "united-states"] } |
                    { claimantKind: PERSON } | ukrainian-troops-killed-55000
                    { claimantKind: [ORGANIZATION, GROUP] } | druzhkivka-killed-7 overnight-attack-drones-183 overnight-attack-missiles-2 months-to-capture-remaining-areas-18
                    # figures that Ukrainian official bodies claim
                    { side: "ukraine", claimantKind: ORGANIZATION } | druzhkivka-killed-7 overnight-attack-drones-183 overnight-attack-missiles-2
                    { attributed: true } | druzhkivka-killed-7 ukrainian-troops-killed-55000 overnight-attack-drones-183 overnight-attack-missiles-2 months-to-capture-remaining-areas-18
                    { attributed: false, unit: "persons" } | forced-to-flee killed-in-the-war overnight-attack-injured-2 people-without-power-and-heating prisoners-per-side-157
                    { unit: "hours" } | first-day-duration second-day-duration
                    { unit: ["percent", "fraction"] } | share-of-ukraine-held-by-russia share-of-donetsk-held-by-ukraine
                    { about: "incident/overnight-attack-two-missiles-183-drones" } | overnight-attack-drones-183 overnight-attack-missiles-2 overnight-attack-injured-2
                    { about: ["session/abu-dhabi-2-day-2", "round/abu-dhabi-1"] } | second-day-duration first-round-length
                    { from: "2026-02-05" } | overnight-attack-drones-183 overnight-attack-missiles-2
                    { to: "2026-02-04" } | ukrainian-troops-killed-55000
                    { from: "2026-02-04", to: "2026-02-04" } | ukrainian-troops-killed-55000
                    { from: "2026-02-06" } |
                    { dated: true } | ukrainian-troops-killed-55000 overnight-attack-drones-183 overnight-attack-missiles-2
                    { dated: false, attributed: true } | druzhkivka-killed-7 months-to-capture-remaining-areas-18
                    { source: "second-round-opens" } | share-of-ukraine-held-by-russia share-of-donetsk-held-by-ukraine months-to-capture-remaining-areas-18 second-round-planned-length age-of-the-war
                    { source: ["source/second-day-ends"] } | prisoners-per-side-157 first-day-duration second-day-duration age-of-the-war
                    # given by texts of more than one origin
                    { singleOrigin: false } | share-of-ukraine-held-by-russia share-of-donetsk-held-by-ukraine age-of-the-war
                    { singleOrigin: true, source: ["first-day-ends", "first-round-ends"], unit: "persons" } | druzhkivka-killed-7 killed-in-the-war forced-to-flee people-without-power-and-heating
                    { text: "one-fifth" } | share-of-donetsk-held-by-ukraine
                    { text: "drones" } | overnight-attack-drones-183
                    { and: [{ unit: "persons" }, { claimedBy: "volodymyr-zelenskyy" }] } | ukrainian-troops-killed-55000
                    { or: [{ unit: "months" }, { unit: "celsius" }] } | months-to-capture-remaining-areas-18 lowest-temperature-minus-20
                    { not: { attributed: false } } | druzhkivka-killed-7 ukrainian-troops-killed-55000 overnight-attack-drones-183 overnight-attack-missiles-2 months-to-capture-remaining-areas-18
                    { unit: "months", not: { about: "place/donetsk" } } | months-to-capture-remaining-areas-18
                    { unit: "persons", not: { side: "ukraine" } } | forced-to-flee killed-in-the-war overnight-attack-injured-2 people-without-power-and-heating prisoners-per-side-157
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("figures", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }

    @Test
    void fifteen_numbers_are_given_by_the_sources_in_their_own_voice() {
        assertThat(found("figures", "{ attributed: false }")).hasSize(15);
    }

    @Test
    void a_number_of_no_claimant_is_not_claimed_by_somebody() {
        assertThat(found("figures", "{ not: { claimedBy: \"volodymyr-zelenskyy\" } }"))
                .hasSize(19);
    }

    @Test
    void a_number_of_no_day_was_not_claimed_on_a_day() {
        assertThat(found("figures", "{ not: { from: \"2026-01-01\" } }")).hasSize(17);
    }

    @Test
    void an_id_of_any_type_is_checked() {
        ask("{ figures(filter: { about: \"incident/flood\" }) { nodes { id } } }")
                .failsWith("UNKNOWN_ID", "about", "incident/flood");
        ask("{ figures(filter: { about: \"ukraine\" }) { nodes { id } } }").failsWith("UNKNOWN_ID", "about", "ukraine");
    }
}
