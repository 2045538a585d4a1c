package org.parley.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agreements, and where else in the graph they are: a kind of record that its own package adds. */
@QuarkusTest
@TestProfile(AgreementRecord.class)
class AgreementTest {

    @Test
    void an_agreement_says_what_it_is_and_between_whom() {
        ask("""
                        { agreement(id: "pier-ceasefire") { id title summary signedOn start end dateBasis status level stage substage interim
                          pages note negotiation { id } round { id } document { id } follows { id }
                          parties { actor { name } role signed asWritten } provisions { issue { name } weight quote locator verified }
                          citations { source { id } } corroboration { independentOrigins } } }""")
                .answers("agreement.id", "agreement/pier-ceasefire")
                .answers("agreement.title", "Ferry house agreement")
                .answers("agreement.summary", "Neither island stops the other's ferry.")
                .answers("agreement.signedOn", "2031-05-06")
                .answers("agreement.start", "2031-05-06")
                .answers("agreement.end", "2031-05-06")
                .answers("agreement.dateBasis", "STATED")
                .answers("agreement.status", "SIGNED")
                .answers("agreement.level", "INTERSTATE")
                .answers("agreement.stage", "CEASEFIRE")
                .answers("agreement.substage", "Ceas")
                .answers("agreement.interim", true)
                .answers("agreement.pages", 2)
                .answers("agreement.note", "The text was published four days later.")
                .answers("agreement.negotiation.id", "negotiation/sound-talks")
                .answers("agreement.round.id", "round/ferry-house-1")
                .answers("agreement.document.id", "source/pier-text")
                .answers("agreement.follows", List.of())
                .answersInOrder("agreement.parties.actor.name", "Oster", "Vester", "Ilse Marten", "Ilse Marten")
                .answersInOrder("agreement.parties.role", "PARTY", "PARTY", "THIRD_PARTY", "WITNESS")
                .answersInOrder("agreement.parties.signed", true, true, false, true)
                .answers("agreement.parties[3].asWritten", "I. Marten, pilot, ret.")
                .answersInOrder("agreement.provisions.issue.name", "The ferry", "Pilotage", "The ferry")
                .answersInOrder("agreement.provisions.weight", 3, 1, 1)
                .answers("agreement.provisions[0].quote", "No ferry is held at a pier.")
                .answers("agreement.provisions[0].locator", "line 3")
                .answers("agreement.provisions.verified", Arrays.asList(true, true, null))
                .answersInOrder("agreement.citations.source.id", "source/evening-herald", "source/harbour-gazette")
                .answers("agreement.corroboration.independentOrigins", 2);
    }

    @Test
    void what_is_not_known_is_null_and_who_is_only_named_has_no_actor() {
        ask("""
                        { agreement(id: "agreement/pilots-accord") { summary signedOn edtf interim pages note negotiation { id } round { id }
                          document { id } parties { actor { id } signed asWritten } } other: agreement(id: "treaty-of-nobody") { id } }""")
                .answers("agreement.signedOn", null)
                .answers("agreement.edtf", "2029")
                .answers("agreement.interim", null)
                .answers("agreement.pages", null)
                .answers("agreement.summary", null)
                .answers("agreement.note", null)
                .answers("agreement.negotiation", null)
                .answers("agreement.round", null)
                .answers("agreement.document", null)
                .answers("agreement.parties[0].actor", null)
                .answers("agreement.parties[0].signed", null)
                .answers("agreement.parties[0].asWritten", "Signed: the pilots of both shores")
                .answers("other", null);
    }

    @Test
    void it_follows_earlier_ones_in_the_order_of_the_record() {
        ask("{ agreement(id: \"framework-renewal\") { follows { id follows { id } } } }")
                .answersInOrder("agreement.follows.id", "agreement/sound-framework", "agreement/pier-ceasefire")
                .answersInOrder("agreement.follows[0].follows.id", "agreement/pier-ceasefire");
    }

