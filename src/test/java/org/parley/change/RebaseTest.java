package org.parley.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.Ask.ask;
import static org.parley.change.Desk.actor;
import static org.parley.change.Desk.edit;
import static org.parley.change.Desk.mediator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Ask;
import org.parley.record.InvalidRecord;
import org.parley.record.OwnHistory;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;

/** A new edition of the seed, and a record that people have changed. */
@QuarkusTest
@TestProfile(ChangeMutationTest.Curated.class)
class RebaseTest {
    @Inject
    Rebase rebase;

    @Inject
    Erasure erasure;

    @Inject
    Seeder seeder;

    @Inject
    ObjectMapper mapper;

    @Inject
    OwnHistory own;

    @TempDir
    Path folder;

    /** The rows of the new edition; at first those of the built-in record. */
    private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();

    @BeforeEach
    void read() {
        seeder.rowsOf(Optional.empty(), (id, row, named) -> rows.put(id, new LinkedHashMap<>(row)));
    }

    @AfterEach
    void forget() throws SQLException {
        own.forget();
    }

    private String rebase(boolean isDry) throws IOException {
        Path written = Files.createDirectories(folder.resolve("edition"));
        try (SeedFolder files = new SeedFolder(written, seeder.files())) {
            for (Map.Entry<String, Map<String, Object>> row : rows.entrySet()) {
                files.row(row.getKey(), mapper.writeValueAsString(row.getValue()));
            }
        }
        return rebase.run(Optional.of(written), isDry);
    }

    private static Ask change(Object... edits) {
        Ask asked = ask(
                "mutation ($edits: [Edit!]!) { change(edits: $edits, summary: \"a test\") { change { number } userErrors { message } } }",
                Map.of("edits", List.of(edits)),
                Desk.bearer("maria"));
        return asked.answers("change.userErrors", List.of());
    }

    private static Ask named(String slug) {
        return ask("{ actor(id: \"" + slug + "\") { name description lastChange { number summary } } }");
    }

    @Test
    void a_key_that_one_side_has_changed_gets_its_value_and_one_of_both_stays() throws IOException {
        change(actor("id", "ukraine", "expect", 0, "name", "Ukraina"));
        change(mediator("mine"));
        rows.get("actor/ukraine").put("description", "As the edition says.");
        rows.get("actor/russia").put("name", "Rossiya");
        Map<String, Object> fresh = new LinkedHashMap<>(rows.get("actor/ukraine"));
        fresh.put("id", "fresh");
        fresh.put("name", "Fresh");
        fresh.remove("names");
        rows.put("actor/fresh", fresh);
        String told = rebase(true);
        assertThat(told).startsWith("Would take over").contains("1 created, 2 corrected, 0 retracted. No conflict.");
        named("fresh").answers("actor", null);
        assertThat(rebase(false))
                .startsWith("Took over")
                .contains("by change 3: 1 created, 2 corrected, 0 retracted. No conflict.");
        named("ukraine")
                .answers("actor.name", "Ukraina")
                .answers("actor.description", "As the edition says.")
                .answers("actor.lastChange.number", 3);
        named("russia").answers("actor.name", "Rossiya");
        named("fresh").answers("actor.name", "Fresh");
        named("mine").answers("actor.name", "A Mediator").answers("actor.lastChange.number", 2);
        ask(
                        "{ changes(since: 2) { nodes { number by summary edits { id action fields { key before after } } } } }",
                        Map.of(),
                        Desk.bearer("rita"))
                .answers("changes.nodes[0].by", "parley rebase")
                .answers(
                        "changes.nodes[0].summary",
                        "Took over a new edition of the record: 1 created, 2 corrected, 0 retracted")
                .answersInOrder("changes.nodes[0].edits.id", "actor/russia", "actor/ukraine", "actor/fresh")
                .answersInOrder("changes.nodes[0].edits.action", "CORRECT", "CORRECT", "CREATE")
                .answersInOrder("changes.nodes[0].edits[0].fields.key", "name");
        assertThat(rebase(false)).contains("there is nothing to take over");
    }

    @Test
    void the_next_edition_is_compared_with_the_last_that_was_taken_over() throws IOException {
        change(actor("id", "ukraine", "expect", 0, "name", "Ukraina"));
        rows.get("actor/ukraine").put("name", "Ukrayina");
        rows.get("actor/russia").put("name", "Rossiya2");
        assertThat(rebase(false))
                .contains(
                        "0 created, 1 corrected, 0 retracted. 1 conflict:",
                        "name of actor/ukraine is \"Ukrayina\" in the seed, and \"Ukraina\" here");
        rows.get("actor/russia").put("name", "Rossiya3");
        assertThat(rebase(false)).contains("by change 3: 0 created, 1 corrected, 0 retracted. No conflict.");
        named("russia").answers("actor.name", "Rossiya3");
        named("ukraine").answers("actor.name", "Ukraina");
        ask(
                        "mutation { revert(change: 3, summary: \"a test\") { change { number } userErrors { message } } }",
                        Map.of(),
                        Desk.bearer("maria"))
                .answers("revert.userErrors", List.of());
        named("russia").answers("actor.name", "Rossiya2");
    }

