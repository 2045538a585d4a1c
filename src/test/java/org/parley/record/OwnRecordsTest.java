package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.parley.Ask.ask;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
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

/** What people have written beside the seed is there after each load, and goes together with what is loaded. */
@QuarkusTest
class OwnRecordsTest {
    private static final Path FERRY = Path.of("src/test/resources/seed-small");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Seeder seeder;

    @Inject
    RowChanges changes;

    @TempDir
    Path folder;

    private Map<String, Map<String, Object>> ferry;

    @BeforeEach
    void load_a_record_and_write_beside_it() throws IOException {
        ferry = RowChanges.rows(FERRY, seeder.kinds());
        load();
        Map<String, Map<String, Object>> own = new LinkedHashMap<>();
        own.put(
                "source/diver-weekly",
                row(
                        """
            {"id": "diver-weekly", "label": "Weekly of the divers", "dateBasis": "UNKNOWN", "language": "en",
             "origin": "diver-weekly"}"""));
        own.put(
                "actor/jo-penn",
                row(
                        """
            {"id": "jo-penn", "name": "Jo Penn", "kind": "PERSON", "description": "Diver.",
             "names": [{"text": "Joe Penn", "spelling": true}],
             "affiliations": [{"organization": "oster", "title": "Harbour diver",
               "citations": [{"source": "evening-herald", "locator": "page 2"}]}],
             "citations": [{"source": "diver-weekly", "locator": "page 1"}]}"""));
        own.put(
                "statement/penn-pier-rotten",
                row(
                        """
            {"id": "penn-pier-rotten", "speakers": ["jo-penn", "ilse-marten"], "kind": "PARAPHRASE",
             "summary": "Calls the pier rotten.", "date": "2031-05-07", "dateBasis": "STATED",
             "round": "ferry-house-1", "issues": ["ferry"], "stance": "REPORTS",
             "renderings": [{"source": "diver-weekly", "locator": "page 1", "verbatim": false, "wording": "rot all over"},
               {"source": "harbour-gazette", "locator": "page 4", "verbatim": false, "wording": "rotten"}]}"""));
        own.put(
                "position/penn-on-ferry",
                row(
                        """
            {"id": "penn-on-ferry", "actor": "jo-penn", "issue": "ferry", "stance": "SUPPORTS", "summary": "Repair first.",
             "statements": ["penn-pier-rotten"],
             "wordings": [{"source": "diver-weekly", "locator": "page 1", "wording": "mend it"}]}"""));
        assertThat(changes.change(own)).isEmpty();
    }

    @AfterEach
    void load_the_built_in_record_again() throws SQLException {
        changes.forgetWhereTheyComeFrom();
        seeder.load(Optional.empty());
    }

    @SuppressWarnings("unchecked") // a JSON object
    private static Map<String, Object> row(String json) throws IOException {
        return JSON.readValue(json, Map.class);
    }

    private Seeder.Load load() throws IOException {
        RowChanges.write(ferry, seeder.kinds(), folder);
        return seeder.load(Optional.of(folder));
    }

    private List<Fault> refused() throws IOException {
        RowChanges.write(ferry, seeder.kinds(), folder);
        return catchThrowableOfType(InvalidRecord.class, () -> seeder.load(Optional.of(folder)))
                .faults();
    }

    @Test
    void it_survives_a_load_with_all_that_is_derived_from_it() throws IOException, SQLException {
        Map<String, List<String>> before = changes.tables();
        ferry.get("actor/vester").put("countryCode", "XK");
        Seeder.Load load = load();
        assertThat(load.isNew()).isTrue();
        Map<String, List<String>> after = changes.tables();
        assertThat(load.records()).isEqualTo(after.get("record").size());
        before.forEach((table, rows) -> assertThat(after.get(table))
                .as(table)
                .isEqualTo(
                        table.equals("actor")
                                ? rows.stream()
                                        .map(actor ->
                                                actor.replace("west of the sound. | null", "west of the sound. | XK"))
                                        .toList()
                                : rows));
        ask("{ node(id: \"statement/penn-pier-rotten\") { id } actor(id: \"jo-penn\") { name affiliations { title citations { locator } }"
                        + " statements { nodes { title corroboration { sources independentOrigins } } } } "
                        + " search(text: \"rotten\") { nodes { record { id } } } statements(first: 9) { totalCount }"
                        + " timeline(actor: \"jo-penn\") { nodes { id } } source(id: \"harbour-gazette\") { facts { nodes { id } } } }")
                .answers("node.id", "statement/penn-pier-rotten")
                .answers("actor.name", "Jo Penn")
                .answers("actor.affiliations[0].title", "Harbour diver")
                .answers("actor.affiliations[0].citations[0].locator", "page 2")
                .answers("actor.statements.nodes[0].title", "Jo Penn, Ilse Marten: Calls the pier rotten.")
                .answers("actor.statements.nodes[0].corroboration.sources", 2)
                .answers("actor.statements.nodes[0].corroboration.independentOrigins", 2)
                .answersInOrder("search.nodes.record.id", "statement/penn-pier-rotten")
                .answers("statements.totalCount", 3)
                .answersInOrder("timeline.nodes.id", "statement/penn-pier-rotten");
    }

