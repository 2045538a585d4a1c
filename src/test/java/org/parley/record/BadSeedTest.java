package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the seed, by a record that breaks it: the sentence names file, line, id, field, value and rule. */
@QuarkusTest
class BadSeedTest {
    private static final String PESKOV = "peskov-until-kyiv-decides";
    private static final String ROUND_2 = "abu-dhabi-2";
    private static final String SHELLING = "druzhkivka-market-shelling";

    private static final String STANCES =
            "DEMANDS, REJECTS, PROPOSES, ACCEPTS, THREATENS, SUPPORTS, CONDITIONS, ACCUSES,"
                    + " WELCOMES, CAUTIONS, DOUBTS, HOPES, APPEALS, ASKS, CONTESTS, DISCLOSES, FORECASTS, REPORTS";

    private static final String PLACE_RULE =
            "must name a place in the source, as line 3, lines 10-12, paragraph 2, page 7, headline or 00:12:30";

    @Inject
    Seeder seeder;

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    private BrokenSeed seed;

    @BeforeEach
    void copy() throws IOException {
        seed = BrokenSeed.in(folder);
    }

    private void isRefused(String... sentences) {
        assertThat(seed.refusedBy(seeder)).containsExactly(sentences);
    }

    // --- Files
    // --------------------------------------------------------------------------------------------------------

