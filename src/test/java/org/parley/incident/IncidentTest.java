package org.parley.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happened outside the talks, and who blames whom for it. */
@QuarkusTest
class IncidentTest {
    private static final String OVERNIGHT = "overnight-attack-two-missiles-183-drones";

    @Test
    void seven_people_died_in_druzhkivka_on_4_february() {
        ask("""
                        { incident(id: "druzhkivka-market-shelling") { title kind start end dateBasis at edtf place { name kind } target
                          killed { low best high wording } injured { best } } }""")
                .answers("incident.kind", "SHELLING")
                .answers("incident.start", "2026-02-04")
                .answers("incident.end", "2026-02-04")
                .answers("incident.dateBasis", "WEEKDAY_ANCHORED")
                .answers("incident.at", null)
                .answers("incident.edtf", null)
                .answers("incident.place", Map.of("name", "Druzhkivka", "kind", "TOWN"))
                .answers("incident.target", "market square")
                .answers("incident.killed.best", 7)
                .answers("incident.killed.low", null)
                .answers("incident.killed.high", null)
                .answers("incident.killed.wording", "seven")
                .answers("incident.injured", null);
    }

    @Test
    void ukrainian_regional_authorities_blame_russia_for_druzhkivka() {
        ask("{ incident(id: \"druzhkivka-market-shelling\") { attributions { id blamed { name } by { name } disputed citations { source { id } locator } corroboration { sources } } } }")
                .answersInOrder("incident.attributions.blamed.name", "Russia")
                .answersInOrder("incident.attributions.by.name", "Ukrainian regional authorities")
                .answersInOrder("incident.attributions.disputed", false)
                .answersInOrder("incident.attributions[0].citations.source.id", "source/first-day-ends")
                .answersInOrder("incident.attributions[0].citations.locator", "line 51")
                .answers("incident.attributions[0].id", "incident/druzhkivka-market-shelling/attribution/1");
    }

    @Test
    void two_missiles_and_183_drones_came_overnight_and_two_people_were_hurt() {
        ask("{ incident(id: \"" + OVERNIGHT
                        + "\") { kind start end dateBasis weapons { kind count } injured { best wording } killed { best } attributions { by { id } } } }")
                .answers("incident.kind", "AIR_ATTACK")
                .answers("incident.start", "2026-02-04")
                .answers("incident.end", "2026-02-05")
                .answers("incident.dateBasis", "INFERRED")
                .answersInOrder(
                        "incident.weapons",
                        Map.of("kind", "missile", "count", 2),
                        Map.of("kind", "drone", "count", 183))
                .answers("incident.injured.best", 2)
                .answers("incident.killed", null)
                .answersInOrder("incident.attributions.by.id", "actor/ua-air-force");
    }

    @Test
    void drones_and_missiles_around_the_first_round_are_not_counted() {
        ask("{ incident(id: \"strikes-around-first-round\") { weapons { kind count } killed { best } injured { best } start end dateBasis } }")
                .answersInOrder("incident.weapons.kind", "drone", "missile")
                .answers("incident.weapons[0].count", null)
                .answers("incident.weapons[1].count", null)
                .answers("incident.killed", null)
                .answers("incident.injured", null)
                .answers("incident.start", null)
                .answers("incident.dateBasis", "UNKNOWN");
    }

    @Test
    void who_is_blamed_for_those_strikes_depends_on_who_speaks() {
        List<Map<String, Object>> attributions =
                ask("{ incident(id: \"strikes-around-first-round\") { attributions { blamed { id } by { id } } } }")
                        .at("incident.attributions");
        Map<String, String> russia = Map.of("id", "actor/russia");
        assertThat(attributions).hasSize(4);
        assertThat(attributions.get(0)).containsEntry("blamed", russia).containsEntry("by", null);
        assertThat(attributions)
                .contains(
                        Map.of("blamed", russia, "by", Map.of("id", "actor/kyiv-government")),
                        Map.of("blamed", russia, "by", Map.of("id", "actor/european-union")));
        assertThat(attributions.get(3)).containsEntry("blamed", null).containsEntry("by", Map.of("id", "actor/afp"));
    }

    @Test
    void two_accusations_in_one_sentence_are_two_incidents_and_no_denial() {
        ask("""
                        { first: incident(id: "drone-attacks-blamed-on-russia") { attributions { blamed { id } by { id } disputed } killed { low best high wording } place { id } start }
                          second: incident(id: "drone-attacks-blamed-on-ukraine") { attributions { blamed { id } by { id } disputed } killed { wording } } }""")
                .answersInOrder("first.attributions.blamed.id", "actor/russia")
                .answersInOrder("first.attributions.by.id", "actor/kyiv-government")
                .answersInOrder("first.attributions.disputed", false)
                .answers("first.killed.best", null)
                .answers("first.killed.wording", "deadly")
                .answers("first.place", null)
                .answers("first.start", null)
                .answersInOrder("second.attributions.blamed.id", "actor/ukraine")
                .answersInOrder("second.attributions.by.id", "actor/moscow-government")
                .answersInOrder("second.attributions.disputed", false)
                .answers("second.killed.wording", "deadly");
    }

