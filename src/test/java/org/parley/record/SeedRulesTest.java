package org.parley.record;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.record.SeedData.keys;
import static org.parley.record.SeedData.list;
import static org.parley.record.SeedData.objects;
import static org.parley.record.SeedData.row;
import static org.parley.record.SeedData.rows;
import static org.parley.record.SeedData.stream;
import static org.parley.record.SeedData.texts;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** What the built-in record promises: its form, as {@code seed/README.md} tells it, and what it must not claim. */
@AnyDatabase
class SeedRulesTest {
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keys in their order, of the objects inside rows; those of the rows stand in the README's tables. */
    private static final Map<String, List<String>> KEYS_INSIDE = Map.ofEntries(
            Map.entry("citations", List.of("source", "locator", "note")),
            Map.entry("names", List.of("text", "language", "spelling", "sources")),
            Map.entry("affiliations", List.of("organization", "title", "from", "to", "citations")),
            Map.entry("roles", List.of("actor", "role", "note", "citations")),
            Map.entry("planned", List.of("date", "statedBy", "dateBasis", "note", "citations")),
            Map.entry("participants", List.of("actor", "side", "role", "presence", "note", "citations")),
            Map.entry(
                    "sessions",
                    List.of(
                            "id",
                            "title",
                            "start",
                            "dateBasis",
                            "dateNote",
                            "duration",
                            "durationApproximate",
                            "format",
                            "result",
                            "citations")),
            Map.entry(
                    "outcomes",
                    List.of("id", "kind", "summary", "quantityPerSide", "status", "note", "identifiers", "citations")),
            Map.entry("identifiers", List.of("scheme", "value", "url")),
            Map.entry("renderings", List.of("source", "locator", "verbatim", "wording")),
            Map.entry("attributions", List.of("blamed", "by", "disputed", "citations")),
            Map.entry("weapons", List.of("kind", "count")),
            Map.entry("killed", List.of("low", "best", "high", "wording")),
            Map.entry("injured", List.of("low", "best", "high", "wording")),
            Map.entry("codes", List.of("scheme", "code", "label")),
            Map.entry("wordings", List.of("source", "locator", "wording")),
            Map.entry("versions", List.of("sources", "reading", "citations")),
            Map.entry("parties", List.of("actor", "role", "signed", "asWritten")),
            Map.entry("provisions", List.of("issue", "weight", "quote", "locator")));