    @Test
    void a_spelling_of_it_finds_what_is_loaded_later() throws IOException {
        ferry.get("actor/vester").put("description", "The island that joe knows.");
        load();
        ask("{ search(text: \"jo\", kinds: [ACTOR]) { nodes { record { id } } } }")
                .answersInOrder("search.nodes.record.id", "actor/jo-penn", "actor/vester");
    }

    @Test
    void a_row_of_the_seed_may_refer_to_it() throws IOException {
        Map<String, Object> statement = new LinkedHashMap<>(ferry.get("statement/vester-no-ferry-without-pier"));
        statement.put("id", "penn-of-the-seed");
        statement.put("speakers", List.of("jo-penn"));
        ferry.put("statement/penn-of-the-seed", statement);
        load();
        ask("{ statement(id: \"penn-of-the-seed\") { title } actor(id: \"jo-penn\") { statements { totalCount } } }")
                .answers("statement.title", "Jo Penn: Makes the ferry depend on an answer about the pier.")
                .answers("actor.statements.totalCount", 2);
    }

    @Test
    void a_row_of_the_seed_with_the_same_id_is_a_fault() throws IOException {
        Map<String, Object> actor = new LinkedHashMap<>(ferry.get("actor/vester"));
        actor.put("id", "jo-penn");
        ferry.put("actor/jo-penn", actor);
        assertThat(refused()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(FaultCode.DUPLICATE_ID);
            assertThat(fault.id()).isEqualTo("actor/jo-penn");
            assertThat(fault)
                    .hasToString(
                            "actors.json line 1, jo-penn id: \"jo-penn\": must be unique, and a record that was not loaded from the seed has it");
        });
    }

    @Test
    void a_record_that_it_refers_to_must_stay_in_the_seed() throws IOException {
        ferry.remove("source/harbour-gazette");
        ferry.keySet().removeIf(id -> !id.startsWith("source/"));
        assertThat(refused())
                .allMatch(fault -> fault.code() == FaultCode.IN_USE)
                .extracting(Fault::toString)
                .containsExactly(
                        "actor/ilse-marten: must stay in the seed, because statement/penn-pier-rotten, which was not loaded from it, refers to it",
                        "actor/oster: must stay in the seed, because actor/jo-penn, which was not loaded from it, refers to it",
                        "issue/ferry: must stay in the seed, because statement/penn-pier-rotten, which was not loaded from it, refers to it",
                        "round/ferry-house-1: must stay in the seed, because statement/penn-pier-rotten, which was not loaded from it, refers to it",
                        "source/harbour-gazette: must stay in the seed, because statement/penn-pier-rotten, which was not loaded from it, refers to it");
        ask("{ statements { totalCount } }").answers("statements.totalCount", 3);
    }

    @Test
    void the_number_of_its_round_is_taken() throws IOException {
        Map<String, Object> round = new LinkedHashMap<>(ferry.get("round/ferry-house-1"));
        round.put("id", "ferry-house-9");
        round.put("ordinal", 9);
        assertThat(changes.change(Map.of("round/ferry-house-9", round))).isEmpty();
        round.put("id", "ferry-house-nine");
        ferry.put("round/ferry-house-nine", round);
        assertThat(refused())
                .extracting(Fault::code, Fault::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        FaultCode.DUPLICATE, "must be unique within the negotiation; round/ferry-house-9 has it too"));
    }

    @Test
    void a_record_of_the_seed_that_was_changed_is_no_longer_the_seeds() throws IOException {
        Map<String, Object> actor = new LinkedHashMap<>(ferry.get("actor/vester"));
        actor.put("name", "Wester");
        assertThat(changes.change(Map.of("actor/vester", actor))).isEmpty();
        ask("{ statement(id: \"vester-no-ferry-without-pier\") { title } }")
                .answers("statement.title", "Wester: Makes the ferry depend on an answer about the pier.");
        Files.writeString(folder.resolve("figures.json"), "[ ]");
        assertThat(catchThrowableOfType(InvalidRecord.class, () -> seeder.load(Optional.of(folder)))
                        .faults())
                .extracting(Fault::id)
                .containsExactly("actor/vester");
    }
}