    /** An actor of the edition whom nobody names. */
    private void adds(String slug) {
        Map<String, Object> row = new LinkedHashMap<>(rows.get("actor/vladimir-putin"));
        row.put("id", slug);
        row.put("name", slug);
        row.remove("names");
        row.remove("affiliations");
        rows.put("actor/" + slug, row);
    }

    /** A statement by this actor, with all else from one of the seed. */
    private Map<String, Object> statement(String slug, String speaker) {
        Map<String, Object> row = new LinkedHashMap<>(rows.get("statement/budanov-genuinely-constructive"));
        row.put("id", slug);
        row.put("speakers", List.of(speaker));
        return row;
    }

    @Test
    void what_the_edition_removes_goes_unless_it_was_edited_or_is_referred_to() throws IOException {
        change(mediator("mine"));
        List.of("unused", "edited", "named", "retracted").forEach(this::adds);
        assertThat(rebase(false)).contains("by change 2: 4 created, 0 corrected, 0 retracted. No conflict.");
        change(
                actor("id", "edited", "expect", 2, "description", "By a curator."),
                edit("retract", "id", "actor/retracted", "expect", 2),
                Map.of("statement", statement("by-a-curator", "named")));
        rows.keySet().removeAll(List.of("actor/unused", "actor/edited", "actor/named", "actor/retracted"));
        assertThat(rebase(false))
                .contains(
                        "by change 4: 0 created, 0 corrected, 1 retracted. 2 conflicts:",
                        "actor/edited was removed from the seed, and was edited here by change 3: it stays",
                        "must stay, because statement/by-a-curator refers to it, and was removed from the seed: it stays");
        named("unused").answers("actor", null);
        named("edited").answers("actor.description", "By a curator.");
        named("named").answers("actor.name", "named");
    }

    @Test
    void what_was_retracted_or_merged_here_stays_so() throws IOException {
        change(edit("merge", "id", "kyrylo-budanov", "expect", 0, "into", "rustem-umerov"));
        rows.get("actor/kyrylo-budanov").put("description", "As the edition says.");
        assertThat(rebase(false))
                .contains(
                        "actor/kyrylo-budanov was edited in the seed, and was merged here into actor/rustem-umerov by change 1");
        assertThat(rebase(false)).contains("there is nothing to take over");
    }

    @Test
    void an_edition_that_does_not_go_with_the_changes_is_refused_whole() throws IOException {
        change(mediator("mine"));
        adds("retracted");
        rebase(false);
        change(edit("retract", "id", "actor/retracted", "expect", 2));
        rows.get("actor/russia").put("name", "Another");
        rows.put("statement/fresh", statement("fresh", "retracted"));
        assertThatThrownBy(() -> rebase(false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not go with the changes made here")
                .hasMessageContaining("statement/fresh speakers[1]: \"retracted\": must be the id of an actor");
        named("russia").answers("actor.lastChange", null);
        rows.remove("actor/retracted");
        assertThatThrownBy(() -> rebase(false))
                .isInstanceOf(InvalidRecord.class)
                .hasMessageContaining("fresh speakers: \"retracted\"");
        named("russia").answers("actor.lastChange", null);
    }

    @Test
    void what_was_erased_here_does_not_come_back() throws IOException {
        change(mediator("mine"));
        adds("secret");
        rebase(false);
        change(edit("retract", "id", "actor/secret", "expect", 2));
        erasure.run("actor/secret", List.of());
        rows.get("actor/russia").put("name", "Rossiya");
        assertThat(rebase(false))
                .contains("by change 4", "actor/secret is in the seed, and was erased here: it is left out");
        assertThat(rebase(false)).contains("there is nothing to take over");
        assertThat(erasure.run("actor/secret", List.of())).startsWith("Erased 0 rows");
    }

    @Test
    void another_record_is_not_taken_for_an_edition() throws IOException {
        change(mediator("mine"));
        rows.clear();
        assertThatThrownBy(() -> rebase(false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("more than half, so it is taken for another record");
    }

    @Test
    void a_record_that_nobody_has_changed_is_loaded_by_a_start() {
        assertThatThrownBy(() -> rebase(false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Nobody has changed");
    }
}