    @Test
    void a_folder_that_is_missing() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> seeder.load(Optional.of(nowhere))))
                .isInstanceOf(InvalidRecord.class)
                .hasMessage("The seed in " + nowhere + " has 1 fault and was not loaded:\n"
                        + "  parley.seed.directory must name a folder that exists");
    }

    /** It is an empty list, and so what refers to its rows refers to nothing. */
    @Test
    void a_file_that_is_absent_while_others_refer_to_it() throws IOException {
        seed.delete("issues.json");
        assertThat(seed.refusedBy(seeder))
                .hasSizeGreaterThan(40)
                .allMatch(
                        fault -> fault.matches(
                                "(assertions|negotiations|positions|statements)\\.json line \\d+, \\S+ issues?: \"[a-z-]+\":"
                                        + " must be the id of an issue in issues\\.json"
                                        + "|disagreements\\.json line \\d+, \\S+ about: \"issue/[a-z-]+\": must be the full id of a record.*"));
    }

    /** Whatever refers to the file's rows is not told: nobody can say whether it is wrong. */
    @ParameterizedTest
    @MethodSource("org.parley.record.SeedRulesTest#files")
    void a_file_that_can_not_be_read_is_one_fault(String file) {
        seed.write(file + ".json", "{}");
        isRefused(file + ".json line 1: an empty object: must be a JSON array of rows");
    }

    @Test
    void a_folder_without_any_of_the_files(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve(".actors.json"), "[]");
        Files.writeString(other.resolve("record.json"), "[]");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> seeder.load(Optional.of(other))))
                .isInstanceOf(InvalidRecord.class)
                .hasMessage("The seed in " + other + " has 1 fault and was not loaded:\n"
                        + "  parley.seed.directory must name a folder with at least one of " + names());
    }

    @Test
    void a_link_to_nothing_is_no_absent_file() throws IOException {
        seed.delete("disagreements.json");
        Files.createSymbolicLink(folder.resolve("disagreements.json"), folder.resolve("nowhere"));
        isRefused("disagreements.json: must not be a symbolic link to a missing file");
    }

    @Test
    void a_folder_in_the_place_of_a_file() throws IOException {
        seed.delete("issues.json");
        Files.createDirectory(folder.resolve("issues.json"));
        isRefused("issues.json: must be a file that Parley is allowed to read");
    }

    @ParameterizedTest
    @CsvSource({"claims.json", "statement.json", "Statements.json", "statements.JSON", "actors (copy).json"})
    void a_file_of_another_name(String name) throws IOException {
        seed.write(name, "[]");
        isRefused(name + ": must not be in the folder, whose JSON files are " + names());
    }

    /** Of the files that a seed may have. */
    private String names() {
        List<String> names = SeedFiles.names(seeder.kinds());
        assertThat(names)
                .contains("actors.json", "agreements.json", "statements.json")
                .isSorted();
        return String.join(", ", names);
    }

    @Test
    void a_file_that_is_empty() {
        seed.write("actors.json", "");
        isRefused("actors.json line 1: must be a JSON array of rows, and is empty");
    }

    @Test
    void a_file_of_blanks() {
        seed.write("actors.json", " \n\n");
        isRefused("actors.json line 1: must be a JSON array of rows, and is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | an empty object",
                "null | null",
                "true | true",
                "7.50 | 7.5",
                "\"actors\" | \"actors\"",
                "{\"a\": [], \"b\": {}} | an object with a, b"
            })
    void a_file_of_anything_else(String json, String shown) {
        seed.write("actors.json", json);
        isRefused("actors.json line 1: " + shown + ": must be a JSON array of rows");
    }

    @Test
    void a_long_object_and_a_long_number_are_cut_short() {
        String keys =
                IntStream.range(0, 100).mapToObj(i -> "\"key" + i + "\": 0").collect(Collectors.joining(", "));
        seed.write("actors.json", "{" + keys + "}");
        seed.write("disagreements.json", "[" + "9".repeat(999) + "]");
        assertThat(seed.refusedBy(seeder))
                .hasSize(2)
                .allMatch(fault -> fault.length() < 300)
                .anyMatch(fault -> fault.contains("key24") && fault.endsWith("…: must be a JSON array of rows"));
    }

    @Test
    void a_file_that_is_no_array() {
        seed.write("actors.json", "\n{\"id\": \"afp\", \"name\": \"AFP\"}\n");
        isRefused("actors.json line 2: an object with id, name: must be a JSON array of rows");
    }

    @Test
    void something_after_the_array() {
        seed.write("disagreements.json", "[\n]\n[]\n");
        isRefused("disagreements.json line 3: must end after the array of rows");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of(
                        "[\n  {\"id\": \"a\",}\n]",
                        "line 2: must be JSON, but at column 14: Unexpected character ('}'): was expecting double-quote to start field name"),
                Arguments.of(
                        "[\n  {\"id\": \"a\"\n   \"name\": \"b\"}\n]",
                        "line 3: must be JSON, but at column 4: Unexpected character ('\"'): was expecting comma to separate Object entries"),
                Arguments.of(
                        "[\n  {\"id\": \"a\"}\n",
                        "line 3: must be JSON, but at column 1: Unexpected end-of-input: expected close marker for Array (start marker at line 1, column 1)"),
                Arguments.of(
                        "[ // actors\n]",
                        "line 1: must be JSON, but at column 3: Unexpected character ('/'): maybe a (non-standard) comment?"),
                Arguments.of("[{\"id\": NaN}]", "line 1: must be JSON, but at column 12: Non-standard token 'NaN'"));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String json, String sentence) {
        seed.write("actors.json", json);
        isRefused("actors.json " + sentence);
    }

    @Test
    void a_file_that_is_not_in_utf_8() {
        seed.write("figures.json", "[\n  {\"id\": \"caf\u00e9\"}\n]".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(seed.refusedBy(seeder))
                .singleElement()
                .asString()
                .startsWith("figures.json line 2: must be JSON, but at column ")
                .contains("UTF-8");
    }

    // --- Rows and keys
    // ------------------------------------------------------------------------------------------------

    @Test
    void a_row_that_is_no_object() {
        seed.write("disagreements.json", "[\n  \"seven\"\n]\n");
        isRefused("disagreements.json line 2: \"seven\": must be an object with an id");
    }

    @Test
    void a_row_without_an_id() {
        seed.write(
                "disagreements.json",
                "[\n  {\n    \"summary\": \"The war is long.\",\n    \"citations\": []\n  }\n]\n");
        isRefused("disagreements.json line 2: an object with summary, citations: must be an object with an id");
    }

    @Test
    void a_part_without_an_id() {
        int line = seed.replace("rounds.json", "abu-dhabi-2-day-2", "\"id\": \"abu-dhabi-2-day-2\",", "") - 1;
        assertThat(seed.refusedBy(seeder))
                .contains(
                        "rounds.json line " + line
                                + ", abu-dhabi-2 sessions[2]: an object with title, start, dateBasis,"
                                + " dateNote, duration, durationApproximate, format, result, citations: must be an object with an id");
    }

    @ParameterizedTest
    @CsvSource({"AFP", "afp-", "-afp", "a--f", "a f", "a_f", "actor/afp", "äfp"})
    void a_bad_slug(String slug) {
        int line = seed.replace("figures.json", "age-of-anton", "\"age-of-anton\"", '"' + slug + '"');
        isRefused("figures.json line " + line + ", id: \"" + slug
                + "\": must be words of lower-case letters and digits joined by hyphens, at most 150 characters");
    }

    @Test
    void an_id_that_is_no_text() {
        int line = seed.replace("figures.json", "age-of-anton", "\"age-of-anton\"", "5");
        isRefused("figures.json line " + line
                + ", id: 5: must be words of lower-case letters and digits joined by hyphens, at most 150 characters");
    }

    @Test
    void a_duplicate_id() {
        int line = seed.replace("issues.json", "battlefield", "\"battlefield\"", "\"ceasefire-line\"");
        assertThat(seed.refusedBy(seeder))
                .contains("issues.json line " + (line + secondIssueAfter(line))
                        + ", ceasefire-line id: \"ceasefire-line\":" + " must be unique, and another row has it");
    }

    private int secondIssueAfter(int line) {
        List<String> lines = seed.read("issues.json").lines().toList();
        for (int i = line; i < lines.size(); i++) {
            if (lines.get(i).contains("\"id\": \"ceasefire-line\"")) {
                return i + 1 - line;
            }
        }
        throw new AssertionError("only one row is called ceasefire-line");
    }

    @Test
    void a_duplicate_id_of_a_session() {
        int line = seed.replace("rounds.json", "abu-dhabi-2-day-2", "\"abu-dhabi-2-day-2\"", "\"abu-dhabi-2-day-1\"");
        assertThat(seed.refusedBy(seeder))
                .contains("rounds.json line " + line
                        + ", abu-dhabi-2-day-1 id: \"abu-dhabi-2-day-1\": must be unique, and another" + " row has it");
    }

    static Stream<Arguments> merges() {
        return Stream.of(
                Arguments.of("one", null, "one", "must name another record than this one"),
                Arguments.of("nobody", null, "nobody", "must be the id of an actor in actors.json"),
                Arguments.of(
                        "two",
                        "afp",
                        "two",
                        "must name a record that is not merged itself; actor/two was merged into actor/afp"),
                Arguments.of("AFP", null, "AFP", "must be the id of an actor in actors.json. Did you mean afp or ap?"));
    }

    @ParameterizedTest
    @MethodSource("merges")
    void an_actor_that_is_merged_into_none(String one, String two, String shown, String rule) {
        addActor("one", one);
        addActor("two", two);
        int line = seed.read("actors.json")
                .substring(0, seed.read("actors.json").indexOf("\"mergedInto\": \"" + one))
                .split("\n", -1)
                .length;
        assertThat(seed.refusedBy(seeder))
                .contains("actors.json line " + line + ", one mergedInto: \"" + shown + "\": " + rule);
    }

    private void addActor(String id, String mergedInto) {
        String actors = seed.read("actors.json").stripTrailing();
        seed.write(
                "actors.json",
                actors.substring(0, actors.length() - 1) + ", {\n\"id\": \"" + id
                        + "\", \"name\": \"Somebody\", \"kind\": \"PERSON\", \"description\": \"made up\",\n"
                        + (mergedInto == null ? "" : "\"mergedInto\": \"" + mergedInto + "\",\n")
                        + "\"citations\": [{\"source\": \"first-day-ends\", \"locator\": \"line 3\"}] }\n]\n");
    }

    @Test
    void an_unknown_key_of_a_row() {
        int line = seed.replace("issues.json", "territory", "\"description\"", "\"describtion\"");
        isRefused(
                "issues.json line " + seed.row("issues.json", "territory") + ", territory description: is missing",
                "issues.json line " + line + ", territory describtion: \""
                        + beginning("issues", "territory", "description")
                        + "\": is not a key here; the keys are id, name, description, identifiers, citations");
    }

    /** The text as a fault shows it: its first 60 characters. */
    private static String beginning(String file, String id, String key) {
        String text = SeedData.row(file, id).get(key).asText();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    @Test
    void an_unknown_key_inside_a_list() {
        int line = seed.replace(
                        "rounds.json",
                        ROUND_2,
                        "\"presence\": \"STATED\",",
                        "\"presence\": \"STATED\",\n        \"rank\": 1,")
                + 1;
        isRefused("rounds.json line " + line + ", abu-dhabi-2 participants[1].rank: 1: is not a key here; the keys are"
                + " actor, side, role, presence, note, citations");
    }

    @Test
    void an_unknown_key_two_lists_deep() {
        int line = seed.replace(
                "rounds.json", ROUND_2, "\"locator\": \"line 1\"", "\"locator\": \"line 1\", \"page\": \"2\"");
        isRefused("rounds.json line " + line
                + ", abu-dhabi-2 planned[1].citations[1].page: \"2\": is not a key here; the keys are"
                + " source, locator, note");
    }

    @Test
    void an_unknown_key_inside_an_object() {
        int line = seed.replace("incidents.json", SHELLING, "\"best\": 7", "\"bets\": 7");
        isRefused("incidents.json line " + line
                + ", druzhkivka-market-shelling killed.bets: 7: is not a key here; the keys are"
                + " low, best, high, wording");
    }

    @Test
    void an_id_where_nothing_has_one() {
        int line = seed.replace("incidents.json", SHELLING, "\"best\": 7", "\"id\": \"seven\", \"best\": 7");
        isRefused("incidents.json line " + line
                + ", druzhkivka-market-shelling killed.id: \"seven\": is not a key here; the keys"
                + " are low, best, high, wording");
    }

    @Test
    void a_duplicate_key() {
        int line =
                seed.replace("issues.json", "territory", "\"description\"", "\"name\": \"Land\",\n    \"description\"");
        isRefused("issues.json line " + line
                + ", territory name: \"Land\": must be given once, and is given more than once here");
    }

    @Test
    void a_duplicate_key_inside_a_list() {
        int line = seed.replace(
                "statements.json", PESKOV, "\"verbatim\": true", "\"verbatim\": false, \"verbatim\": true");
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides renderings[1].verbatim: true:"
                + " must be given once, and is given more than once here");
    }

    @Test
    void a_key_that_is_missing() {
        seed.replace("statements.json", PESKOV, "    \"stance\": \"CONDITIONS\",\n", "");
        isRefused("statements.json line " + seed.row("statements.json", PESKOV)
                + ", peskov-until-kyiv-decides stance: is missing");
    }

    @Test
    void a_key_that_is_missing_in_a_list() {
        int line = seed.replace("statements.json", PESKOV, "        \"locator\": \"line 19\",\n", "") - 2;
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides renderings[1].locator: is missing");
    }

    @Test
    void a_list_that_is_missing() {
        seed.replace("issues.json", "territory", "\"citations\"", "\"quotations\"");
        assertThat(seed.refusedBy(seeder))
                .contains("issues.json line " + seed.row("issues.json", "territory")
                        + ", territory citations: is missing");
    }

    @Test
    void a_list_that_needs_one_object_at_least() {
        seed.write(
                "issues.json",
                "[\n  {\n    \"id\": \"ferry\",\n    \"name\": \"Ferry\",\n    \"description\": \"Who sails.\",\n    \"citations\": []\n  }\n]\n");
        assertThat(seed.refusedBy(seeder))
                .contains("issues.json line 6, ferry citations: an empty list: must hold at least one object");
    }

    @Test
    void a_list_that_needs_one_id_at_least() {
        int line = seed.replace("statements.json", PESKOV, "\"speakers\": [\"dmitry-peskov\"]", "\"speakers\": []");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides speakers: an empty list: must hold at least one id");
    }

    // --- Values
    // -------------------------------------------------------------------------------------------------------

    @Test
    void a_value_that_is_not_of_the_enum() {
        int line = seed.replace("statements.json", PESKOV, "\"CONDITIONS\"", "\"conditions\"");
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides stance: \"conditions\": must be one of "
                + STANCES);
    }

    @Test
    void a_text_where_a_number_is_due() {
        int line = seed.replace("figures.json", "druzhkivka-killed-7", "\"value\": 7", "\"value\": \"7\"");
        isRefused("figures.json line " + line + ", druzhkivka-killed-7 value: \"7\": must be a number");
    }

    @Test
    void a_number_larger_than_any() {
        int line = seed.replace("figures.json", "druzhkivka-killed-7", "\"value\": 7", "\"value\": 1e999");
        isRefused("figures.json line " + line + ", druzhkivka-killed-7 value: Infinity: must be a number");
    }

    @ParameterizedTest
    @CsvSource({"-1", "2147483648", "99999999999999999999", "1.5", "7.01", "-1.0", "true"})
    void a_count_that_is_none(String count) {
        int line = seed.replace("incidents.json", SHELLING, "\"best\": 7", "\"best\": " + count);
        isRefused("incidents.json line " + line + ", druzhkivka-market-shelling killed.best: " + count
                + ": must be a whole number from 0 to 2147483647");
    }

    @Test
    void a_number_where_a_text_is_due() {
        int line = seed.replace("statements.json", PESKOV, "\"channel\": \"told reporters\"", "\"channel\": 5");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides channel: 5: must be a text that is not blank and"
                + " has at most 4000 characters");
    }

    @Test
    void a_text_where_true_or_false_is_due() {
        int line = seed.replace("statements.json", PESKOV, "\"verbatim\": true", "\"verbatim\": \"yes\"");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides renderings[1].verbatim: \"yes\": must be true or false");
    }

    @Test
    void a_text_where_a_list_is_due() {
        int line = seed.replace("statements.json", PESKOV, "[\"dmitry-peskov\"]", "\"dmitry-peskov\"");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides speakers: \"dmitry-peskov\": must be a list");
    }

    @Test
    void a_text_where_a_list_of_objects_is_due() {
        seed.write(
                "issues.json",
                "[\n  {\n    \"id\": \"ferry\",\n    \"name\": \"Ferry\",\n    \"description\": \"Who sails.\",\n    \"citations\": \"line 1\"\n  }\n]\n");
        assertThat(seed.refusedBy(seeder))
                .contains("issues.json line 6, ferry citations: \"line 1\": must be a list of objects");
    }

    @Test
    void a_text_where_an_object_is_due() {
        int line =
                seed.replace("statements.json", PESKOV, "\"renderings\": [\n", "\"renderings\": [\n\"line 19\",\n") + 1;
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides renderings[1]: \"line 19\": must be an object");
    }

    @ParameterizedTest
    @CsvSource({
        "speakers, [\"dmitry-peskov\"], {}, an empty object: must be a list",
        "issues, [\"ceasefire-line\"], [{}], an empty object: must be the id of an issue in issues.json",
        "issues, [\"ceasefire-line\"], [[]], an empty list: must be the id of an issue in issues.json",
        "channel, \"told reporters\", {}, an empty object: must be a text that is not blank and has at most 4000 characters",
        "channel, \"told reporters\", [], an empty list: must be a text that is not blank and has at most 4000 characters",
        "date, \"2026-02-04\", {}, 'an empty object: must be a day of the calendar from 0001-01-01 to 9999-12-31, as 2026-02-04'",
        "round, \"abu-dhabi-2\", [], an empty list: must be the id of a round in rounds.json",
        "stance, \"CONDITIONS\", {}, 'an empty object: must be one of " + STANCES + "'"
    })
    void an_empty_object_or_list_in_the_wrong_place(String key, String old, String empty, String rule) {
        int line = seed.replace("statements.json", PESKOV, '"' + key + "\": " + old, '"' + key + "\": " + empty);
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides " + key + ": " + rule);
    }

    @Test
    void an_empty_object_where_a_list_of_objects_is_due() {
        seed.write(
                "issues.json",
                "[{\"id\": \"ferry\", \"name\": \"Ferry\", \"description\": \"Who sails.\", \"citations\": {}}, {}]");
        assertThat(seed.refusedBy(seeder))
                .contains(
                        "issues.json line 1, ferry citations: an empty object: must be a list of objects",
                        "issues.json line 1: an empty object: must be an object with an id");
    }

    @Test
    void an_empty_list_where_an_object_is_due() {
        int line = seed.replace("incidents.json", SHELLING, "\"best\": 7", "\"best\": []");
        isRefused(
                "incidents.json line " + line
                        + ", druzhkivka-market-shelling killed.best: an empty list: must be a whole number from 0 to 2147483647");
    }

    @Test
    void a_null() {
        int line = seed.replace("statements.json", PESKOV, "\"channel\": \"told reporters\"", "\"channel\": null");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides channel: null: must be left out where nothing is known, not null");
    }

    @Test
    void a_null_in_the_place_of_a_list() {
        int line = seed.replace("statements.json", PESKOV, "\"issues\": [\"ceasefire-line\"]", "\"issues\": null");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides issues: null: must be left out where nothing is known, not null");
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '"})
    void a_blank_text(String blank) {
        int line = seed.replace(
                "statements.json", PESKOV, "\"channel\": \"told reporters\"", "\"channel\": \"" + blank + '"');
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides channel: \"" + blank
                + "\": must be a text that is not blank and has at most 4000 characters");
    }

    @Test
    void a_text_that_is_too_long() {
        int line = seed.replace(
                "statements.json",
                PESKOV,
                "\"channel\": \"told reporters\"",
                "\"channel\": \"" + "x".repeat(4001) + '"');
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides channel: \"" + "x".repeat(60)
                + "…\": must be a text that is not blank and has at most 4000 characters");
    }

    @ParameterizedTest
    @CsvSource({"UKR", "ua", "YY", "UK"})
    void a_bad_country_code(String code) {
        int line = seed.replace("places.json", "crimea", "\"UA\"", '"' + code + '"');
        isRefused("places.json line " + line + ", crimea countryCode: \"" + code
                + "\": must be a country code of ISO 3166-1 alpha-2, as UA");
    }

    @Test
    void a_latitude_out_of_range() {
        int line = seed.replace("places.json", "abu-dhabi", "24.45", "91.2");
        isRefused("places.json line " + line + ", abu-dhabi latitude: 91.2: must be a number from -90.0 to 90.0");
    }

    @Test
    void a_longitude_without_a_latitude() {
        seed.replace("places.json", "abu-dhabi", "    \"latitude\": 24.45,\n", "");
        int line = seed.replace("places.json", "abu-dhabi", "\"longitude\"", "\"longitude\"");
        isRefused("places.json line " + line + ", abu-dhabi longitude: 54.38: needs a latitude");
    }

    @Test
    void a_place_within_itself() {
        int line = seed.replace("places.json", "abu-dhabi", "\"united-arab-emirates\"", "\"abu-dhabi\"");
        isRefused("places.json line " + line + ", abu-dhabi within: \"abu-dhabi\": must be another place");
    }

    @ParameterizedTest
    @CsvSource({"3 hours", "PT", "pt3h", "-PT3H", "PT-3H", "P1M"})
    void a_bad_duration(String duration) {
        int line = seed.replace("rounds.json", "abu-dhabi-2-day-2", "\"PT3H\"", '"' + duration + '"');
        isRefused("rounds.json line " + line + ", abu-dhabi-2-day-2 sessions[2].duration: \"" + duration
                + "\": must be a duration in ISO 8601, as PT5H30M");
    }

    @Test
    void a_spelling_with_another_number_of_words() {
        int line = seed.replace("places.json", "crimea", "\"Крим\"", "\"Автономна Крим\"");
        isRefused("places.json line " + line
                + ", crimea names[2].text: \"Автономна Крим\": must have as many words as the name"
                + " that it spells otherwise, 1");
    }

    // --- References
    // ---------------------------------------------------------------------------------------------------

    @Test
    void a_reference_to_nothing() {
        int line = seed.replace("statements.json", PESKOV, "\"dmitry-peskov\"", "\"dimitry-peskov\"");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides speakers: \"dimitry-peskov\": must be the id of an actor in actors.json."
                + " Did you mean dmitry-peskov?");
    }

    @Test
    void a_reference_to_a_row_of_another_kind() {
        int line = seed.replace("statements.json", PESKOV, "\"round\": \"abu-dhabi-2\"", "\"round\": \"abu-dhabi\"");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides round: \"abu-dhabi\": must be the id of a round in rounds.json."
                + " Did you mean abu-dhabi-1 or abu-dhabi-2?");
    }

    @Test
    void a_reference_with_its_type_in_front() {
        int line = seed.replace(
                "statements.json", PESKOV, "\"source\": \"first-day-ends\"", "\"source\": \"source/first-day-ends\"");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides renderings[1].source: \"source/first-day-ends\":"
                + " must be the id of a source in sources.json. Did you mean first-day-ends?");
    }

    @Test
    void a_full_id_of_nothing() {
        int line = seed.replace(
                "figures.json",
                "druzhkivka-killed-7",
                "\"incident/druzhkivka-market-shelling\"",
                "\"druzhkivka-market-shelling\"");
        isRefused("figures.json line " + line
                + ", druzhkivka-killed-7 about: \"druzhkivka-market-shelling\": must be the full id of"
                + " a record, its type in front, as round/abu-dhabi-2");
    }

    @Test
    void a_speaker_named_twice() {
        int line = seed.replace(
                "statements.json", PESKOV, "[\"dmitry-peskov\"]", "[\"dmitry-peskov\", \"dmitry-peskov\"]");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides speakers: a list of 2: must not name actor/dmitry-peskov twice");
    }

    @Test
    void a_participant_listed_twice() {
        int line =
                seed.replace("rounds.json", ROUND_2, "\"actor\": \"igor-kostyukov\"", "\"actor\": \"rustem-umerov\"");
        isRefused("rounds.json line " + line
                + ", abu-dhabi-2 participants[2].actor: \"rustem-umerov\": must be listed once as a"
                + " participant of the round");
    }

    @Test
    void two_rounds_of_one_number() {
        int line = seed.replace("rounds.json", ROUND_2, "\"ordinal\": 2", "\"ordinal\": 1");
        isRefused("rounds.json line " + line + ", abu-dhabi-2 ordinal: 1: must be unique within the negotiation;"
                + " round/abu-dhabi-1 has it too");
    }

    @Test
    void a_version_whose_source_is_not_cited() {
        int line = seed.replace(
                "disagreements.json",
                "date-of-second-round",
                "[\"first-round-ends\"]",
                "[\"first-round-ends\", \"second-day-ends\"]");
        isRefused("disagreements.json line " + line + ", date-of-second-round versions[1].sources: a list of 2:"
                + " must each be cited in citations, and source/second-day-ends is not");
    }

    // --- Dates
    // --------------------------------------------------------------------------------------------------------

    /** A date that can't be read is that one fault, and not a second one of its basis or its round. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-30",
        "2026-13-01",
        "2025-02-29",
        "4 February 2026",
        "2026-2-4",
        "2026-02",
        "20260204",
        "0000-06-01",
        "-0001-06-01",
        "10000-01-01",
        "+12026-02-04"
    })
    void an_impossible_date(String date) {
        int line = seed.replace("statements.json", PESKOV, "\"2026-02-04\"", '"' + date + '"');
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides date: \"" + date
                + "\": must be a day of the calendar from 0001-01-01 to 9999-12-31, as 2026-02-04");
    }

    @Test
    void an_impossible_first_day_of_a_round() {
        int line = seed.replace("rounds.json", ROUND_2, "\"start\": \"2026-02-04\"", "\"start\": \"2026-02-30\"");
        isRefused(
                "rounds.json line " + line
                        + ", abu-dhabi-2 start: \"2026-02-30\": must be a day of the calendar from 0001-01-01 to 9999-12-31, as 2026-02-04");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-04",
        "2026-02-04T12:00:00",
        "2026-02-04T12:00:00+02:00",
        "2026-02-04T25:00:00Z",
        "0000-12-31T23:00:00Z",
        "9999-12-31T24:00:00Z",
        "10000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
    })
    void an_instant_that_is_none(String at) {
        int line = seed.replace(
                        "statements.json", PESKOV, "\"2026-02-04\",", "\"2026-02-04\",\n    \"at\": \"" + at + "\",")
                + 1;
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides at: \"" + at
                + "\": must be an instant in UTC, as 2026-02-04T09:30:00Z");
    }

    /** A day lasts from its start in UTC+14 to its end in UTC-12. */
    @ParameterizedTest
    @CsvSource({"2026-02-03T09:59:59.999Z", "2026-02-05T12:00:00Z", "2025-02-04T10:00:00Z"})
    void an_instant_on_another_day_in_every_zone(String at) {
        int line = seed.replace(
                        "statements.json", PESKOV, "\"2026-02-04\",", "\"2026-02-04\",\n    \"at\": \"" + at + "\",")
                + 1;
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides at: \"" + at
                + "\": must be an instant of the date, 2026-02-04, in some zone from UTC-12 to UTC+14");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-03T09:59:59.999Z", "2026-02-06T12:00:00Z"})
    void an_instant_on_no_day_of_its_incident(String at) {
        String night = "overnight-attack-two-missiles-183-drones";
        int line =
                seed.replace("incidents.json", night, "\"2026-02-05\",", "\"2026-02-05\",\n    \"at\": \"" + at + "\",")
                        + 1;
        isRefused(
                "incidents.json line " + line + ", " + night + " at: \"" + at + "\": must be an instant of a day of the"
                        + " incident, 2026-02-04 to 2026-02-05, in some zone from UTC-12 to UTC+14");
    }

    @ParameterizedTest
    @CsvSource({"2025-13", "2025-20", "2025-25", "summer 2025", "25", "0000", "0000-06", "10000", "-0001"})
    void a_coarse_date_that_is_none(String edtf) {
        int line = seed.replace("rounds.json", "istanbul-2025", "\"2025-22\"", '"' + edtf + '"');
        isRefused("rounds.json line " + line + ", istanbul-2025 edtf: \"" + edtf
                + "\": must be a year, month or season in EDTF, as 2026, 2022-02 or 2025-22");
    }

    @Test
    void an_end_before_its_start() {
        int line = seed.replace(
                "rounds.json", "xi-putin-video-call", "\"end\": \"2026-02-04\"", "\"end\": \"2026-02-03\"");
        isRefused("rounds.json line " + line
                + ", xi-putin-video-call end: \"2026-02-03\": must not be before start, 2026-02-04");
    }

    @Test
    void an_end_without_a_start() {
        seed.replace("rounds.json", "xi-putin-video-call", "    \"start\": \"2026-02-04\",\n", "");
        assertThat(seed.refusedBy(seeder))
                .anyMatch(fault -> fault.endsWith("xi-putin-video-call end: \"2026-02-04\": needs a start"));
    }

    @Test
    void a_session_outside_its_round() {
        int line = seed.replace("rounds.json", "abu-dhabi-2-day-2", "\"2026-02-05\"", "\"2026-02-06\"");
        isRefused("rounds.json line " + line
                + ", abu-dhabi-2-day-2 sessions[2].start: \"2026-02-06\": must be a day of the round,"
                + " 2026-02-04 to 2026-02-05");
    }

    @Test
    void a_session_outside_the_season_of_its_round() {
        int line = seed.replace(
                        "rounds.json",
                        "istanbul-2025",
                        "\"venue\"",
                        """
                        "sessions": [
                          { "id": "istanbul-day-1", "title": "Day", "start": "2025-09-01", "dateBasis": "STATED",
                            "citations": [{ "source": "first-round-ends", "locator": "line 2" }] }
                        ],
                        "venue\"""")
                + 1;
        isRefused("rounds.json line " + line
                + ", istanbul-day-1 sessions[1].start: \"2025-09-01\": must be a day of the round,"
                + " 2025-06-01 to 2025-08-31");
    }

    /** What is given beside or instead of a statement's day, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "date": "2026-02-04", "notBefore": "2026-02-01"           | notBefore: "2026-02-01": must be left out where a day is known
            "date": "2026-02-04", "notAfter": "2026-02-05"            | notAfter: "2026-02-05": must be left out where a day is known
            "date": "2026-02-04", "edtf": "2026-02"                   | edtf: "2026-02": must be left out where a day is known
            "at": "2026-02-04T10:00:00Z", "notAfter": "2026-02-05"    | notAfter: "2026-02-05": must be left out where a day is known
            "edtf": "2026-02", "notBefore": "2026-02-06", "notAfter": "2026-02-05" | notAfter: "2026-02-05": must not be before notBefore, 2026-02-06
            "edtf": "2026-02", "notAfter": "2026-01-31"               | notAfter: "2026-01-31": must leave a day of edtf, 2026-02
            "edtf": "2025-24", "notBefore": "2026-03-01"              | notBefore: "2026-03-01": must leave a day of edtf, 2025-24
            "edtf": "2026-02", "notBefore": "0000-01-01"              | notBefore: "0000-01-01": must be a day of the calendar from 0001-01-01 to 9999-12-31, as 2026-02-04
            "notBefore": "2026-02-01"                                 | dateBasis: "WEEKDAY_ANCHORED": must be UNKNOWN where no date is given
            """)
    void a_coarse_or_bounded_date_that_contradicts_itself(String keys, String fault) {
        seed.replace("statements.json", PESKOV, "\"date\": \"2026-02-04\"", keys);
        assertThat(seed.refusedBy(seeder)).singleElement().satisfies(sentence -> assertThat(sentence)
                .endsWith(", " + PESKOV + " " + fault));
    }

    @Test
    void an_incident_with_a_day_and_a_bound() {
        int line = seed.replace(
                "incidents.json", SHELLING, "\"dateBasis\"", "\"notAfter\": \"2026-02-05\",\n    \"dateBasis\"");
        isRefused("incidents.json line " + line
                + ", druzhkivka-market-shelling notAfter: \"2026-02-05\": must be left out where a day is known");
    }

    @Test
    void a_bound_without_a_note() {
        int line = seed.replace("statements.json", PESKOV, "\"date\"", "\"notBefore\"");
        seed.replace("statements.json", PESKOV, "\"WEEKDAY_ANCHORED\"", "\"UNKNOWN\"");
        seed.replace("statements.json", PESKOV, "\"dateNote\"", "\"note\"");
        assertThat(seed.refusedBy(seeder))
                .contains("statements.json line " + line + ", " + PESKOV
                        + " notBefore: \"2026-02-04\": needs a dateNote that says how the bound was found");
    }

    @Test
    void a_round_that_an_incident_is_tied_to_and_nobody_knows() {
        int line = seed.replace(
                "incidents.json", SHELLING, "\"attributions\"", "\"rounds\": [\"abu-dhabi-3\"],\n    \"attributions\"");
        isRefused("incidents.json line " + line
                + ", druzhkivka-market-shelling rounds: \"abu-dhabi-3\": must be the id of a round in rounds.json."
                + " Did you mean abu-dhabi-1 or abu-dhabi-2?");
    }

    @Test
    void a_basis_without_a_date() {
        seed.replace("statements.json", PESKOV, "    \"date\": \"2026-02-04\",\n", "");
        int line = seed.replace("statements.json", PESKOV, "\"dateBasis\"", "\"dateBasis\"");
        isRefused(
                "statements.json line " + line
                        + ", peskov-until-kyiv-decides dateBasis: \"WEEKDAY_ANCHORED\": must be UNKNOWN where no date is given");
    }

    @Test
    void a_date_without_a_basis() {
        int line = seed.replace("statements.json", PESKOV, "\"WEEKDAY_ANCHORED\"", "\"UNKNOWN\"");
        isRefused("statements.json line " + line
                + ", peskov-until-kyiv-decides dateBasis: \"UNKNOWN\": must not be UNKNOWN where a date is given");
    }

    @Test
    void an_inferred_date_without_a_note() {
        seed.replace("statements.json", PESKOV, "\"dateNote\"", "\"note\"");
        int line = seed.replace("statements.json", PESKOV, "\"WEEKDAY_ANCHORED\"", "\"INFERRED\"");
        assertThat(seed.refusedBy(seeder))
                .contains("statements.json line " + line
                        + ", peskov-until-kyiv-decides dateBasis: \"INFERRED\": needs a dateNote that"
                        + " says how the date was inferred");
    }

    // --- What one value says of another
    // -------------------------------------------------------------------------------

    @Test
    void a_paraphrase_with_a_quote() {
        seed.replace("statements.json", PESKOV, "\"VERBATIM\"", "\"PARAPHRASE\"");
        int line = seed.replace("statements.json", PESKOV, "\"quote\"", "\"quote\"");
        assertThat(seed.refusedBy(seeder))
                .contains("statements.json line " + line + ", peskov-until-kyiv-decides quote: \""
                        + beginning("statements", PESKOV, "quote")
                        + "\": must be given for VERBATIM and PARTIAL and left out for PARAPHRASE");
    }

    @Test
    void a_paraphrase_with_verbatim_wordings() {
        seed.replace("statements.json", PESKOV, "\"VERBATIM\"", "\"PARAPHRASE\"");
        seed.replace("statements.json", PESKOV, "    \"quote\": \"" + quote() + "\",\n", "");
        int line = seed.replace("statements.json", PESKOV, "\"verbatim\": true", "\"verbatim\": true");
        assertThat(seed.refusedBy(seeder))
                .hasSize(2)
                .contains("statements.json line " + line + ", peskov-until-kyiv-decides renderings[1].verbatim: true:"
                        + " must be false where the statement's kind is PARAPHRASE");
    }

    @ParameterizedTest
    @CsvSource({"VERBATIM", "PARTIAL"})
    void a_quotation_without_a_quote(String kind) {
        seed.replace("statements.json", PESKOV, "\"VERBATIM\"", '"' + kind + '"');
        seed.replace("statements.json", PESKOV, "    \"quote\": \"" + quote() + "\",\n", "");
        isRefused("statements.json line " + seed.row("statements.json", PESKOV) + ", peskov-until-kyiv-decides quote:"
                + " must be given for VERBATIM and PARTIAL and left out for PARAPHRASE");
    }

    @ParameterizedTest
    @CsvSource({"VERBATIM", "PARTIAL"})
    void a_quotation_without_a_verbatim_wording(String kind) {
        int line = seed.replace("statements.json", PESKOV, "\"VERBATIM\"", '"' + kind + '"');
        seed.replace("statements.json", PESKOV, "\"verbatim\": true", "\"verbatim\": false");
        seed.replace("statements.json", PESKOV, "\"verbatim\": true", "\"verbatim\": false");
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides kind: \"" + kind
                + "\": needs a rendering with \"verbatim\": true");
    }

    @ParameterizedTest
    @CsvSource({
        "until the Kiev regime makes the appropriate decision",
        "Until the Kiev regime makes the appropriate decisions",
        "until  the Kiev regime makes the appropriate decisions",
        "the special military operation continues"
    })
    void a_quote_that_is_no_verbatim_wording(String words) {
        int line = seed.replace("statements.json", PESKOV, quote(), words);
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides quote: \"" + words
                + "\": must be the wording of a rendering with \"verbatim\": true");
    }

    @Test
    void a_wording_that_can_not_be_read_is_the_only_fault() {
        int line = seed.replace("statements.json", PESKOV, "\"wording\": \"" + quote() + '"', "\"wording\": 5");
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides renderings[1].wording: 5:"
                + " must be a text that is not blank and has at most 4000 characters");
    }

    private static String quote() {
        return SeedData.row("statements", PESKOV).get("quote").asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"“Our position”", "'Our position'", "Our position”", "Our position,” he said, “is clear"})
    void quotation_marks_that_are_left_at_the_words(String words) {
        int quote = seed.replace("statements.json", "peskov-position-well-known", "Our position is well known,", words);
        int wording =
                seed.replace("statements.json", "peskov-position-well-known", "Our position is well known,", words);
        String rule =
                '"' + words + "\": must have no quotation marks around it, and both marks of every quotation within it";
        isRefused(
                "statements.json line " + quote + ", peskov-position-well-known quote: " + rule,
                "statements.json line " + wording + ", peskov-position-well-known renderings[1].wording: " + rule);
    }

    // --- Places in sources
    // --------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"see above", "ibid.", "somewhere", "page", "19"})
    void a_locator_of_no_place(String locator) {
        int line = seed.replace("statements.json", PESKOV, "\"line 19\"", '"' + locator + '"');
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides renderings[1].locator: \"" + locator
                + "\": " + PLACE_RULE);
    }

    @ParameterizedTest
    @CsvSource({"line 0", "lines 12-10"})
    void a_locator_of_lines_that_no_text_has(String locator) {
        int line = seed.replace("statements.json", PESKOV, "\"line 19\"", '"' + locator + '"');
        isRefused("statements.json line " + line + ", peskov-until-kyiv-decides renderings[1].locator: \"" + locator
                + "\": must count the lines of the document from 1 and name the first line of a range before its last");
    }

    @Test
    void a_locator_of_no_place_in_every_other_list() {
        int issue = seed.replace("issues.json", "territory", "\"locator\": \"line ", "\"locator\": \"about line ");
        int version = seed.replace(
                "disagreements.json", "date-of-second-round", "\"locator\": \"line ", "\"locator\": \"cf. line ");
        int position =
                seed.replace("positions.json", firstPosition(), "\"locator\": \"line ", "\"locator\": \"see line ");
        assertThat(seed.refusedBy(seeder))
                .hasSize(3)
                .allMatch(fault -> fault.endsWith(PLACE_RULE))
                .anyMatch(fault -> fault.startsWith(
                        "issues.json line " + issue + ", territory citations[1].locator: \"about line "))
                .anyMatch(fault -> fault.startsWith("disagreements.json line " + version
                        + ", date-of-second-round versions[1].citations[1].locator: "))
                .anyMatch(fault -> fault.startsWith(
                        "positions.json line " + position + ", " + firstPosition() + " wordings[1].locator: "));
    }

    private static String firstPosition() {
        return SeedData.rows("positions").get(0).get("id").asText();
    }

    @Test
    void a_source_that_was_fetched_before_it_was_published() {
        int line = seed.replace(
                "sources.json",
                "first-day-ends",
                "\"publishedOn\"",
                "\"retrievedOn\": \"2026-02-03\",\n    \"publishedOn\"");
        assertThat(seed.refusedBy(seeder))
                .contains("sources.json line " + line
                        + ", first-day-ends retrievedOn: \"2026-02-03\": must not be before publishedOn, 2026-02-05");
    }

    @Test
    void a_kind_of_source_that_there_is_not() {
        int line = seed.replace("sources.json", "first-day-ends", "ARTICLE", "STORY");
        assertThat(seed.refusedBy(seeder))
                .contains("sources.json line " + line
                        + ", first-day-ends kind: \"STORY\": must be one of ARTICLE, DATASET, DOCUMENT, POST, SPEECH");
    }

    @ParameterizedTest
    @CsvSource({
        "example.org/story",
        "ftp://example.org/story",
        "javascript:alert(1)",
        "https://",
        "https:///story",
        "https://a b.org",
        "https://reader:secret@example.org/",
        "https://example.org/a b",
        "https://example.org/<b>",
        "https://-example.org/",
        "https://example.org:port/"
    })
    void an_address_that_is_none(String address) {
        for (String key : List.of("url", "archivedAt", "licenceUrl")) {
            int line = seed.replace(
                    "sources.json",
                    "first-day-ends",
                    "\"publishedOn\"",
                    '"' + key + "\": \"" + address + "\",\n    \"publishedOn\"");
            assertThat(seed.refusedBy(seeder))
                    .contains(
                            "sources.json line " + line + ", first-day-ends " + key + ": \"" + address
                                    + "\": must be an http or https address, as https://example.org/story, of at most 4000 characters");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme | VIAF         | must be one of ACLED, COW, DOI, ",
                "value  | q30          | must be an id of WIKIDATA, such as Q212",
                "value  | Q030         | must be an id of WIKIDATA, such as Q212",
                "url    | www.example.org | must be an http or https address, as https://example.org/story"
            })
    void an_identifier_that_is_none(String key, String value, String rule) {
        String identifier = "\"scheme\": \"WIKIDATA\", \"value\": \"Q30\", \"url\": \"https://example.org/\"";
        int line = seed.replace(
                "actors.json",
                "afp",
                "\"value\": \"Q40464\"",
                "\"value\": \"Q40464\"\n },{ "
                        + identifier.replaceAll("(\"" + key + "\": )\"[^\"]*\"", "$1\"" + value + "\""));
        assertThat(seed.refusedBy(seeder))
                .singleElement()
                .asString()
                .startsWith("actors.json line " + (line + 1) + ", afp identifiers[2]." + key + ": \"" + value + "\": "
                        + rule);
    }

    @Test
    void an_identifier_that_is_too_long_or_listed_twice() {
        String longest = "x".repeat(301);
        int line = seed.replace(
                "actors.json",
                "afp",
                "\"value\": \"Q40464\"",
                "\"value\": \"Q40464\"\n }, { \"scheme\": \"MEND\", \"value\": \"" + longest
                        + "\" }, { \"scheme\": \"WIKIDATA\", \"value\": \"Q40464\"");
        isRefused(
                "actors.json line " + (line + 1) + ", afp identifiers[2].value: \"" + longest.substring(0, 60)
                        + "…\": must have at most 300 characters",
                "actors.json line " + (line + 1) + ", afp identifiers[3].value: \"Q40464\": must be listed once");
    }

    @ParameterizedTest
    @CsvSource({"../secret.txt", "/etc/passwd", "texts/story.txt", "..", ".", "texts\\\\story.txt"})
    void a_document_with_a_way_to_it(String name) {
        int line = seed.replace("sources.json", "first-day-ends", "000_cef8911026547e83.txt", name);
        isRefused("sources.json line " + line + ", first-day-ends document: \"" + name.replace("\\\\", "\\")
                + "\": must be the name of a file, without folders");
    }

    @Test
    void an_estimate_whose_low_is_above_its_best() {
        int line = seed.replace("incidents.json", SHELLING, "\"best\": 7", "\"low\": 9,\n      \"best\": 7");
        isRefused("incidents.json line " + line
                + ", druzhkivka-market-shelling killed.low: 9: must not be greater than best, 7");
    }

    @Test
    void a_dispute_over_nobody() {
        int line = seed.replace("incidents.json", SHELLING, "\"disputed\": false", "\"disputed\": true");
        seed.replace("incidents.json", SHELLING, "        \"blamed\": \"russia\",\n", "");
        isRefused(
                "incidents.json line " + (line - 1)
                        + ", druzhkivka-market-shelling attributions[1].disputed: true: must not be true where nobody is blamed");
    }

    @Test
    void a_qualifier_of_no_value() {
        int line = seed.replace(
                "figures.json", "forced-to-flee", "\"wording\"", "\"qualifier\": \"ABOUT\",\n    \"wording\"");
        isRefused("figures.json line " + line
                + ", forced-to-flee qualifier: \"ABOUT\": must be left out where there is no value");
    }

    /** The built-in record has none: a row that is right, and one thing that is wrong with it. */
    static Stream<Arguments> an_agreement() {
        return Stream.of(
                Arguments.of("\"follows\": [\"pact\"]", "follows: a list of 1: must not name the agreement itself"),
                Arguments.of("\"substage\": \"Ceas\"", "substage: \"Ceas\": needs a stage"),
                Arguments.of(
                        "\"parties\": [{\"role\": \"PARTY\"}]",
                        "parties[1].actor: must be given where asWritten is not"),
                Arguments.of(
                        "\"parties\": [{\"actor\": \"russia\", \"role\": \"PARTY\"}, {\"actor\": \"russia\", \"role\": \"PARTY\"}]",
                        "parties[2].actor: \"russia\": must be listed once in this role"),
                Arguments.of("\"provisions\": [{\"issue\": \"territory\"}]", "provisions[1].weight: is missing"),
                Arguments.of(
                        "\"provisions\": [{\"issue\": \"territory\", \"weight\": 4}]",
                        "provisions[1].weight: 4: must be a whole number from 1 to 3"),
                Arguments.of(
                        "\"provisions\": [{\"issue\": \"territory\", \"weight\": 1, \"locator\": \"see above\"}]",
                        "provisions[1].locator: \"see above\": " + PLACE_RULE),
                Arguments.of("\"edtf\": \"2026\"", "edtf: \"2026\": must be left out where a day is known"));
    }

    @ParameterizedTest
    @MethodSource
    void an_agreement(String wrong, String sentence) {
        seed.write(
                "agreements.json",
                "[{\"id\": \"pact\", \"title\": \"Pact\", \"signedOn\": \"2026-02-04\", \"dateBasis\": \"STATED\", \"status\": \"SIGNED\", "
                        + wrong + ", \"citations\": [{\"source\": \"first-day-ends\", \"locator\": \"line 1\"}]}]");
        isRefused("agreements.json line 1, pact " + sentence);
    }

    // --- All of it
    // ----------------------------------------------------------------------------------------------------

    @Test
    void ten_faults_are_told_at_once_by_file_and_line() throws IOException {
        int actor = seed.replace("actors.json", "andrii-sybiha", "\"PERSON\"", "\"MAN\"");
        seed.write("assertions.json", "");
        int figure = seed.replace("figures.json", "druzhkivka-killed-7", "\"value\": 7", "\"value\": \"seven\"");
        int place = seed.replace("places.json", "abu-dhabi", "\"AE\"", "\"UAE\"");
        int latitude = seed.replace("places.json", "abu-dhabi", "24.45", "124.45");
        int session = seed.replace("rounds.json", "abu-dhabi-2-day-2", "\"2026-02-05\"", "\"2026-02-07\"");
        int end = seed.replace(
                "rounds.json", "xi-putin-video-call", "\"end\": \"2026-02-04\"", "\"end\": \"2026-02-03\"");
        int speaker = seed.replace("statements.json", PESKOV, "\"dmitry-peskov\"", "\"peskov\"");
        int date = seed.replace("statements.json", PESKOV, "\"2026-02-04\"", "\"2026-02-30\"");
        int channel = seed.replace("statements.json", PESKOV, "\"channel\"", "\"chanel\"");
        isRefused(
                "actors.json line " + actor
                        + ", andrii-sybiha kind: \"MAN\": must be one of STATE, BLOC, ORGANIZATION, PERSON, GROUP",
                "assertions.json line 1: must be a JSON array of rows, and is empty",
                "figures.json line " + figure + ", druzhkivka-killed-7 value: \"seven\": must be a number",
                "places.json line " + place
                        + ", abu-dhabi countryCode: \"UAE\": must be a country code of ISO 3166-1 alpha-2, as UA",
                "places.json line " + latitude + ", abu-dhabi latitude: 124.45: must be a number from -90.0 to 90.0",
                "rounds.json line " + session
                        + ", abu-dhabi-2-day-2 sessions[2].start: \"2026-02-07\": must be a day of the round,"
                        + " 2026-02-04 to 2026-02-05",
                "rounds.json line " + end
                        + ", xi-putin-video-call end: \"2026-02-03\": must not be before start, 2026-02-04",
                "statements.json line " + speaker
                        + ", peskov-until-kyiv-decides speakers: \"peskov\": must be the id of an actor in actors.json",
                "statements.json line " + date
                        + ", peskov-until-kyiv-decides date: \"2026-02-30\": must be a day of the calendar from 0001-01-01 to 9999-12-31, as 2026-02-04",
                "statements.json line " + channel
                        + ", peskov-until-kyiv-decides chanel: \"told reporters\": is not a key here; the keys are id, speakers, kind,"
                        + " quote, summary, date, at, edtf, notBefore, notAfter, dateNote, dateBasis, channel, place, round, issues, stance, target, note, identifiers,"
                        + " renderings, citations");
    }

    @Test
    void a_refused_seed_leaves_the_database_as_it_was() throws SQLException {
        String loadedAt = loadedAt();
        seed.replace("actors.json", "rustem-umerov", "\"name\": \"Rustem Umerov\"", "\"name\": \"Somebody Else\"");
        seed.replace("statements.json", PESKOV, "\"CONDITIONS\"", "\"CONDITION\"");
        seed.refusedBy(seeder);
        ask("{ actor(id: \"rustem-umerov\") { name } statements { totalCount } }")
                .answers("actor.name", "Rustem Umerov")
                .answers("statements.totalCount", 60);
        assertThat(loadedAt()).isEqualTo(loadedAt);
    }

    private String loadedAt() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select digest, loaded_at from seed_load")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1) + " " + rows.getString(2);
        }
    }

    // --- Names and languages
    // ----------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B", "\u00A0", " \u2003\u3000", "\u2800", "\u3164", "\uFEFF\u200D", "\uFE0F", "\u00AD"})
    void a_name_that_nobody_sees(String name) {
        int line = seed.replace("actors.json", "china", "\"name\": \"China\"", "\"name\": \"" + name + '"');
        isRefused("actors.json line " + line + ", china name: \"" + name
                + "\": must be a text that is not blank and has at most 4000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon!", "ru_RU", "english", "ua", "en-", "e", "uk--UA", "en US", "русский"})
    void a_language_that_is_none_of_bcp_47(String language) {
        int line = seed.replace(
                "sources.json", "first-day-ends", "\"language\": \"en\"", "\"language\": \"" + language + '"');
        isRefused("sources.json line " + line + ", first-day-ends language: \"" + language
                + "\": must be a language tag of BCP 47, as uk");
    }

    @Test
    void a_language_of_a_name_that_is_none_of_bcp_47() {
        int line = seed.replace("actors.json", "rustem-umerov", "\"language\": \"uk\"", "\"language\": \"ru_RU\"");
        isRefused("actors.json line " + line
                + ", rustem-umerov names[3].language: \"ru_RU\": must be a language tag of BCP 47, as uk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"YY", "AB", "QA1", "xk", "QL", "ZA1", "ZY"})
    void a_country_that_is_none(String code) {
        int line = seed.replace("actors.json", "china", "\"countryCode\": \"CN\"", "\"countryCode\": \"" + code + '"');
        isRefused("actors.json line " + line + ", china countryCode: \"" + code
                + "\": must be a country code of ISO 3166-1 alpha-2, as UA");
    }
}
