package org.parley.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.change.Desk.actor;
import static org.parley.change.Desk.edit;
import static org.parley.change.Desk.mediator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.Ask;
import org.parley.record.OwnHistory;

/** Two actors that were found to be one. */
@QuarkusTest
@TestProfile(ChangeMutationTest.Curated.class)
class MergeTest {
    private static final String STATE =
            """
            {
              actors { totalCount }
              statements(first: 100) { totalCount nodes { id title speakers { id name } target { id } lastChange { number } } }
              rounds { nodes { id participants { actor { id } side { id } } } }
              issues { nodes { id positions { id actor { id } } } }
              figures(first: 100) { nodes { id claimedBy { id } } }
              incidents(first: 100) { nodes { id attributions { by { id } } } }
              budanov: actor(id: "kyrylo-budanov") { id name names { text sources { id } } affiliations { id title organization { id } } citations { locator } statements { totalCount } }
              umerov: actor(id: "rustem-umerov") { id name names { text sources { id } } affiliations { id title organization { id } } citations { locator } statements { totalCount } }
              search(text: "Budanov") { totalCount nodes { record { id } score } }
            }""";

    @Inject
    OwnHistory own;

    @AfterEach
    void forget() throws SQLException {
        own.forget();
    }

    private static Ask change(Object... edits) {
        return ask(
                "mutation ($edits: [Edit!]!) { change(edits: $edits, summary: \"a test\") { change { number edits { id action row fields { key before after } record { id } } } userErrors { code path id message } } }",
                Map.of("edits", List.of(edits)),
                Desk.bearer("maria"));
    }

    private static Object merge(String id, int expect, String into) {
        return edit("merge", "id", id, "expect", expect, "into", into);
    }

    private static Object unmerge(String id, int expect) {
        return edit("unmerge", "id", id, "expect", expect);
    }

    private static Ask revert(int number) {
        return ask(
                "mutation ($number: Int!) { revert(change: $number, summary: \"a test\") { change { number edits { action } } userErrors { code path id message } } }",
                Map.of("number", number),
                Desk.bearer("maria"));
    }