    /** Keys that refer to rows of another file by their slugs. */
    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("source", "sources"),
            Map.entry("sources", "sources"),
            Map.entry("actor", "actors"),
            Map.entry("side", "actors"),
            Map.entry("organization", "actors"),
            Map.entry("speakers", "actors"),
            Map.entry("blamed", "actors"),
            Map.entry("by", "actors"),
            Map.entry("statedBy", "actors"),
            Map.entry("claimedBy", "actors"),
            Map.entry("place", "places"),
            Map.entry("venue", "places"),
            Map.entry("within", "places"),
            Map.entry("issue", "issues"),
            Map.entry("issues", "issues"),
            Map.entry("negotiation", "negotiations"),
            Map.entry("round", "rounds"),
            Map.entry("rounds", "rounds"),
            Map.entry("statements", "statements"));

    private static final Map<String, String> DATE_BY_FILE = Map.of(
            "sources",
            "publishedOn",
            "rounds",
            "start",
            "incidents",
            "start",
            "statements",
            "date",
            "figures",
            "claimedOn");

    private static final List<String> DATES = List.of("date", "start", "at", "edtf", "publishedOn", "claimedOn");

    static List<String> files() {
        return SeedData.NAMES;
    }

    // --- Form
    // ---------------------------------------------------------------------------------------------------------

    @Test
    void the_folder_holds_the_twelve_files_and_their_dictionary() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(SeedData.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(files().stream().map(name -> name + ".json"), Stream.of("README.md"))
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_an_array_indented_by_two_spaces_with_a_key_a_line(String file) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        ObjectWriter writer = JSON.writer(printer.withObjectIndenter(indent).withArrayIndenter(indent));
        String text = SeedData.text(file);
        assertThat(JSON.readTree(text).isArray()).isTrue();
        assertThat(withEachTextOnItsLine(text)).isEqualTo(writer.writeValueAsString(JSON.readTree(text)) + "\n");
    }

    /** A list of texts may stand on one line; here it gets a line for each. */
    private static String withEachTextOnItsLine(String text) {
        Pattern onOneLine =
                Pattern.compile("(?m)^( *)(\"[A-Za-z]+\": )\\[((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:, )?)+)](,?)$");
        return onOneLine
                .matcher(text)
                .replaceAll(line -> Matcher.quoteReplacement(line.group(1)
                        + line.group(2)
                        + Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"")
                                .matcher(line.group(3))
                                .results()
                                .map(item -> line.group(1) + "  " + item.group())
                                .collect(Collectors.joining(",\n", "[\n", "\n" + line.group(1) + "]"))
                        + line.group(4)));
    }

    @Test
    void no_key_is_null_or_an_empty_list() {
        assertThat(objects().stream().flatMap(object -> keys(object.json()).stream()
                        .filter(key -> object.json().get(key).isNull()
                                || object.json().get(key).isContainerNode()
                                        && object.json().get(key).isEmpty())
                        .map(key -> object + " " + key)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_keys_of_a_row_stand_in_the_order_of_the_readme(String file) throws IOException {
        List<String> order = keysInReadme(file);
        assertThat(order).contains("id");
        assertThat(rows(file)).allSatisfy(row -> assertInOrder(keys(row), order));
    }

    @Test
    void the_keys_inside_a_row_stand_in_their_order() {
        assertThat(objects().stream().filter(object -> !object.key().isEmpty())).allSatisfy(object -> {
            assertThat(KEYS_INSIDE).containsKey(object.key());
            assertInOrder(keys(object.json()), KEYS_INSIDE.get(object.key()));
        });
    }

    /** Of a kind of which the built-in record has none. */
    @Test
    void the_keys_of_agreements_stand_in_their_order() throws IOException {
        JsonNode agreements = JSON.readTree(java.nio.file.Path.of("src/test/resources/seed-agreements/agreements.json")
                .toFile());
        List<String> order = keysInReadme("agreements");
        assertThat(list(agreements)).isNotEmpty().allSatisfy(row -> {
            assertInOrder(keys(row), order);
            for (String inside : List.of("parties", "provisions")) {
                assertThat(list(row.path(inside)))
                        .allSatisfy(each -> assertInOrder(keys(each), KEYS_INSIDE.get(inside)));
            }
        });
        assertThat(list(agreements).stream().flatMap(row -> keys(row).stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(order);
    }

    private static void assertInOrder(List<String> keys, List<String> order) {
        assertThat(order).containsAll(keys);
        assertThat(keys).isEqualTo(order.stream().filter(keys::contains).toList());
    }

    /** The first column of the file's table; the file of issues has a sentence instead. */
    private static List<String> keysInReadme(String file) throws IOException {
        String readme = Files.readString(SeedData.FOLDER.resolve("README.md"));
        String section = readme.substring(readme.indexOf("\n### " + file + "\n"));
        section = section.substring(0, section.indexOf("\n##", 1));
        Pattern key = Pattern.compile("`([A-Za-z]+)`");
        List<String> keys = section.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> key.matcher(line.split("\\|")[1]).results())
                .map(found -> found.group(1))
                .toList();
        return keys.isEmpty()
                ? key.matcher(section).results().map(found -> found.group(1)).toList()
                : keys;
    }

    @ParameterizedTest
    @MethodSource("files")
    void rows_are_sorted_by_date_then_id_with_the_undated_last(String file) {
        String date = DATE_BY_FILE.getOrDefault(file, "");
        List<String> keys = rows(file).stream()
                .map(row -> row.path(date).asText("9999") + " " + row.path("id").asText())
                .toList();
        assertThat(keys).isNotEmpty().isSorted();
    }

    @Test
    void every_id_is_a_slug_and_unique_among_its_kind() {
        Map<String, List<String>> ids = objects().stream()
                .filter(object -> object.json().has("id"))
                .collect(groupingBy(
                        object -> object.key().isEmpty() ? object.file() : object.key(),
                        Collectors.mapping(object -> object.json().get("id").asText(), Collectors.toList())));
        assertThat(ids).hasSize(14).containsKeys("sessions", "outcomes");
        assertThat(ids.values())
                .allSatisfy(of -> assertThat(of).doesNotHaveDuplicates().allMatch(id -> id.matches(SLUG)));
    }

    @Test
    void every_reference_names_a_row() {
        Map<String, Set<String>> slugs = files().stream()
                .collect(Collectors.toMap(file -> file, file -> rows(file).stream()
                        .map(row -> row.path("id").asText())
                        .collect(Collectors.toSet())));
        assertThat(objects())
                .allSatisfy(object -> REFERENCES.forEach((key, file) ->
                        assertThat(slugs.get(file)).as(object + " " + key).containsAll(values(object.json(), key))));
        assertThat(rows("statements"))
                .allSatisfy(row -> assertThat(slugs.get("actors")).containsAll(values(row, "target")));
    }

    @Test
    void every_record_that_something_is_about_exists() {
        Set<String> ids = objects().stream()
                .filter(object -> object.json().has("id"))
                .map(object -> (object.key().isEmpty() ? object.file() : object.key()).replaceFirst("s$", "") + "/"
                        + object.json().get("id").asText())
                .collect(Collectors.toSet());
        List<String> about = objects().stream()
                .flatMap(object -> values(object.json(), "about").stream())
                .toList();
        assertThat(about).isNotEmpty();
        assertThat(ids).containsAll(about);
    }

    private static Collection<String> values(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isArray() ? texts(value) : value.isTextual() ? List.of(value.asText()) : List.of();
    }

    @Test
    void every_date_agrees_with_its_basis() {
        List<SeedData.Place> dated = objects().stream()
                .filter(object -> object.json().has("dateBasis"))
                .toList();
        assertThat(dated).hasSizeGreaterThan(70).allSatisfy(object -> {
            JsonNode json = object.json();
            String basis = json.get("dateBasis").asText();
            assertThat(DATES.stream().anyMatch(json::has)).isEqualTo(!basis.equals("UNKNOWN"));
            if (basis.equals("INFERRED")) {
                assertThat(json.has("dateNote") || json.has("note")).isTrue();
            }
        });
    }

    @Test
    void every_date_has_a_basis() {
        assertThat(objects().stream().filter(object -> DATES.stream().anyMatch(object.json()::has)))
                .allMatch(object -> object.json().has("dateBasis"));
    }

    // --- Content
    // ------------------------------------------------------------------------------------------------------

    @Test
    void there_are_five_sources_of_four_origins() {
        assertThat(rows("sources")).hasSize(5);
        assertThat(rows("sources").stream()
                        .map(row -> row.get("origin").asText())
                        .distinct())
                .hasSize(4);
    }

    /** Two of the sixty have two speakers. */
    @Test
    void each_speaker_has_as_many_of_the_60_statements_as_the_stories_give() {
        assertThat(rows("statements")).hasSize(60);
        Map<String, Long> said = rows("statements").stream()
                .flatMap(row -> texts(row.get("speakers")).stream())
                .collect(groupingBy(speaker -> speaker, counting()));
        assertThat(said)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("volodymyr-zelenskyy", 6L),
                        Map.entry("kyiv-government", 14L),
                        Map.entry("rustem-umerov", 3L),
                        Map.entry("moscow-government", 7L),
                        Map.entry("kremlin", 3L),
                        Map.entry("dmitry-peskov", 2L),
                        Map.entry("georgiy-tykhy", 2L),
                        Map.entry("kirill-dmitriev", 3L),
                        Map.entry("marco-rubio", 2L),
                        Map.entry("petro-kyiv-resident", 2L),
                        Map.entry("united-states", 1L),
                        Map.entry("unnamed-us-official", 2L),
                        Map.entry("uae", 1L),
                        Map.entry("european-union", 1L),
                        Map.entry("kyiv-residents", 1L),
                        Map.entry("kyrylo-budanov", 1L),
                        Map.entry("steve-witkoff", 1L),
                        Map.entry("katarina-mathernova", 1L),
                        Map.entry("andrii-sybiha", 1L),
                        Map.entry("vladimir-putin", 2L),
                        Map.entry("analysts-cited-by-reuters", 1L),
                        Map.entry("ua-regional-authorities", 1L),
                        Map.entry("ua-air-force", 1L),
                        Map.entry("allies-of-ukraine", 1L),
                        Map.entry("larisa-moscow", 1L),
                        Map.entry("anton-moscow", 1L)));
    }

    @Test
    void every_statement_has_a_rendering() {
        assertThat(rows("statements"))
                .allSatisfy(row -> assertThat(list(row.path("renderings"))).isNotEmpty());
    }

    @Test
    void a_quote_is_what_a_verbatim_rendering_has_and_a_paraphrase_has_none() {
        assertThat(rows("statements")).allSatisfy(row -> {
            List<String> verbatim = stream(row.get("renderings"))
                    .filter(rendering -> rendering.get("verbatim").asBoolean())
                    .map(rendering -> rendering.get("wording").asText())
                    .toList();
            if (row.get("kind").asText().equals("PARAPHRASE")) {
                assertThat(row.has("quote")).isFalse();
                assertThat(verbatim).isEmpty();
            } else {
                assertThat(verbatim).contains(row.get("quote").asText());
            }
        });
    }

    /** The stories print no quotation within a quotation. */
    @Test
    void no_quotation_mark_is_left_at_verbatim_words() {
        assertThat(SeedData.allTexts()
                        .filter(text -> text.getKey().key().equals("quote")
                                || text.getKey().json().path("verbatim").asBoolean()
                                        && text.getKey().key().equals("wording"))
                        .map(Map.Entry::getValue))
                .hasSizeGreaterThan(40)
                .noneMatch(words -> words.matches(".*[\"“”«»„].*|['‘].*['’]"));
    }

    @Test
    void every_locator_names_lines() {
        assertThat(SeedData.allTexts()
                        .filter(text -> text.getKey().key().equals("locator"))
                        .map(Map.Entry::getValue))
                .hasSizeGreaterThan(300)
                .allMatch(locator -> locator.matches("line [1-9]\\d*|lines [1-9]\\d*-[1-9]\\d*"));
    }

    // --- How the rows hold together
    // ------------------------------------------------------------------------------------------------------

    @Test
    void an_actor_cites_every_line_in_which_it_speaks() {
        assertThat(rows("statements")).allSatisfy(statement -> texts(statement.get("speakers"))
                .forEach(speaker -> assertThat(lines(row("actors", speaker).get("citations")))
                        .as(speaker + " in " + statement.get("id").asText())
                        .containsAll(lines(statement.get("renderings")))));
    }

    /** The groups that stand for a side exist only because a story lets it speak there. */
    @ParameterizedTest
    @ValueSource(strings = {"kyiv-government", "moscow-government"})
    void where_a_side_is_cited_as_speaking_without_a_name_there_is_a_statement_of_it(String side) {
        Set<String> spoken = rows("statements").stream()
                .filter(statement -> texts(statement.get("speakers")).contains(side))
                .flatMap(statement -> lines(statement.get("renderings")).stream())
                .collect(Collectors.toSet());
        assertThat(lines(row("actors", side).get("citations"))).containsExactlyInAnyOrderElementsOf(spoken);
    }

    @Test
    void what_is_demanded_or_blamed_is_so_of_a_state_and_not_of_those_who_speak_for_it() {
        assertThat(Stream.concat(
                                rows("statements").stream()
                                        .map(row -> row.path("target").asText()),
                                objects().stream()
                                        .map(object ->
                                                object.json().path("blamed").asText()))
                        .filter(actor -> !actor.isEmpty()))
                .isNotEmpty()
                .doesNotContain("kyiv-government", "moscow-government", "kremlin");
    }

    /** A position rests on words that somebody said about its issue, or its note says that there are none. */
    @Test
    void a_position_has_statements_in_its_own_lines_or_says_that_nobody_is_quoted() {
        assertThat(rows("positions")).allSatisfy(position -> {
            List<JsonNode> statements = texts(position.path("statements")).stream()
                    .map(id -> row("statements", id))
                    .toList();
            if (statements.isEmpty()) {
                assertThat(position.path("note").asText()).containsPattern("voice of the story|no words");
            } else {
                assertThat(statements).allSatisfy(statement -> assertThat(texts(statement.path("issues")))
                        .contains(position.get("issue").asText()));
                assertThat(statements.stream().flatMap(statement -> lines(statement.get("renderings")).stream()))
                        .containsAll(lines(position.get("wordings")));
            }
        });
    }

    /** The earliest text that has a remark is its upper bound, and the round of which it speaks its lower one. */
    @Test
    void an_undated_remark_is_bounded_by_its_texts_and_by_the_round_of_which_it_speaks() {
        assertThat(rows("statements").stream().filter(row -> !row.has("date"))).allSatisfy(row -> {
            assertThat(row.path("notAfter").asText())
                    .isEqualTo(stream(row.get("renderings"))
                            .map(rendering ->
                                    row("sources", rendering.get("source").asText()))
                            .map(source -> source.path("publishedOn")
                                    .asText(source.path("publishedBefore").asText()))
                            .min(Comparator.naturalOrder())
                            .orElseThrow());
            if (row.has("round") && row("rounds", row.get("round").asText()).has("negotiation")) {
                assertThat(row.path("notBefore").asText())
                        .isGreaterThanOrEqualTo(row("rounds", row.get("round").asText())
                                .get("start")
                                .asText());
            }
        });
    }

    @Test
    void each_story_ties_the_strikes_on_power_to_the_round_that_it_tells_of() {
        assertThat(rows("incidents").stream()
                        .filter(row -> row.has("rounds"))
                        .map(row -> row.get("id").asText() + " " + texts(row.get("rounds"))))
                .containsExactly(
                        "power-infrastructure-strikes [abu-dhabi-2]", "strikes-around-first-round [abu-dhabi-1]");
    }

    @Test
    void an_issue_cites_every_line_in_which_it_is_spoken_of() {
        for (JsonNode issue : rows("issues")) {
            String id = issue.get("id").asText();
            Set<String> spoken = new HashSet<>();
            rows("statements").stream()
                    .filter(row -> texts(row.path("issues")).contains(id))
                    .forEach(row -> spoken.addAll(lines(row.get("renderings"))));
            rows("positions").stream()
                    .filter(row -> row.get("issue").asText().equals(id))
                    .forEach(row -> spoken.addAll(lines(row.get("wordings"))));
            rows("assertions").stream()
                    .filter(row -> texts(row.path("issues")).contains(id))
                    .forEach(row -> spoken.addAll(lines(row.get("citations"))));
            assertThat(spoken).as(id).isNotEmpty();
            assertThat(lines(issue.get("citations"))).as(id).containsAll(spoken);
        }
    }

    /** One story, two stories: so that a hit of a search is not taken for the record's own opinion. */
    @Test
    void an_assertion_says_how_many_stories_assert_it() {
        List<String> numbers = List.of("One story", "Two stories", "Three stories", "Four stories", "Five stories");
        assertThat(rows("assertions"))
                .allSatisfy(row -> assertThat(row.get("summary").asText())
                        .startsWith(numbers.get((int) stream(row.get("citations"))
                                        .map(citation -> citation.get("source").asText())
                                        .distinct()
                                        .count()
                                - 1)));
    }

    /** Two stories that report like remarks do not report one remark, unless they tell when and to whom it was made. */
    @Test
    void only_peskovs_remark_to_reporters_is_told_by_texts_of_two_origins() {
        assertThat(rows("statements").stream()
                        .filter(statement -> stream(statement.get("renderings"))
                                        .map(rendering -> row(
                                                        "sources",
                                                        rendering.get("source").asText())
                                                .get("origin")
                                                .asText())
                                        .distinct()
                                        .count()
                                > 1)
                        .map(statement -> statement.get("id").asText()))
                .containsExactly("peskov-until-kyiv-decides");
    }

    /** The sources' own loaded words, where we use them, are quoted; so are the parties' terms. */
    @Test
    void loaded_words_stand_only_inside_quotation_marks() {
        Pattern loaded = Pattern.compile(
                "\\b(regime|special military operation|hardline|maximalist|draconian|decimated|slammed|sei[sz](e|es|ed|ing)"
                        + "|corral|sidelined|ubiquitous|swathes|barrage|scared|stepped-up|pro-western|give in|sap)\\b",
                Pattern.CASE_INSENSITIVE);
        Set<String> prose = Set.of("summary", "wording", "reading", "note", "description", "title", "label", "name");
        assertThat(SeedData.allTexts()
                        .filter(text -> prose.contains(text.getKey().key())
                                && !text.getKey().json().path("verbatim").asBoolean())
                        .filter(text -> loaded.matcher(text.getValue().replaceAll("\"[^\"]*\"", ""))
                                .find())
                        .map(text -> text.getKey() + ": " + text.getValue()))
                .isEmpty();
    }

    /** Source and locator of each citation, wording or rendering. */
    private static Set<String> lines(JsonNode citations) {
        return stream(citations)
                .map(citation -> citation.get("source").asText() + " "
                        + citation.get("locator").asText())
                .collect(Collectors.toSet());
    }

    // --- What no story says
    // -------------------------------------------------------------------------------------------

    @Test
    void no_outlet_byline_or_address_is_named() {
        assertThat(objects()).noneMatch(object -> List.of("outlet", "author", "url", "archivedAt").stream()
                .anyMatch(object.json()::has));
        assertThat(textsHolding("https?:|www\\.|\\bby ?line\\b")).isEmpty();
    }

    @Test
    void nobody_speaks_of_security_guarantees() {
        assertThat(textsHolding("security.guarantee")).isEmpty();
    }

    @Test
    void ids_of_other_data_sets_stand_among_the_identifiers_only() {
        assertThat(SeedData.objects().stream()
                        .filter(object -> !object.key().equals("identifiers"))
                        .flatMap(object -> keys(object.json()).stream()
                                .map(key -> object.json().get(key)))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .filter(text -> text.matches("(?is).*(\\bQ\\d{2,}\\b|wikidata).*")))
                .isEmpty();
    }

    @Test
    void the_two_undated_stories_have_bounds_and_no_day() {
        assertThat(rows("sources").stream()
                        .filter(row -> !row.has("publishedOn"))
                        .map(row -> row.get("id").asText() + " from "
                                + row.path("publishedAfter").asText() + " to "
                                + row.path("publishedBefore").asText("?")))
                .containsExactly(
                        "first-round-ends from 2026-01-24 to 2026-01-31", "second-day-ends from 2026-02-05 to ?");
    }

    @Test
    void druzhkivka_has_no_region_and_no_coordinates() {
        JsonNode town = row("places", "druzhkivka");
        assertThat(town.get("within").asText()).isEqualTo("ukraine");
        assertThat(keys(town)).doesNotContain("latitude", "longitude", "precision");
    }

    @Test
    void coordinates_are_said_to_be_general_knowledge() {
        List<JsonNode> located =
                rows("places").stream().filter(row -> row.has("latitude")).toList();
        assertThat(located).isNotEmpty().allSatisfy(row -> assertThat(
                        row.path("coordinatesNote").asText())
                .contains("not from the sources"));
    }

    @Test
    void the_building_of_the_talks_is_not_known() {
        assertThat(row("rounds", "abu-dhabi-1").get("venue").asText()).isEqualTo("abu-dhabi");
        assertThat(row("rounds", "abu-dhabi-2").get("venue").asText()).isEqualTo("abu-dhabi");
        assertThat(row("places", "abu-dhabi").get("kind").asText()).isEqualTo("CITY");
        assertThat(rows("places")).noneMatch(row -> row.path("within").asText().equals("abu-dhabi"));
    }

    @Test
    void nobody_who_died_at_druzhkivka_is_described() {
        assertThat(keys(row("incidents", "druzhkivka-market-shelling").get("killed")))
                .containsExactly("best", "wording");
    }

    private static List<String> textsHolding(String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        return SeedData.allTexts()
                .filter(text -> pattern.matcher(text.getValue()).find())
                .map(text -> text.getKey() + ": " + text.getValue())
                .toList();
    }

    // --- What is easily mixed up
    // --------------------------------------------------------------------------------------

    @Test
    void the_second_round_was_planned_for_1_february_and_held_on_4_and_5_february() {
        JsonNode round = row("rounds", "abu-dhabi-2");
        assertThat(stream(round.get("planned"))
                        .map(planned -> planned.get("date").asText()))
                .containsExactly("2026-02-01");
        assertThat(round.get("status").asText()).isEqualTo("HELD");
        assertThat(round.get("start").asText()).isEqualTo("2026-02-04");
        assertThat(round.get("end").asText()).isEqualTo("2026-02-05");
        assertThat(stream(round.get("sessions"))
                        .map(session -> session.get("start").asText()))
                .containsExactly("2026-02-04", "2026-02-05");
    }

    @Test
    void nothing_but_the_plan_is_dated_1_february() {
        assertThat(objects().stream()
                        .filter(object -> DATES.stream()
                                .anyMatch(
                                        key -> object.json().path(key).asText().equals("2026-02-01")))
                        .map(SeedData.Place::toString))
                .containsExactly("rounds abu-dhabi-2 planned");
    }

    @Test
    void no_person_is_named_at_the_first_round() {
        assertThat(stream(row("rounds", "abu-dhabi-1").get("participants")).map(participant -> row(
                                "actors", participant.get("actor").asText())
                        .get("kind")
                        .asText()))
                .isNotEmpty()
                .doesNotContain("PERSON");
    }

    @Test
    void four_people_are_stated_to_have_been_at_the_second_round() {
        assertThat(stream(row("rounds", "abu-dhabi-2").get("participants"))
                        .filter(participant ->
                                participant.get("presence").asText().equals("STATED"))
                        .map(participant -> participant.get("actor").asText())
                        .filter(actor ->
                                row("actors", actor).get("kind").asText().equals("PERSON")))
                .containsExactlyInAnyOrder("rustem-umerov", "igor-kostyukov", "steve-witkoff", "jared-kushner");
    }

    @Test
    void dmitriev_is_a_negotiator_whom_no_story_places_at_the_table() {
        assertThat(stream(row("rounds", "abu-dhabi-2").get("participants"))
                        .filter(participant -> participant.get("actor").asText().equals("kirill-dmitriev"))
                        .map(participant -> participant.get("presence").asText()))
                .containsExactly("NOT_STATED");
    }

    @Test
    void what_peskov_said_of_kyivs_decisions_is_one_utterance_of_three_stories() {
        assertThat(stream(row("statements", "peskov-until-kyiv-decides").get("renderings"))
                        .map(rendering -> rendering.get("source").asText() + " "
                                + rendering.get("locator").asText() + " "
                                + rendering.get("verbatim").asBoolean()))
                .containsExactly(
                        "first-day-ends line 19 true",
                        "second-day-begins line 30 true",
                        "second-day-begins line 30 false",
                        "second-round-opens line 26 false");
    }

    @Test
    void each_rendering_keeps_the_spelling_of_its_story() {
        assertThat(stream(row("statements", "peskov-until-kyiv-decides").get("renderings"))
                        .filter(rendering -> rendering.get("verbatim").asBoolean())
                        .map(rendering -> rendering.get("wording").asText()))
                .containsExactly(
                        "Until the Kyiv regime makes the appropriate decisions, the special military operation continues,",
                        "until the Kiev regime makes the appropriate decisions");
    }

    @Test
    void a_day_that_the_text_gives_to_something_else_is_not_the_day_of_a_remark() {
        assertThat(Stream.of(
                        "umerov-substantive-and-productive",
                        "kyiv-second-day-to-follow",
                        "regional-authorities-druzhkivka",
                        "zelenskyy-maintain-pressure",
                        "zelenskyy-no-compromise-on-sovereignty"))
                .allSatisfy(
                        id -> assertThat(row("statements", id).path("dateBasis").asText())
                                .isEqualTo("UNKNOWN"));
        assertThat(row("figures", "druzhkivka-killed-7").has("claimedOn")).isFalse();
    }

    @Test
    void kostyukov_heads_the_team_in_security_talk_as_printed() {
        assertThat(stream(row("actors", "igor-kostyukov").get("affiliations"))
                        .map(affiliation -> affiliation.get("title").asText()))
                .contains("head of Russian's team in security talk");
    }

    /** Both are called top negotiator by the one story that shows them at the table. */
    @Test
    void the_negotiators_of_both_sides_have_one_role() {
        assertThat(stream(row("rounds", "abu-dhabi-2").get("participants"))
                        .filter(participant -> participant.get("role").asText().equals("HEAD"))
                        .map(participant -> participant.get("actor").asText()))
                .containsExactly("rustem-umerov", "igor-kostyukov");
    }

    @Test
    void the_exchange_of_157_prisoners_a_side_is_agreed() {
        List<JsonNode> found = rows("rounds").stream()
                .flatMap(round -> stream(round.path("outcomes")))
                .filter(outcome -> outcome.path("quantityPerSide").asInt() == 157)
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("kind").asText()).isEqualTo("PRISONER_EXCHANGE");
        assertThat(found.get(0).get("status").asText()).isEqualTo("AGREED");
    }

    @Test
    void no_outcome_is_reported_as_carried_out() {
        List<String> statuses = new ArrayList<>();
        rows("rounds").forEach(round -> stream(round.path("outcomes"))
                .forEach(outcome -> statuses.add(outcome.get("status").asText())));
        assertThat(statuses).isNotEmpty().doesNotContain("EXECUTED");
    }

    /** 314 in all is arithmetic that no story does. */
    @Test
    void the_figure_of_the_exchange_is_157_and_no_sum() {
        assertThat(rows("figures").stream()
                        .filter(row -> row.path("about").asText().equals("outcome/prisoner-exchange-157"))
                        .map(row -> row.get("value").asInt()))
                .containsExactly(157);
        assertThat(rows("figures")).noneMatch(row -> row.path("value").asInt() == 314);
    }

    @Test
    void numbers_that_the_stories_give_in_words_only_have_no_value() {
        assertThat(rows("figures").stream().filter(row -> !row.has("value")).map(row -> row.get("wording")
                        .asText()))
                .hasSize(4)
                .allMatch(wording -> wording.matches(".*(thousands|millions|four|fourth).*"));
    }

    @Test
    void the_french_channel_and_the_american_official_stay_unnamed() {
        assertThat(rows("statements").stream()
                        .map(row -> row.path("channel").asText())
                        .filter(channel -> channel.contains("French")))
                .containsExactly("interview on French television");
        assertThat(row("actors", "unnamed-us-official").get("name").asText()).isEqualTo("Unnamed US official");
    }
}
