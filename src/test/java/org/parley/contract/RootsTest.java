package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of positions, outcomes, sessions and places, and what can be asked across all kinds: titles, negotiations, disagreements, places. */
@QuarkusTest
class RootsTest {

    @Test
    void positions_are_found_by_who_holds_them_and_on_what() {
        assertThat(found("positions", "{side: \"russia\", issue: \"territory\", stance: DEMANDS}"))
                .isNotEmpty()
                .isSubsetOf(found("positions", "{issue: \"territory\"}"));
        assertThat(found("positions", "{negotiation: \"us-mediated-trilateral-2026\"}"))
                .isNotEmpty();
        assertThat(found("positions", "{actor: \"ukraine\"}")).isSubsetOf(found("positions", "{side: \"ukraine\"}"));
        int all = ask("{ positions { totalCount } }").<Integer>at("positions.totalCount");
        assertThat(found("positions", "{disputed: true}").size()
                        + found("positions", "{disputed: false}").size())
                .isEqualTo(all);
        assertThat(found("positions", "{text: \"Donbas\"}")).isNotEmpty();
    }

    @Test
    void outcomes_and_sessions_are_found_by_their_round() {
        List<String> outcomes = found("outcomes", "{round: \"abu-dhabi-2\"}");
        assertThat(outcomes).hasSize(3);
        assertThat(found(
                        "outcomes",
                        "{negotiation: \"us-mediated-trilateral-2026\", kind: PRISONER_EXCHANGE, status: AGREED}"))
                .hasSize(1)
                .isSubsetOf(outcomes);
        assertThat(found("sessions", "{round: \"abu-dhabi-2\", from: \"2026-02-04\", to: \"2026-02-04\", dated: true}"))
                .isNotEmpty();
        assertThat(found("sessions", "{negotiation: \"us-mediated-trilateral-2026\", dated: false}"))
                .doesNotContainAnyElementsOf(found("sessions", "{dated: true}"));
        ask("{ outcome(id: \"" + outcomes.get(0) + "\") { title summary } session(id: \"nothing-held\") { title } }")
                .answers("session", null);
    }

    @Test
    void a_place_has_what_lies_in_it() {
        assertThat(found("places", "{within: \"ukraine\"}")).contains("ukraine", "kyiv", "druzhkivka");
        assertThat(found("places", "{within: \"ukraine\", not: {id: \"ukraine\"}, kind: CITY}"))
                .contains("kyiv");
        assertThat(found("places", "{located: true}"))
                .doesNotContain("druzhkivka")
                .contains("abu-dhabi");
        assertThat(found("incidents", "{place: \"ukraine\"}")).doesNotContain("druzhkivka-market-shelling");
        assertThat(found("incidents", "{within: \"ukraine\"}")).contains("druzhkivka-market-shelling");
        assertThat(found("rounds", "{within: \"united-arab-emirates\"}")).contains("abu-dhabi-1", "abu-dhabi-2");
        ask("{ place(id: \"druzhkivka\") { incidents { totalCount nodes { id } } rounds { totalCount } statements { totalCount } } abu: place(id: \"abu-dhabi\") { rounds(orderBy: DATE_DESC) { nodes { id } } } }")
                .answersInOrder("place.incidents.nodes.id", "incident/druzhkivka-market-shelling")
                .answers("place.rounds.totalCount", 0)
                .answersInOrder("abu.rounds.nodes.id", "round/abu-dhabi-2", "round/abu-dhabi-1");
    }

    @Test
    void what_belongs_to_a_negotiation_is_found_by_it() {
        assertThat(found("statements", "{negotiation: \"us-mediated-trilateral-2026\"}"))
                .isNotEmpty()
                .containsAll(found("statements", "{round: \"abu-dhabi-2\"}"));
        assertThat(found("incidents", "{negotiation: \"us-mediated-trilateral-2026\"}"))
                .contains("overnight-attack-two-missiles-183-drones");
        assertThat(found("actors", "{negotiation: \"us-mediated-trilateral-2026\"}"))
                .contains("ukraine", "russia", "united-states", "rustem-umerov");
        assertThat(found("issues", "{negotiation: \"us-mediated-trilateral-2026\"}"))
                .contains("territory");
    }

    @Test
    void what_is_disputed_is_found_by_that() {
        for (String list : List.of("statements", "rounds", "figures", "agreements")) {
            int all = ask("{ " + list + " { totalCount } }").<Integer>at(list + ".totalCount");
            assertThat(found(list, "{disputed: true}").size()
                            + found(list, "{disputed: false}").size())
                    .as(list)
                    .isEqualTo(all);
        }
        assertThat(found("statements", "{disputed: true}")).isNotEmpty();
    }

    @Test
    void the_timeline_is_asked_by_issue_side_round_and_negotiation() {
        List<String> onTerritory = ask("{ timeline(issue: \"territory\", first: 100) { nodes { id } } }")
                .at("timeline.nodes.id");
        assertThat(onTerritory.stream()
                        .map(id -> id.substring(id.indexOf('/') + 1))
                        .sorted())
                .isEqualTo(found("statements", "{issue: \"territory\"}").stream()
                        .sorted()
                        .toList());
        List<String> ofSide = ask("{ timeline(side: \"russia\", kinds: STATEMENT, first: 100) { nodes { id } } }")
                .at("timeline.nodes.id");
        assertThat(ofSide.stream().map(id -> id.substring(id.indexOf('/') + 1)).sorted())
                .isEqualTo(found("statements", "{side: \"russia\"}").stream()
                        .sorted()
                        .toList());
        List<String> ofRound = ask("{ timeline(round: \"abu-dhabi-2\", first: 100) { totalCount nodes { id } } }")
                .at("timeline.nodes.id");
        assertThat(ofRound)
                .contains("round/abu-dhabi-2", "incident/overnight-attack-two-missiles-183-drones")
                .doesNotContain("round/abu-dhabi-1");
        assertThat(ask("{ timeline(negotiation: \"us-mediated-trilateral-2026\", kinds: ROUND) { nodes { id } } }")
                        .<List<String>>at("timeline.nodes.id"))
                .containsExactly("round/abu-dhabi-1", "round/abu-dhabi-2");
        List<String> both =
                ask("{ timeline(issue: \"territory\", side: \"ukraine\", first: 100) { totalCount nodes { id } } }")
                        .at("timeline.nodes.id");
        assertThat(both).isNotEmpty().hasSameSizeAs(found("statements", "{issue: \"territory\", side: \"ukraine\"}"));
    }

    @Test
    void every_record_and_every_hit_has_a_title() {
        ask("""
                        { nodes(ids: ["actor/ukraine", "place/kyiv", "issue/territory", "round/abu-dhabi-2", "figure/no-such"]) { id title }
                          sources(first: 1) { nodes { title label } }
                          search(text: "territory", first: 100) { nodes { title record { id title } } } }""")
                .answers("nodes[0].title", "Ukraine")
                .answers("nodes[1].title", "Kyiv")
                .answers("nodes[2].title", "Territory")
                .answers("nodes[3].title", "Second round, Abu Dhabi");
        List<String> titles =
                ask("{ search(text: \"day\", first: 100) { nodes { title } } }").at("search.nodes.title");
        assertThat(titles).isNotEmpty().doesNotContainNull();
    }
}