    @Test
    void the_strikes_of_both_rounds_are_of_one_kind_and_blamed_on_russia_by_name() {
        ask("{ first: incident(id: \"strikes-around-first-round\") { kind } second: incident(id: \"power-infrastructure-strikes\") { kind attributions { by { id } citations { locator } } } }")
                .answers("first.kind", "INFRASTRUCTURE_STRIKES")
                .answers("second.kind", "INFRASTRUCTURE_STRIKES")
                .answers("second.attributions[0].by", null)
                .answers("second.attributions[1].by.id", "actor/kyiv-government")
                .answers("second.attributions[2].by.id", "actor/allies-of-ukraine")
                .answersInOrder("second.attributions[2].citations.locator", "line 15");
    }

    @Test
    void where_only_a_month_is_known_there_is_no_day() {
        ask("{ invasion: incident(id: \"invasion-of-ukraine\") { start end edtf dateBasis kind } power: incident(id: \"power-infrastructure-strikes\") { start end edtf dateBasis } }")
                .answers("invasion.start", null)
                .answers("invasion.end", null)
                .answers("invasion.edtf", "2022-02")
                .answers("invasion.dateBasis", "STATED")
                .answers("invasion.kind", "INVASION")
                .answers("power.start", null)
                .answers("power.edtf", "2026-02")
                .answers("power.dateBasis", "INFERRED");
    }

    @Test
    void the_strikes_on_power_have_effects_and_no_weapons_that_are_named() {
        ask("{ incident(id: \"power-infrastructure-strikes\") { effects weapons { kind } target codes { scheme } corroboration { sources independentOrigins } } }")
                .answers("incident.effects[1]", "Frost down to -20 degrees Celsius")
                .answersInOrder("incident.weapons")
                .answersInOrder("incident.codes")
                .answers("incident.corroboration", Map.of("sources", 3, "independentOrigins", 2));
    }

    @Test
    void shelling_is_classified_in_two_schemes() {
        ask("{ incident(id: \"druzhkivka-market-shelling\") { codes { scheme code label } effects note dateNote summary } }")
                .answersInOrder("incident.codes.scheme", "ACLED", "PLOVER")
                .answers("incident.codes[0].label", "Explosions/Remote violence > Shelling/artillery/missile attack")
                .answers("incident.codes[1].code", "ASSAULT")
                .answersInOrder("incident.effects");
    }

    @Test
    void two_attacks_fall_within_the_second_round_and_a_story_ties_the_strikes_on_power_to_it() {
        ask("{ round(id: \"abu-dhabi-2\") { incidents { totalCount nodes { id } } incidentsSincePrevious { totalCount nodes { id } } } }")
                .answers("round.incidents.totalCount", 3)
                .answersInOrder(
                        "round.incidents.nodes.id",
                        "incident/power-infrastructure-strikes",
                        "incident/druzhkivka-market-shelling",
                        "incident/" + OVERNIGHT)
                .answers("round.incidentsSincePrevious.totalCount", 0)
                .answersInOrder("round.incidentsSincePrevious.nodes");
    }

    @Test
    void an_incident_without_a_day_is_of_the_round_that_a_story_ties_it_to() {
        ask("{ first: round(id: \"abu-dhabi-1\") { incidents { nodes { id } } } istanbul: round(id: \"istanbul-2025\") { incidents { nodes { id } } } }")
                .answersInOrder("first.incidents.nodes.id", "incident/strikes-around-first-round")
                .answersInOrder("istanbul.incidents.nodes");
    }

    @Test
    void russia_is_named_by_six_of_the_seven_and_the_air_force_by_one() {
        ask("{ russia: actor(id: \"russia\") { incidents { totalCount } } air: actor(id: \"ua-air-force\") { incidents { nodes { id } } } xi: actor(id: \"xi-jinping\") { incidents { totalCount } } }")
                .answers("russia.incidents.totalCount", 6)
                .answersInOrder("air.incidents.nodes.id", "incident/" + OVERNIGHT)
                .answers("xi.incidents.totalCount", 0);
    }

    @Test
    void incidents_are_listed_by_the_first_day_that_is_possible_or_else_the_last() {
        ask("{ up: incidents(filter: { dated: true }) { nodes { id } } down: incidents(first: 4, orderBy: DATE_DESC) { nodes { id } } }")
                .answersInOrder(
                        "up.nodes.id",
                        "incident/invasion-of-ukraine",
                        "incident/drone-attacks-blamed-on-russia",
                        "incident/drone-attacks-blamed-on-ukraine",
                        "incident/strikes-around-first-round",
                        "incident/power-infrastructure-strikes",
                        "incident/druzhkivka-market-shelling",
                        "incident/" + OVERNIGHT)
                .answersInOrder(
                        "down.nodes.id",
                        "incident/" + OVERNIGHT,
                        "incident/druzhkivka-market-shelling",
                        "incident/power-infrastructure-strikes",
                        "incident/strikes-around-first-round");
    }

    @Test
    void an_incident_found_by_words_can_be_ranked() {
        ask("{ incidents(filter: { text: \"drones\" }, orderBy: RELEVANCE_DESC) { nodes { id } } }")
                // those that write of drones before those that write of a drone
                .answersInOrder(
                        "incidents.nodes.id",
                        "incident/strikes-around-first-round",
                        "incident/" + OVERNIGHT,
                        "incident/drone-attacks-blamed-on-russia",
                        "incident/drone-attacks-blamed-on-ukraine");
    }

    @Test
    void there_is_no_incident_with_an_id_that_no_story_knows() {
        ask("{ incident(id: \"flood\") { id } }").answers("incident", null);
    }
}