    @Test
    void negotiations_rounds_and_actors_have_theirs() {
        ask("""
                        { negotiation(id: "sound-talks") { agreements { nodes { id } } } round(id: "ferry-house-2") { agreements { totalCount } }
                          actor(id: "ilse-marten") { agreements { nodes { id } }
                            witnessed: agreements(filter: {party: "ilse-marten", role: WITNESS}) { totalCount } } }""")
                .answersInOrder(
                        "negotiation.agreements.nodes.id",
                        "agreement/oster-declaration",
                        "agreement/pier-ceasefire",
                        "agreement/sound-framework",
                        "agreement/framework-renewal")
                .answers("round.agreements.totalCount", 2)
                .answersInOrder("actor.agreements.nodes.id", "agreement/pier-ceasefire")
                .answers("actor.witnessed.totalCount", 1);
    }

    @Test
    void it_is_a_node_like_any_other() {
        ask("{ node(id: \"agreement/old-treaty\") { __typename ... on Agreement { status } }"
                        + " nodes(ids: [\"agreement/sound-framework\", \"actor/oster\", \"agreement/none\"]) { id } }")
                .answers("node.__typename", "Agreement")
                .answers("node.status", "ENDED")
                .answers("nodes.id", Arrays.asList("agreement/sound-framework", "actor/oster", null));
    }

    @Test
    void it_stands_in_the_timeline_by_its_day() {
        ask("""
                        { timeline { nodes { id } } agreements: timeline(kinds: AGREEMENT, actor: "oster") { nodes { id title } }
                          inMay: timeline(from: "2031-05-01", to: "2031-05-31") { nodes { __typename ... on Agreement { level } } } }""")
                .answersInOrder(
                        "timeline.nodes.id",
                        "agreement/pilots-accord",
                        "agreement/lighthouse-note",
                        "agreement/oster-declaration",
                        "agreement/pier-ceasefire",
                        "round/ferry-house-1",
                        "agreement/sound-framework",
                        "round/ferry-house-2",
                        "agreement/framework-renewal",
                        "agreement/old-treaty")
                .answersInOrder(
                        "agreements.nodes.id",
                        "agreement/lighthouse-note",
                        "agreement/oster-declaration",
                        "agreement/pier-ceasefire",
                        "agreement/sound-framework",
                        "agreement/old-treaty")
                .answersInOrder("inMay.nodes.__typename", "Agreement", "Agreement", "Round");
    }

    @Test
    void search_finds_it_by_its_words_and_those_of_its_issues() {
        ask("""
                        { title: search(text: "declaration") { nodes { kind record { id } snippet } }
                          written: search(text: "League of Harbours", kinds: AGREEMENT) { nodes { record { id } } }
                          quoted: search(text: "winter", kinds: [AGREEMENT]) { nodes { record { id } } }
                          issue: search(text: "pilotage", kinds: AGREEMENT) { totalCount } }""")
                .answers("title.nodes[0].kind", "AGREEMENT")
                .answers("title.nodes[0].record.id", "agreement/oster-declaration")
                .answers("title.nodes[0].snippet", "«Declaration» of Oster on its pier")
                .answersInOrder("written.nodes.record.id", "agreement/sound-framework")
                .answersInOrder("quoted.nodes.record.id", "agreement/pier-ceasefire")
                .answers("issue.totalCount", 3);
    }

    @Test
    void it_is_among_the_facts_of_its_sources() {
        ask("""
                        { source(id: "harbour-gazette") { facts(filter: {kind: AGREEMENT}) { nodes { id } } }
                          coverage { source { id } kinds { kind count } } }""")
                .answersInOrder(
                        "source.facts.nodes.id",
                        "agreement/oster-declaration",
                        "agreement/pier-ceasefire",
                        "agreement/sound-framework",
                        "agreement/framework-renewal")
                .answers("coverage[1].source.id", "source/harbour-gazette")
                .answersInOrder("coverage[1].kinds.kind", "AGREEMENT")
                .answersInOrder("coverage[1].kinds.count", 4);
    }

    @Test
    void the_first_page_counts_them() {
        assertThat(given().get("/").asString()).contains("<b>7</b> agreements");
    }
}
