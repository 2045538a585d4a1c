package org.parley.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;

/** Tables of one's own, whose columns a file explains. */
@AnyDatabase
@QuarkusTest
class MappedTableTest {
    private static final Path SAMPLES = Path.of("src/test/resources/import");

    @Inject
    Importer importer;

    @Inject
    ObjectMapper mapper;

    @TempDir
    Path home;

    private Path record;

    @BeforeEach
    void make_an_empty_record() throws IOException {
        record = Files.createDirectory(home.resolve("record"));
        Files.writeString(record.resolve("statements.json"), "[]\n");
    }

    private Importer.Result take(Path map, Path table) {
        return importer.run(new ImportRequest(
                "csv",
                List.of(table),
                record,
                false,
                false,
                false,
                Optional.of(home.resolve("report.ndjson")),
                Optional.empty(),
                Optional.empty(),
                null,
                null,
                List.of(),
                Optional.empty(),
                Optional.of(map),
                null));
    }

    private Importer.Result take(String map, String... lines) throws IOException {
        return take(
                Files.writeString(home.resolve("map.json"), map),
                Files.writeString(home.resolve("mine.csv"), String.join("\n", lines) + "\n"));
    }

    private JsonNode rows(String kind) throws IOException {
        return mapper.readTree(record.resolve(kind + ".json").toFile());
    }

    private Importer.Result mediations() {
        return take(SAMPLES.resolve("mediations-INVENTED.map.json"), SAMPLES.resolve("mediations-INVENTED.csv"));
    }

    @Test
    void a_table_of_mediations_becomes_rounds() throws IOException {
        Importer.Result result = mediations();
        assertThat(result.told()).contains("4 rows: 3 created, 1 refused", "must be one of direct, shuttle");
        assertThat(result.status()).isEqualTo(3);
        assertThat(rows("rounds").findValuesAsText("title"))
                .containsExactly(
                        "River Union, Hill League with Westland;Eastland, Ferrytown",
                        "River Union with Westland;Eastland",
                        "Hill League, Hilltop");
        JsonNode first = rows("rounds").get(0);
        assertThat(first.at("/id").asText()).isEqualTo("river-7-2031");
        assertThat(first.at("/start").asText()).isEqualTo("2031-02-04");
        assertThat(first.has("edtf")).isFalse();
        assertThat(first.at("/dateBasis").asText()).isEqualTo("STATED");
        assertThat(first.at("/venue").asText()).isEqualTo("ferrytown");
        assertThat(first.at("/format").asText()).isEqualTo("the parties at one table");
        assertThat(first.get("participants").findValuesAsText("actor"))
                .containsExactly("river-union", "hill-league", "westland", "eastland");
        assertThat(first.at("/participants/2/role").asText()).isEqualTo("MEMBER");
        assertThat(first.at("/outcomes/0/id").asText()).isEqualTo("river-7-2031-outcome-1");
        assertThat(first.at("/outcomes/0/status").asText()).isEqualTo("AGREED");
        JsonNode second = rows("rounds").get(1);
        assertThat(second.has("venue")).isFalse();
        assertThat(second.has("outcomes")).isFalse();
        assertThat(rows("rounds").get(2).at("/edtf").asText()).isEqualTo("2032");
    }

    @Test
    void a_row_rests_on_the_source_that_it_names_or_on_the_table() throws IOException {
        mediations();
        JsonNode cited = rows("rounds").get(0).at("/citations/0");
        assertThat(cited.at("/source").asText()).startsWith("example-org-");
        assertThat(cited.at("/note").asText()).isEqualTo("Named in mediations-INVENTED.csv, id 7 2031.");
        JsonNode own = rows("rounds").get(1).at("/citations/0");
        assertThat(own.at("/source").asText()).isEqualTo("river");
        assertThat(own.at("/locator").asText()).isEqualTo("line 3");
        assertThat(own.at("/note").asText()).isEqualTo("id 8 2031");
        JsonNode table = rows("sources").findValue("redistribution");
        assertThat(table.asText()).isEqualTo("OPEN");
    }

    @Test
    void the_same_table_again_changes_nothing() throws IOException {
        mediations();
        String before = Files.readString(record.resolve("rounds.json"));
        assertThat(mediations().told()).contains("4 rows: 3 unchanged, 1 refused", "Nothing has changed");
        assertThat(Files.readString(record.resolve("rounds.json"))).isEqualTo(before);
    }

