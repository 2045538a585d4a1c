package org.parley.round;

import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The process as a whole: who takes part as what, by which source, and about what. */
@QuarkusTest
class NegotiationTest {

    @Test
    void ukraine_and_russia_are_the_parties() {
        ask("{ negotiation(id: \"us-mediated-trilateral-2026\") { id title summary roles { role actor { name } } } }")
                .answers("negotiation.id", "negotiation/us-mediated-trilateral-2026")
                .answersInOrder("negotiation.roles.role", "PARTY", "PARTY", "MEDIATOR", "HOST", "MEDIATOR")
                .answersInOrder(
                        "negotiation.roles.actor.name",
                        "Ukraine",
                        "Russia",
                        "United States",
                        "United Arab Emirates",
                        "United Arab Emirates");
    }

    @Test
    void the_united_states_mediate_in_all_stories_and_the_emirates_only_by_the_thanks_of_budanov() {
        ask("{ negotiation(id: \"us-mediated-trilateral-2026\") { roles { id note citations { source { id } locator } corroboration { sources independentOrigins } } } }")
                .answers("negotiation.roles[2].corroboration.sources", 5)
                .answers("negotiation.roles[2].corroboration.independentOrigins", 4)
                .answersInOrder("negotiation.roles[4].citations.source.id", "source/second-day-ends")
                .answersInOrder("negotiation.roles[4].citations.locator", "line 6")
                .answers("negotiation.roles[4].id", "negotiation/us-mediated-trilateral-2026/role/5");
    }

    @Test
    void one_story_names_the_emirates_as_the_host() {
        ask("{ negotiation(id: \"us-mediated-trilateral-2026\") { roles { note citations { source { id } locator } } } }")
                .answersInOrder("negotiation.roles[3].citations.source.id", "source/first-round-ends")
                .answersInOrder("negotiation.roles[3].citations.locator", "line 5")
                .answers("negotiation.roles[3].note", "Stated for the first round only.");
    }

    @Test
    void territory_comes_first_among_what_is_negotiated() {
        ask("{ negotiation(id: \"us-mediated-trilateral-2026\") { issues { id } } }")
                .answers("negotiation.issues[0].id", "issue/territory")
                .answers("negotiation.issues[1].id", "issue/ceasefire-line");
    }

    @Test
    void two_rounds_belong_to_it_and_istanbul_does_not() {
        ask("{ negotiation(id: \"us-mediated-trilateral-2026\") { rounds { totalCount nodes { id } } } }")
                .answers("negotiation.rounds.totalCount", 2)
                .answersInOrder("negotiation.rounds.nodes.id", "round/abu-dhabi-1", "round/abu-dhabi-2");
    }

    @Test
    void its_rounds_are_filtered_and_sorted_like_any() {
        ask("""
                        { negotiation(id: "us-mediated-trilateral-2026") { newest: rounds(orderBy: DATE_DESC, first: 1) { nodes { id } }
                          january: rounds(filter: { to: "2026-01-31" }) { nodes { id } } named: rounds(filter: { participant: "rustem-umerov" }) { nodes { id } } } }""")
                .answersInOrder("negotiation.newest.nodes.id", "round/abu-dhabi-2")
                .answersInOrder("negotiation.january.nodes.id", "round/abu-dhabi-1")
                .answersInOrder("negotiation.named.nodes.id", "round/abu-dhabi-2");
    }

    @Test
    void all_five_stories_tell_of_it() {
        ask("{ negotiation(id: \"us-mediated-trilateral-2026\") { corroboration { sources independentOrigins singleOrigin } citations { locator note source { id } } } }")
                .answers("negotiation.corroboration.sources", 5)
                .answers("negotiation.corroboration.independentOrigins", 4)
                .answers("negotiation.corroboration.singleOrigin", false);
    }

    @Test
    void it_is_the_only_one() {
        ask("{ negotiations { totalCount nodes { id } } negotiation(id: \"minsk\") { id } }")
                .answers("negotiations.totalCount", 1)
                .answersInOrder("negotiations.nodes.id", "negotiation/us-mediated-trilateral-2026")
                .answers("negotiation", null);
    }
}