    @Test
    void what_names_a_merged_actor_names_the_other_until_it_is_unmerged() {
        Object before = ask(STATE).at("");
        int actors = ask("{ actors { totalCount } }").at("actors.totalCount");
        int together =
                ask("{ statements(filter: { speaker: [\"kyrylo-budanov\", \"rustem-umerov\"] }) { totalCount } }")
                        .at("statements.totalCount");
        change(merge("kyrylo-budanov", 0, "rustem-umerov"))
                .answers("change.userErrors", List.of())
                .answers("change.change.edits[0].action", "MERGE")
                .answers("change.change.edits[0].record.id", "actor/rustem-umerov")
                .answersInOrder("change.change.edits[0].fields.key", "mergedInto")
                .answers("change.change.edits[0].fields[0].before", null)
                .answers("change.change.edits[0].fields[0].after", "\"rustem-umerov\"");
        ask("""
                {
                  actors { totalCount }
                  actor(id: "kyrylo-budanov") { id names { text } affiliations { id person { id } } lastChange { number } }
                  node(id: "actor/kyrylo-budanov") { id }
                  nodes(ids: ["actor/kyrylo-budanov", "actor/rustem-umerov"]) { id }
                  old: statements(filter: { speaker: "kyrylo-budanov" }) { totalCount }
                  both: statements(filter: { speaker: ["kyrylo-budanov", "rustem-umerov"] }) { totalCount }
                  history(id: "actor/kyrylo-budanov") { nodes { action } }
                  search(text: "Budanov") { nodes { record { id } } }
                }""")
                .answers("actors.totalCount", actors - 1)
                .answers("actor.id", "actor/rustem-umerov")
                .answers("actor.lastChange", null)
                .answers("node.id", "actor/rustem-umerov")
                .answersInOrder("nodes.id", "actor/rustem-umerov", "actor/rustem-umerov")
                .answers("old.totalCount", together)
                .answers("both.totalCount", together)
                .answersInOrder("history.nodes.action", "MERGE");
        assertThat(ask("{ actor(id: \"rustem-umerov\") { names { text } } }").<List<String>>at("actor.names.text"))
                .contains("Kyrylo Budanov")
                .doesNotHaveDuplicates();
        assertThat(ask("{ search(text: \"Budanov\", first: 100) { nodes { record { id } } } }")
                        .<List<String>>at("search.nodes.record.id"))
                .contains("actor/rustem-umerov")
                .doesNotContain("actor/kyrylo-budanov");
        change(unmerge("actor/kyrylo-budanov", 1))
                .answers("change.userErrors", List.of())
                .answers("change.change.edits[0].action", "UNMERGE");
        Object after = ask(STATE).at("");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_correction_of_the_other_leaves_what_it_has_got() {
        change(mediator("a-mediator"));
        change(merge("a-mediator", 1, "actor/rustem-umerov")).answers("change.userErrors", List.of());
        change(actor("id", "rustem-umerov", "expect", 0, "description", "another"))
                .answers("change.userErrors", List.of());
        Ask names = ask("{ actor(id: \"a-mediator\") { description names { text } lastChange { number } } }");
        names.answers("actor.description", "another").answers("actor.lastChange.number", 3);
        assertThat(names.<List<String>>at("actor.names.text")).contains("A Mediator");
    }

    @Test
    void an_actor_has_the_identifiers_of_both_each_once() {
        change(mediator("a-mediator"), mediator("another-mediator"));
        change(
                actor(
                        "id",
                        "a-mediator",
                        "expect",
                        1,
                        "identifiers",
                        List.of(identifier("MEND", "12"), identifier("WIKIDATA", "Q12"))),
                actor(
                        "id",
                        "another-mediator",
                        "expect",
                        1,
                        "identifiers",
                        List.of(identifier("WIKIDATA", "Q12"), identifier("GLOPAD", "a"))));
        change(merge("a-mediator", 2, "another-mediator")).answers("change.userErrors", List.of());
        ask("{ actors(filter: {identifier: [\"MEND:12\"]}) { nodes { id identifiers { scheme value } } } }")
                .answersInOrder("actors.nodes.id", "actor/another-mediator")
                .answersInOrder("actors.nodes[0].identifiers.scheme", "WIKIDATA", "GLOPAD", "MEND")
                .answersInOrder("actors.nodes[0].identifiers.value", "Q12", "a", "12");
    }

    private static Map<String, Object> identifier(String scheme, String value) {
        return Map.of("scheme", scheme, "value", value);
    }

    @Test
    void merges_and_their_ends_are_reverted() {
        change(mediator("a-mediator"), mediator("another-mediator"), mediator("a-third"));
        change(merge("a-mediator", 1, "another-mediator")).answers("change.change.number", 2);
        change(merge("a-mediator", 2, "a-third")).answers("change.userErrors", List.of());
        ask("{ actor(id: \"a-mediator\") { id } }").answers("actor.id", "actor/a-third");
        revert(3).answers("revert.userErrors", List.of()).answersInOrder("revert.change.edits.action", "MERGE");
        ask("{ actor(id: \"a-mediator\") { id } }").answers("actor.id", "actor/another-mediator");
        change(unmerge("a-mediator", 4)).answers("change.userErrors", List.of());
        ask("{ actor(id: \"a-mediator\") { id } }").answers("actor.id", "actor/a-mediator");
        revert(5).answers("revert.userErrors", List.of());
        ask("{ actor(id: \"a-mediator\") { id } }").answers("actor.id", "actor/another-mediator");
        revert(6).answers("revert.userErrors", List.of()).answersInOrder("revert.change.edits.action", "UNMERGE");
        ask("{ actor(id: \"a-mediator\") { id } }").answers("actor.id", "actor/a-mediator");
    }

    @Test
    void a_merge_leads_to_its_end_by_one_step() {
        change(mediator("a-mediator"), mediator("another-mediator"), mediator("a-third"));
        change(merge("a-mediator", 1, "a-mediator"))
                .answers("change.userErrors[0].code", "RULE")
                .answersInOrder("change.userErrors[0].path", "edits", "0", "merge", "into");
        change(merge("a-mediator", 1, "nobody"))
                .answers("change.userErrors[0].code", "UNKNOWN_ID")
                .answersInOrder("change.userErrors[0].path", "edits", "0", "merge", "into");
        change(merge("nobody", 1, "a-mediator")).answers("change.userErrors[0].code", "NOT_FOUND");
        change(merge("a-mediator", 1, "another-mediator"), merge("another-mediator", 1, "a-mediator"))
                .answers("change.userErrors[0].code", "RULE")
                .answers("change.userErrors[1].code", "RULE");
        change(merge("a-mediator", 1, "another-mediator")).answers("change.change.number", 2);
        change(merge("a-third", 1, "a-mediator")).answers("change.userErrors[0].code", "RULE");
        change(merge("another-mediator", 1, "a-third")).answers("change.userErrors[0].code", "RULE");
        change(merge("another-mediator", 1, "a-third"), merge("a-mediator", 2, "a-third"))
                .answers("change.userErrors", List.of());
        ask("{ nodes(ids: [\"actor/a-mediator\", \"actor/another-mediator\"]) { id } }")
                .answersInOrder("nodes.id", "actor/a-third", "actor/a-third");
    }

    @Test
    void a_merged_actor_is_not_edited_and_the_other_stays() {
        change(mediator("a-mediator"), mediator("another-mediator"));
        change(merge("a-mediator", 1, "another-mediator"));
        change(actor("id", "a-mediator", "expect", 2, "name", "X"))
                .answers("change.userErrors[0].code", "NOT_FOUND")
                .answers(
                        "change.userErrors[0].message",
                        "actor/a-mediator was merged into actor/another-mediator by change 2: edit that one, or unmerge it first");
        change(edit("retract", "id", "actor/a-mediator", "expect", 2))
                .answers("change.userErrors[0].code", "NOT_FOUND");
        change(edit("retract", "id", "actor/another-mediator", "expect", 1))
                .answers("change.userErrors[0].code", "IN_USE");
        change(mediator("a-mediator")).answers("change.userErrors[0].code", "NOT_NEW");
        change(unmerge("another-mediator", 1)).answers("change.userErrors[0].code", "NOTHING_CHANGED");
        change(merge("a-mediator", 2, "another-mediator")).answers("change.userErrors[0].code", "NOTHING_CHANGED");
        change(unmerge("a-mediator", 1))
                .answers("change.userErrors[0].code", "STALE")
                .answersInOrder("change.userErrors[0].path", "edits", "0", "unmerge", "id");
    }

    /** Somebody who speaks for both would be named twice. */
    @Test
    void the_records_that_name_them_are_judged_as_they_would_be() {
        change(mediator("a-mediator"), mediator("another-mediator"));
        change(edit(
                        "statement",
                        "id",
                        "a-word",
                        "speakers",
                        List.of("a-mediator", "another-mediator"),
                        "kind",
                        "PARAPHRASE",
                        "summary",
                        "say a word",
                        "date",
                        "2026-02-04",
                        "dateBasis",
                        "STATED",
                        "stance",
                        "SUPPORTS",
                        "renderings",
                        List.of(Map.of(
                                "source",
                                "first-day-ends",
                                "locator",
                                "line 4",
                                "verbatim",
                                false,
                                "wording",
                                "a word"))))
                .answers("change.userErrors", List.of());
        change(merge("a-mediator", 1, "another-mediator"))
                .answers("change.userErrors[0].code", "DUPLICATE")
                .answers("change.userErrors[0].id", "statement/a-word")
                .answersInOrder("change.userErrors[0].path", "edits", "0", "merge", "into");
        change(
                        merge("a-mediator", 1, "another-mediator"),
                        edit("statement", "id", "a-word", "expect", 2, "speakers", List.of("a-mediator")))
                .answers("change.userErrors", List.of());
        ask("{ statement(id: \"a-word\") { speakers { id } lastChange { number } } }")
                .answersInOrder("statement.speakers.id", "actor/another-mediator")
                .answers("statement.lastChange.number", 3);
    }
}