    @Test
    void several_columns_make_one_object_of_a_list_and_ranges_of_numbers_are_read() throws IOException {
        assertThat(take(
                                """
                                {"format": "attacks", "record": "incident", "id": "no", "columns": {
                                   "day": "start", "what": ["title", "summary"], "dead": "killed",
                                   "weapon 1": {"to": "weapons.kind"}, "count 1": {"to": "weapons.count"},
                                   "weapon 2": {"to": "weapons.kind"}, "count 2": {"to": "weapons.count"},
                                   "blamed": {"to": "attributions.blamed", "new": "STATE"}, "says": {"to": "attributions.by"}}}
                                """,
                                "no,day,what,dead,weapon 1,count 1,weapon 2,count 2,blamed,says",
                                "1,2031-02-04,An attack,40-50,drone,183,missile,2,Eastland,Westland",
                                "2,2031-02-05,Another one,,,,missile,\"1,200\",,",
                                "3,2031-02-06,A third one,at least 7,,,missile,\"1,200,000\",,")
                        .told())
                .contains("3 rows: 2 created, 1 refused", "AMBIGUOUS_NUMBER");
        JsonNode first = rows("incidents").get(0);
        assertThat(first.get("weapons").toString())
                .isEqualTo("[{\"kind\":\"drone\",\"count\":183},{\"kind\":\"missile\",\"count\":2}]");
        assertThat(first.get("killed").toString()).isEqualTo("{\"low\":40,\"high\":50,\"wording\":\"40-50\"}");
        assertThat(first.at("/attributions/0/blamed").asText()).isEqualTo("eastland");
        assertThat(first.at("/attributions/0/by").asText()).isEqualTo("westland");
        JsonNode third = rows("incidents").get(1);
        assertThat(third.get("weapons").toString()).isEqualTo("[{\"kind\":\"missile\",\"count\":1200000}]");
        assertThat(third.at("/killed/low").asInt()).isEqualTo(7);
        assertThat(third.get("attributions").size()).isEqualTo(1);
    }

    @Test
    void a_figure_and_a_statement_and_an_actor_are_made_whole() throws IOException {
        assertThat(take(
                                """
                                {"format": "counts", "record": "figure", "id": ["n"], "constants": {"measure": "drones", "unit": "drones"},
                                 "columns": {"what": "label", "how many": "value", "who": "claimedBy", "when": "claimedOn"}}
                                """,
                                "n,what,how many,who,when",
                                "1,Drones,~1 200,Air force,2031-02",
                                "2,Drones,1.5,Air force,2031-02-05")
                        .status())
                .isZero();
        JsonNode figure = rows("figures").get(1);
        assertThat(figure.at("/value").asInt()).isEqualTo(1200);
        assertThat(figure.at("/qualifier").asText()).isEqualTo("ABOUT");
        assertThat(figure.at("/dateNote").asText()).isEqualTo("The table gives 2031-02.");
        assertThat(rows("figures").get(0).at("/value").asDouble()).isEqualTo(1.5);
        assertThat(take(
                                """
                                {"format": "words", "record": "statement", "id": ["n"],
                                 "columns": {"who": "speakers", "said": "quote", "on": {"to": "issues", "split": "/"}, "day": "date"}}
                                """,
                                "n,who,said,on,day",
                                "1,Jane Doe,We are ready.,Ceasefire/Territory,2031-02-04")
                        .status())
                .isZero();
        JsonNode said = rows("statements").get(0);
        assertThat(said.at("/kind").asText()).isEqualTo("VERBATIM");
        assertThat(said.at("/summary").asText()).isEqualTo("We are ready.");
        assertThat(said.get("issues").toString()).isEqualTo("[\"ceasefire\",\"territory\"]");
        assertThat(said.at("/renderings/0/verbatim").asBoolean()).isTrue();
        assertThat(take(
                                """
                                {"format": "people", "record": "actor", "id": ["n"], "constants": {"kind": "STATE"},
                                 "columns": {"name": "name", "iso": "countryCode", "q": {"to": "identifiers.value", "scheme": "WIKIDATA"}}}
                                """,
                                "n,name,iso,q",
                                "1,Norway,NOR,Q20",
                                "2,Nowhere,XXX,")
                        .told())
                .contains("1 created, 1 refused", "country code of ISO 3166-1");
        JsonNode norway = mapper.createArrayNode();
        for (JsonNode actor : rows("actors")) {
            norway = actor.at("/name").asText().equals("Norway") ? actor : norway;
        }
        assertThat(norway.at("/countryCode").asText()).isEqualTo("NO");
        assertThat(norway.get("identifiers").toString()).isEqualTo("[{\"value\":\"Q20\",\"scheme\":\"WIKIDATA\"}]");
    }

