package org.parley.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.change.Desk.actor;
import static org.parley.change.Desk.edit;
import static org.parley.change.Desk.mediator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Ask;
import org.parley.record.OwnHistory;

/** The mutation that changes the record, and what the graph tells of changes. */
@QuarkusTest
@TestProfile(ChangeMutationTest.Curated.class)
class ChangeMutationTest {
    private static final String CHANGE =
            """
            mutation ($edits: [Edit!]!, $summary: String!, $key: String, $dry: Boolean) {
              change(edits: $edits, summary: $summary, idempotencyKey: $key, dryRun: $dry) {
                replayed
                change { number summary by digest edits { id action } }
                edits { id kind action row fields { key before after } record { id } change { number } }
                userErrors { code path id message }
              }
            }""";

    @Inject
    OwnHistory own;

    public static final class Curated implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.curators", "src/test/resources/curators.json");
        }
    }

    @AfterEach
    void forget() throws SQLException {
        own.forget();
    }

    private static Ask change(String by, Map<String, Object> variables) {
        return ask(CHANGE, variables, Desk.bearer(by));
    }

    private static Ask change(Object... edits) {
        return change("maria", Map.of("edits", List.of(edits), "summary", "a test"));
    }

    @Test
    void a_record_is_made_corrected_retracted_and_restored() {
        change(mediator("a-mediator"))
                .answers("change.userErrors", List.of())
                .answers("change.change.number", 1)
                .answers("change.change.by", "maria")
                .answers("change.change.edits[0].action", "CREATE")
                .answers("change.edits[0].record.id", "actor/a-mediator")
                .answers("change.edits[0].change.number", 1);
        ask("{ actor(id: \"a-mediator\") { name lastChange { number summary by } citations { locator source { id } } } search(text: \"mediator\") { nodes { record { id } } } }")
                .answers("actor.name", "A Mediator")
                .answers("actor.lastChange.number", 1)
                .answers("actor.lastChange.by", null)
                .answers("actor.citations[0].source.id", "source/first-day-ends");
        change(actor("id", "actor/a-mediator", "expect", 1, "name", "Another Mediator", "countryCode", null))
                .answers("change.userErrors", List.of())
                .answers("change.change.number", 2)
                .answersInOrder("change.edits[0].fields.key", "countryCode", "name")
                .answers("change.edits[0].fields[0].after", null)
                .answers("change.edits[0].fields[1].before", "\"A Mediator\"")
                .answers("change.edits[0].fields[1].after", "\"Another Mediator\"");
        change(edit("retract", "id", "actor/a-mediator", "expect", 2))
                .answers("change.userErrors", List.of())
                .answers("change.edits[0].record", null)
                .answers("change.edits[0].row", null);
        ask("{ node(id: \"actor/a-mediator\") { id } history(id: \"actor/a-mediator\") { totalCount nodes { action change { number } fields { key } } } }")
                .answers("node", null)
                .answers("history.totalCount", 3)
                .answersInOrder("history.nodes.action", "RETRACT", "CORRECT", "CREATE")
                .answersInOrder("history.nodes.change.number", 3, 2, 1);
        change(edit("restore", "id", "actor/a-mediator", "expect", 3)).answers("change.userErrors", List.of());
        ask("{ actor(id: \"a-mediator\") { name countryCode lastChange { number } } }")
                .answers("actor.name", "Another Mediator")
                .answers("actor.countryCode", null)
                .answers("actor.lastChange.number", 4);
    }

    @Test
    void requests_are_counted_by_what_came_of_them() {
        List<String> names = List.of(
                "parley_changes_total{outcome=\"accepted\"",
                "parley_changes_total{outcome=\"refused\"",
                "parley_changes_total{outcome=\"replayed\"",
                "parley_changes_total{outcome=\"tried\"",
                "parley_change_seconds_count");
        List<Double> before = names.stream().map(ChangeMutationTest::metric).toList();
        change(mediator("counted"));
        change(mediator("counted"));
        Map<String, Object> once =
                Map.of("edits", List.of(mediator("counted-once")), "summary", "a test", "key", "counted-once");
        change("maria", once);
        change("maria", once);
        change("maria", Map.of("edits", List.of(mediator("tried")), "summary", "a test", "dry", true));
        assertThat(names.stream().map(ChangeMutationTest::metric).toList())
                .containsExactly(
                        before.get(0) + 2, before.get(1) + 1, before.get(2) + 1, before.get(3) + 1, before.get(4) + 2);
        assertThat(metric("parley_record_change ")).isEqualTo(2);
    }

    private static double metric(String beginning) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void a_correction_of_the_seed_s_own_record_is_seen_everywhere() {
        change(actor("id", "ukraine", "expect", 0, "name", "Ukraina")).answers("change.userErrors", List.of());
        ask("{ actor(id: \"ukraine\") { name } statements(first: 1, filter: {speaker: \"ukraine\"}) { nodes { speakers { name } title } }"
                        + " search(text: \"Ukraina\") { totalCount } changes { totalCount nodes { number edits { id } } } }")
                .answers("actor.name", "Ukraina")
                .answers("changes.totalCount", 1)
                .answersInOrder("changes.nodes[0].edits.id", "actor/ukraine");
    }

    @Test
    void edits_of_one_change_refer_to_each_other_in_any_order() {
        change(
                        edit(
                                "statement",
                                "id",
                                "a-first-word",
                                "speakers",
                                List.of("a-mediator"),
                                "kind",
                                "PARAPHRASE",
                                "summary",
                                "says a word",
                                "date",
                                "2026-02-04",
                                "dateBasis",
                                "STATED",
                                "stance",
                                "SUPPORTS",
                                "renderings",
                                List.of(Map.of(
                                        "source",
                                        "source/first-day-ends",
                                        "locator",
                                        "line 4",
                                        "verbatim",
                                        false,
                                        "wording",
                                        "said a word"))),
                        mediator("a-mediator"))
                .answers("change.userErrors", List.of());
        ask("{ actor(id: \"a-mediator\") { statements { nodes { id title date } } } }")
                .answers("actor.statements.nodes[0].title", "A Mediator: says a word")
                .answers("actor.statements.nodes[0].date", "2026-02-04");
        change(edit("retract", "id", "actor/a-mediator", "expect", 1))
                .answersInOrder("change.userErrors.code", "IN_USE")
                .answersInOrder("change.userErrors[0].path", "edits", "0", "retract", "id");
    }

    @Test
    void all_faults_are_told_at_once_with_their_paths() {
        Ask asked = change(
                mediator("a-mediator"),
                edit("statement", "id", "x", "speakers", List.of("nobody"), "date", "2026-02-04"),
                actor("id", "ukraine", "name", "Ukraina"),
                actor("id", "not-there", "expect", 0, "name", "N"));
        List<String> found = new ArrayList<>();
        List<Map<String, Object>> errors = asked.at("change.userErrors");
        errors.forEach(error -> found.add(error.get("code") + " " + String.join(".", path(error))));
        assertThat(found)
                .contains(
                        "UNKNOWN_ID edits.1.statement.speakers.0",
                        "MISSING edits.1.statement.kind",
                        "MISSING edits.1.statement.summary",
                        "MISSING edits.1.statement.renderings",
                        "NOT_NEW edits.2.actor.id",
                        "NOT_FOUND edits.3.actor.id");
        ask("{ actor(id: \"a-mediator\") { id } changes { totalCount } }")
                .answers("actor", null)
                .answers("changes.totalCount", 0);
    }

    @SuppressWarnings("unchecked") // a path is a list of texts
    private static List<String> path(Map<String, Object> error) {
        return (List<String>) error.get("path");
    }

    @Test
    void nobody_overwrites_a_key_that_was_changed_unseen() {
        change(actor("id", "ukraine", "expect", 0, "name", "Ukraina"));
        change(actor("id", "ukraine", "expect", 0, "name", "Ukrayina"))
                .answersInOrder("change.userErrors.code", "STALE")
                .answersInOrder("change.userErrors[0].path", "edits", "0", "actor", "name");
        change(actor("id", "ukraine", "expect", 0, "description", "a state")).answers("change.userErrors", List.of());
        ask("{ actor(id: \"ukraine\") { name description } }")
                .answers("actor.name", "Ukraina")
                .answers("actor.description", "a state");
        change(actor("id", "ukraine", "expect", 7, "name", "x")).answersInOrder("change.userErrors.code", "INVALID");
        change(actor("id", "ukraine", "expect", 2, "name", "Ukraina"))
                .answersInOrder("change.userErrors.code", "NOTHING_CHANGED");
    }

    @Test
    void a_dry_run_changes_nothing() {
        change("paul", Map.of("edits", List.of(mediator("a-mediator")), "summary", "a test", "dry", true))
                .answers("change.change", null)
                .answers("change.userErrors", List.of())
                .answers("change.edits[0].action", "CREATE")
                .answers("change.edits[0].change", null);
        ask("{ actor(id: \"a-mediator\") { id } changes { totalCount } }")
                .answers("actor", null)
                .answers("changes.totalCount", 0);
    }

    @Test
    void a_request_with_the_same_key_is_not_made_again() {
        Map<String, Object> sent = Map.of("edits", List.of(mediator("a-mediator")), "summary", "a test", "key", "k1");
        change("maria", sent).answers("change.replayed", false).answers("change.change.number", 1);
        change("maria", sent)
                .answers("change.replayed", true)
                .answers("change.change.number", 1)
                .answers("change.edits[0].action", "CREATE");
        change("maria", Map.of("edits", List.of(mediator("b-mediator")), "summary", "a test", "key", "k1"))
                .answersInOrder("change.userErrors.code", "KEY_REUSED");
        change("rose", Map.of("edits", List.of(mediator("b-mediator")), "summary", "a test", "key", "k1"))
                .answers("change.change.number", 2);
    }

    @ParameterizedTest
    @CsvSource({"rita, FORBIDDEN", "paul, FORBIDDEN"})
    void who_may_not_is_refused(String name, String code) {
        Ask refused = change(name, Map.of("edits", List.of(mediator("a-mediator")), "summary", "a test"));
        refused.failsWith(code, "EDITOR");
        ask(CHANGE, Map.of("edits", List.of(mediator("a-mediator")), "summary", "a test"))
                .failsWith("UNAUTHENTICATED", "token");
        ask("{ changes { totalCount } }").answers("changes.totalCount", 0);
    }

    @Test
    void the_readme_s_mutations_work() throws IOException {
        List<String> mutations = Pattern.compile("^~~~graphql\\n(.*?)^~~~$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(mutations).hasSize(3);
        mutations.forEach(
                mutation -> ask(mutation, Map.of(), Desk.bearer("maria")).answers("change.userErrors", List.of()));
        ask("{ history(id: \"statement/ivanenko-talks-go-on\") { nodes { action fields { key } } } }")
                .answersInOrder("history.nodes.action", "RETRACT", "CORRECT", "CREATE")
                .answersInOrder("history.nodes[1].fields.key", "date");
    }

    @Test
    void a_summary_and_edits_are_needed() {
        change("maria", Map.of("edits", List.of(), "summary", " "))
                .answersInOrder("change.userErrors.code", "INVALID", "INVALID");
        change(mediator("a-mediator"), mediator("a-mediator")).answersInOrder("change.userErrors.code", "DUPLICATE");
    }

    @Test
    void the_list_of_changes_has_pages_and_filters() {
        change(mediator("a-mediator"));
        change(actor("id", "ukraine", "expect", 0, "name", "Ukraina"));
        change(edit("retract", "id", "actor/a-mediator", "expect", 1));
        ask("{ changes(since: 1) { nodes { number } } some: changes(filter: {record: \"actor/ukraine\"}) { nodes { number } }"
                        + " none: changes(filter: {kind: ROUND}) { totalCount } last: changes(last: 2) { nodes { number } pageInfo { hasPreviousPage hasNextPage startCursor } }"
                        + " new: changes(orderBy: NUMBER_DESC, first: 1) { nodes { number } pageInfo { hasNextPage endCursor } } change(number: 2) { number at } gone: change(number: 9) { number } }")
                .answersInOrder("changes.nodes.number", 2, 3)
                .answersInOrder("some.nodes.number", 2)
                .answers("none.totalCount", 0)
                .answersInOrder("last.nodes.number", 2, 3)
                .answers("last.pageInfo.hasPreviousPage", true)
                .answersInOrder("new.nodes.number", 3)
                .answers("gone", null);
        String cursor = ask("{ changes(orderBy: NUMBER_DESC, first: 1) { pageInfo { endCursor } } }")
                .at("changes.pageInfo.endCursor");
        ask("{ changes(orderBy: NUMBER_DESC, first: 1, after: \"" + cursor + "\") { nodes { number } } }")
                .answersInOrder("changes.nodes.number", 2);
        ask("{ changes(first: 1, after: \"" + cursor + "\") { nodes { number } } }")
                .failsWith("INVALID_CURSOR", "after");
        ask("{ changes(filter: {by: \"maria\"}) { totalCount } }").failsWith("UNAUTHENTICATED", "token");
    }

    @Test
    void two_changes_in_one_document_are_made_one_after_the_other() {
        ask(
                        """
                        mutation ($a: [Edit!]!, $b: [Edit!]!) {
                          one: change(edits: $a, summary: "one") { change { number } edits { record { ... on Actor { name } } } }
                          two: change(edits: $b, summary: "two") { change { number } edits { record { ... on Actor { name } } } }
                        }""",
                        Map.of(
                                "a",
                                List.of(mediator("a-mediator")),
                                "b",
                                List.of(actor("id", "a-mediator", "expect", 1, "name", "B"))),
                        Desk.bearer("maria"))
                .answers("one.edits[0].record.name", "A Mediator")
                .answers("two.edits[0].record.name", "B")
                .answers("two.change.number", 2);
    }
}
