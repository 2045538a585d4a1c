package org.parley.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.Ask.ask;
import static org.parley.change.Desk.actor;
import static org.parley.change.Desk.edit;
import static org.parley.change.Desk.mediator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.Ask;
import org.parley.record.OwnHistory;
import org.parley.store.CannotStart;

/** The rows of a record that has to be forgotten, where the tables are the truth; CuratingIT erases them from a journal. */
@QuarkusTest
@TestProfile(ChangeMutationTest.Curated.class)
class ErasureTest {
    private static final String HISTORY =
            "{ history(id: \"actor/secret\") { nodes { action row change { number by } fields { key before after } } } }";

    @Inject
    Erasure erasure;

    @Inject
    Inspection inspection;

    @Inject
    OwnHistory own;

    @AfterEach
    void forget() throws SQLException {
        own.forget();
    }

    private static Ask sent(Object... edits) {
        return ask(
                "mutation ($edits: [Edit!]!) { change(edits: $edits, summary: \"a test\") { change { number } userErrors { code message } } }",
                Map.of("edits", List.of(edits)),
                Desk.bearer("maria"));
    }

    private static void change(Object... edits) {
        sent(edits).answers("change.userErrors", List.of());
    }

    @Test
    void the_rows_of_a_retracted_record_are_gone_and_that_it_was_there_is_not() {
        change(mediator("secret"));
        change(actor("id", "secret", "expect", 1, "description", "A secret."));
        change(edit("retract", "id", "actor/secret", "expect", 2));
        assertThat(ask(HISTORY).body()).contains("A secret.", "A Mediator");
        assertThat(erasure.run("actor/secret", List.of())).startsWith("Erased 2 rows of actor/secret");
        assertThat(ask(HISTORY).body()).doesNotContain("secret.", "Mediator", "errors");
        ask(HISTORY)
                .answersInOrder("history.nodes.action", "RETRACT", "CORRECT", "CREATE")
                .answers("history.nodes[1].row", null);
        assertThat(inspection.check(Path.of("none")).faults()).isEmpty();
        assertThat(erasure.run("actor/secret", List.of())).startsWith("Erased 0 rows");
        sent(edit("restore", "id", "actor/secret", "expect", 3))
                .answersInOrder("change.userErrors.code", "NOT_FOUND")
                .answersInOrder(
                        "change.userErrors.message", "the rows of actor/secret were erased: it can't be restored");
        for (int number = 1; number <= 3; number++) {
            assertThat(ask(
                                    "mutation { revert(change: " + number
                                            + ", summary: \"a test\") { change { number } userErrors { code } } }",
                                    Map.of(),
                                    Desk.bearer("maria"))
                            .<List<String>>at("revert.userErrors.code"))
                    .isNotEmpty();
        }
    }

    @Test
    void a_past_record_lacks_it_or_can_not_be_told() {
        change(mediator("secret"));
        change(mediator("other"));
        change(edit("retract", "id", "actor/secret", "expect", 1));
        erasure.run("actor/secret", List.of());
        ask("query @knownAt(change: 2) { other: actor(id: \"other\") { name } secret: actor(id: \"secret\") { name } }")
                .answers("other.name", "A Mediator")
                .answers("secret", null);
        change(edit("merge", "id", "kyrylo-budanov", "expect", 0, "into", "other"));
        change(edit("unmerge", "id", "actor/kyrylo-budanov", "expect", 4));
        change(edit("retract", "id", "actor/other", "expect", 2));
        erasure.run("actor/other", List.of());
        ask("query @knownAt(change: 4) { actors { totalCount } }").failsWith("ERASED", "actor/other");
        ask("query @knownAt(change: 5) { actors { totalCount } }");
    }

    @Test
    void what_is_in_the_graph_is_not_erased() {
        change(mediator("secret"));
        for (String id : List.of("actor/secret", "actor/ukraine", "actor/nobody")) {
            assertThatThrownBy(() -> erasure.run(id, List.of()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(id + " must be retracted before its rows are erased");
        }
        assertThatThrownBy(() -> erasure.run("secret", List.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessage("ID must be that of a record, its type in front, such as actor/x, not secret");
    }

    @Test
    void what_was_proposed_of_it_is_gone() {
        change(mediator("secret"));
        ask(
                        "mutation ($edits: [Edit!]!) { propose(edits: $edits, summary: \"a test\") { userErrors { message } } }",
                        Map.of(
                                "edits",
                                List.of(actor("id", "secret", "expect", 1, "description", "A proposed secret."))),
                        Desk.bearer("paul"))
                .answers("propose.userErrors", List.of());
        change(edit("retract", "id", "actor/secret", "expect", 1));
        String proposals = "{ proposals { nodes { state userErrors { message } edits { row } } } }";
        assertThat(erasure.run("actor/secret", List.of())).startsWith("Erased 2 rows");
        assertThat(ask(proposals, Map.of(), Desk.bearer("paul")).body())
                .doesNotContain("proposed secret", "\"errors\"");
    }
}