    @Test
    void a_day_must_agree_with_the_year_beside_it() throws IOException {
        assertThat(take(
                                """
                                {"format": "m", "record": "round", "id": ["n"], "constants": {"status": "HELD"},
                                 "columns": {"t": "title", "year": "edtf", "day": "start"}}
                                """,
                                "n,t,year,day",
                                "1,Talks,2031,2032-02-04")
                        .told())
                .contains("YEAR", "2032-02-04 and 2031, which contradict each other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
            []; must be an object of JSON
            {"format"; is not JSON: line 1
            {"format": "m", "record": "meeting", "id": "n", "columns": {}}; record must be one of actor, agreement
            {"format": "m", "record": "round", "columns": {"t": "title"}}; id must name the columns
            {"format": "m", "record": "round", "id": "n", "columns": {"t": "titel"}}; column t has the key titel; the keys of rounds
            {"format": "m", "record": "round", "id": "n", "columns": {"t": "participants"}}; name a key of these, such as participants.actor
            {"format": "m", "record": "round", "id": "n", "columns": {"t": {"to": "title", "spilt": ","}}}; column t has the key spilt, which is none of as, codes
            {"format": "m", "record": "round", "id": "n", "columns": {"t": {"to": "title", "as": "txt"}}}; column t as must be one of text, date
            {"format": "m", "record": "round", "id": "n", "columns": {"t": {"to": "source.editor"}}}; a row can tell kind, language
            {"format": "m", "record": "round", "id": "n", "columns": {"t": "title"}}; makes rows that break rules of the record: status: is missing
            {"format": "m", "record": "round", "id": "n", "columns": {"t": "title"}, "constants": {"status": "OVER"}}; status: "OVER": must be
            {"format": "m", "record": "round", "id": "n", "columns": {"t": "title", "a": {"to": "participants.actor", "rank": "1"}}, "constants": {"status": "HELD"}}; participants[1].rank
            """)
    void a_wrong_map_is_told_before_any_row_is_read(String map, String sentence) throws IOException {
        Importer.Result result = take(map, "n,t,a", "1,Talks,Jane Doe");
        assertThat(result.told())
                .startsWith("MAP: map.json ")
                .contains(sentence)
                .endsWith("Nothing was written.");
        assertThat(result.status()).isEqualTo(1);
    }

    /** The keys that maps may name are those of the documentation. */
    @Test
    void the_keys_are_those_of_the_documentation() throws IOException {
        String documentation = Files.readString(Path.of("seed/README.md"));
        for (String record : SeedKeys.records()) {
            String file = SeedKeys.file(record);
            String chapter = documentation.split("\n### " + file + "\n", 2)[1].split("\n##", 2)[0];
            List<String> keys = new ArrayList<>();
            Matcher rows = Pattern.compile("(?m)^\\| (`[^|]*) \\|").matcher(chapter);
            while (rows.find()) {
                Matcher names = Pattern.compile("`([A-Za-z]+)`").matcher(rows.group(1));
                while (names.find()) {
                    keys.add(names.group(1));
                }
            }
            if (!keys.isEmpty()) {
                assertThat(SeedKeys.of(file)).as(file).containsExactlyElementsOf(keys);
            }
        }
    }

    /** A map to begin with needs only to be filled in. */
    @Test
    void a_template_of_a_map_is_one() throws IOException {
        for (String record : SeedKeys.records()) {
            Path map = Files.writeString(home.resolve(record + ".json"), Importer.mapTemplate(record));
            assertThat(ImportMap.of(map, mapper).file()).isEqualTo(SeedKeys.file(record));
        }
    }
}
