package org.parley.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on incidents lets through. */
@QuarkusTest
class IncidentFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "druzhkivka-market-shelling" } | druzhkivka-market-shelling
                    { id: ["incident/druzhkivka-market-shelling", "invasion-of-ukraine"] } | druzhkivka-market-shelling invasion-of-ukraine
                    { kind: SHELLING } | druzhkivka-market-shelling
                    { kind: [INVASION, INFRASTRUCTURE_STRIKES] } | invasion-of-ukraine power-infrastructure-strikes strikes-around-first-round
                    { kind: GROUND_ADVANCE } |
                    { place: "druzhkivka" } | druzhkivka-market-shelling
                    { place: ["place/druzhkivka", "moscow"] } | druzhkivka-market-shelling
                    { place: "kyiv" } | overnight-attack-two-missiles-183-drones
                    # blamed or blaming
                    { actor: "kyiv-government" } | drone-attacks-blamed-on-russia power-infrastructure-strikes strikes-around-first-round
                    { actor: ["actor/ua-air-force", "afp"] } | overnight-attack-two-missiles-183-drones strikes-around-first-round
                    { blamed: "ukraine" } | drone-attacks-blamed-on-ukraine
                    { blamed: ["russia", "actor/ukraine"], kind: AIR_ATTACK } | overnight-attack-two-missiles-183-drones drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine
                    { blamed: "kyiv-government" } |
                    { by: "ua-air-force" } | overnight-attack-two-missiles-183-drones
                    { by: ["actor/moscow-government", "ua-regional-authorities"] } | drone-attacks-blamed-on-ukraine druzhkivka-market-shelling
                    # two accusations are no denial, and no story reports one
                    { disputed: true } |
                    { disputed: false } | druzhkivka-market-shelling overnight-attack-two-missiles-183-drones drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine invasion-of-ukraine power-infrastructure-strikes strikes-around-first-round
                    # the night from 4 to 5 February belongs to both days
                    { from: "2026-02-05" } | overnight-attack-two-missiles-183-drones power-infrastructure-strikes
                    { to: "2026-02-04" } | druzhkivka-market-shelling overnight-attack-two-missiles-183-drones invasion-of-ukraine power-infrastructure-strikes drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine strikes-around-first-round
                    { from: "2026-02-05", to: "2026-02-05" } | overnight-attack-two-missiles-183-drones power-infrastructure-strikes
                    { from: "2026-02-04", to: "2026-02-04" } | druzhkivka-market-shelling overnight-attack-two-missiles-183-drones power-infrastructure-strikes
                    # what is of a month may be of any of its days
                    { from: "2026-02-06" } | power-infrastructure-strikes
                    { from: "2026-02-28", to: "2026-03-31" } | power-infrastructure-strikes
                    { from: "2026-03-01" } |
                    { to: "2026-01-31" } | invasion-of-ukraine drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine strikes-around-first-round
                    { from: "2022-02-01", to: "2022-02-28", kind: INVASION } | invasion-of-ukraine
                    { from: "2022-02-24", to: "2022-02-24", kind: INVASION } | invasion-of-ukraine
                    { to: "2022-01-31", kind: INVASION } |
                    # no later than the story that tells of it, and how much earlier is open
                    { from: "2026-02-01", kind: AIR_ATTACK } | overnight-attack-two-missiles-183-drones
                    { dated: true } | druzhkivka-market-shelling overnight-attack-two-missiles-183-drones invasion-of-ukraine power-infrastructure-strikes drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine strikes-around-first-round
                    { dated: false } |
                    { text: "183" } | overnight-attack-two-missiles-183-drones
                    { text: "market square" } | druzhkivka-market-shelling
                    { source: "second-day-ends" } | power-infrastructure-strikes
                    { source: ["source/first-round-ends", "second-day-ends"] } | strikes-around-first-round drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine power-infrastructure-strikes
                    # the two copies of one text count once
                    { singleOrigin: true } | druzhkivka-market-shelling overnight-attack-two-missiles-183-drones drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine strikes-around-first-round
                    { singleOrigin: false } | invasion-of-ukraine power-infrastructure-strikes
                    { and: [{ blamed: "russia" }, { by: "kyiv-government" }] } | drone-attacks-blamed-on-russia power-infrastructure-strikes strikes-around-first-round
                    { or: [{ kind: SHELLING }, { blamed: "ukraine" }] } | druzhkivka-market-shelling drone-attacks-blamed-on-ukraine
                    { not: { from: "2026-02-01" } } | invasion-of-ukraine drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine strikes-around-first-round
                    { not: { place: "ukraine" } } | druzhkivka-market-shelling overnight-attack-two-missiles-183-drones drone-attacks-blamed-on-russia drone-attacks-blamed-on-ukraine
                    { actor: "russia", not: { or: [{ place: "ukraine" }, { kind: AIR_ATTACK }] } } | druzhkivka-market-shelling
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("incidents", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }

    @Test
    void an_id_that_no_record_has_is_refused() {
        ask("{ incidents(filter: { place: \"atlantis\" }) { nodes { id } } }")
                .failsWith("UNKNOWN_ID", "place", "place/atlantis");
    }
}
