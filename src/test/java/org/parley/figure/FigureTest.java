package org.parley.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The numbers of the stories, and who vouches for them. */
@QuarkusTest
class FigureTest {

    @Test
    void zelenskyy_put_the_troops_killed_at_55000() {
        ask("""
                        { figure(id: "ukrainian-troops-killed-55000") { id measure label value low high unit qualifier wording scope claimedOn dateBasis
                          claimedBy { name } about { id } note dateNote citations { source { id } locator } } }""")
                .answers("figure.value", 55000.0)
                .answers("figure.low", null)
                .answers("figure.high", null)
                .answers("figure.unit", "persons")
                .answers("figure.qualifier", null)
                .answers("figure.wording", "55,000")
                .answers("figure.claimedBy.name", "Volodymyr Zelenskyy")
                .answers("figure.claimedOn", "2026-02-04")
                .answers("figure.dateBasis", "WEEKDAY_ANCHORED")
                .answers("figure.about.id", "actor/ukraine")
                .answersInOrder("figure.citations.source.id", "source/second-day-begins")
                .answersInOrder("figure.citations.locator", "line 20");
    }

    @Test
    void millions_and_hundreds_of_thousands_stay_words() {
        List<Map<String, Object>> figures =
                ask("""
                        { figures(filter: { id: ["forced-to-flee", "killed-in-the-war", "people-without-power-and-heating"] }) { nodes { wording value low high qualifier } } }""")
                        .at("figures.nodes");
        assertThat(figures)
                .extracting(figure -> figure.get("wording"))
                .containsExactly("millions", "hundreds of thousands", "millions");
        assertThat(figures).allSatisfy(figure -> assertThat(figure)
                .containsEntry("value", null)
                .containsEntry("low", null)
                .containsEntry("high", null)
                .containsEntry("qualifier", null));
    }

    @Test
    void twenty_percent_is_given_by_three_stories_of_two_origins_in_their_own_voice() {
        ask("{ figure(id: \"share-of-ukraine-held-by-russia\") { value unit qualifier wording claimedBy { id } claimedOn dateBasis corroboration { sources independentOrigins singleOrigin } citations { note } } }")
                .answers("figure.value", 20.0)
                .answers("figure.unit", "percent")
                .answers("figure.qualifier", "ABOUT")
                .answers("figure.wording", "around 20% / around 20 percent / roughly 20 percent")
                .answers("figure.claimedBy", null)
                .answers("figure.claimedOn", null)
                .answers("figure.dateBasis", "UNKNOWN")
                .answers("figure.corroboration", Map.of("sources", 3, "independentOrigins", 2, "singleOrigin", false));
    }

    @Test
    void numbers_are_meant_as_their_sources_qualify_them() {
        ask("""
                        { fifth: figure(id: "share-of-donetsk-held-by-ukraine") { value qualifier about { id } }
                          pockets: figure(id: "other-regions-with-russian-pockets") { value qualifier }
                          prisoners: figure(id: "prisoners-per-side-157") { value qualifier about { id ... on Outcome { status } } }
                          cold: figure(id: "lowest-temperature-minus-20") { value qualifier unit } }""")
                .answers("fifth.value", 0.2)
                .answers("fifth.qualifier", "ABOUT")
                .answers("fifth.about.id", "place/donetsk")
                .answers("pockets.value", 3.0)
                .answers("pockets.qualifier", "AT_LEAST")
                .answers("prisoners.value", 157.0)
                .answers("prisoners.qualifier", null)
                .answers("prisoners.about.id", "outcome/prisoner-exchange-157")
                .answers("prisoners.about.status", "AGREED")
                .answers("cold.value", -20.0)
                .answers("cold.qualifier", "AS_LOW_AS");
    }

    @Test
    void the_hours_of_the_two_days_measure_the_same_thing() {
        ask("{ figures(filter: { measure: \"session-duration\" }) { nodes { value about { ... on Session { start } } } } }")
                .answersInOrder("figures.nodes.value", 5.5, 3.0)
                .answersInOrder("figures.nodes.about.start", "2026-02-04", "2026-02-05");
    }

    @Test
    void ukrainian_official_bodies_claim_three_numbers() {
        ask("{ figures(filter: { side: \"ukraine\", claimantKind: ORGANIZATION }) { totalCount nodes { value unit claimedBy { id } } } }")
                .answers("figures.totalCount", 3)
                .answersInOrder("figures.nodes.value", 183.0, 2.0, 7.0)
                .answersInOrder("figures.nodes.unit", "drones", "missiles", "persons")
                .answersInOrder(
                        "figures.nodes.claimedBy.id",
                        "actor/ua-air-force",
                        "actor/ua-air-force",
                        "actor/ua-regional-authorities");
    }

    @Test
    void a_claimant_has_its_numbers() {
        ask("""
                        { air: actor(id: "ua-air-force") { figures { nodes { value } } } analysts: actor(id: "analysts-cited-by-reuters") { figures { nodes { value unit about { id } } } }
                          russia: actor(id: "russia") { figures { totalCount nodes { id } } } }""")
                .answersInOrder("air.figures.nodes.value", 183.0, 2.0)
                .answersInOrder("analysts.figures.nodes.value", 18.0)
                .answersInOrder("analysts.figures.nodes.unit", "months")
                .answers("analysts.figures.nodes[0].about", null)
                .answers("russia.figures.totalCount", 0);
    }

    @Test
    void a_number_that_belongs_to_a_person_is_about_the_person() {
        ask("{ figure(id: \"age-of-anton\") { value about { id ... on Actor { name } } } }")
                .answers("figure.value", 43.0)
                .answers("figure.about", Map.of("id", "actor/anton-moscow", "name", "Anton"));
    }

    @Test
    void dated_claims_come_before_undated_ones() {
        ask("{ up: figures(first: 3) { nodes { claimedOn } } down: figures(first: 3, orderBy: DATE_DESC) { nodes { claimedOn } } next: figures(first: 4) { nodes { claimedOn } } }")
                .answersInOrder("up.nodes.claimedOn", "2026-02-04", "2026-02-05", "2026-02-05")
                .answersInOrder("down.nodes.claimedOn", "2026-02-05", "2026-02-05", "2026-02-04")
                .answers("next.nodes[3].claimedOn", null);
    }

    @Test
    void there_is_no_figure_with_an_id_that_no_story_knows() {
        ask("{ figure(id: \"total-314\") { value } }").answers("figure", null);
    }
}
