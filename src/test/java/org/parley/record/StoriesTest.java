package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.record.SeedData.objects;
import static org.parley.record.SeedData.rows;
import static org.parley.record.SeedData.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.parley.AnyDatabase;

/**
 * The record against the stories themselves: what is quoted stands there, and what is not quoted is not copied.
 *
 * <p>The stories belong to their publishers and are not in the repository: {@code -Dparley.stories=DIR} names a folder that
 * holds them under the names that {@code sources.json} gives as {@code document}.
 */
@AnyDatabase
@EnabledIf(value = "storiesAreGiven", disabledReason = "no stories: name their folder with -Dparley.stories=DIR")
class StoriesTest {
    private static final Pattern LOCATOR = Pattern.compile("lines? (\\d+)(?:-(\\d+))?");
    private static final int COPIED = 6;

    /** Names and titles are taken over as they are printed, and so is the place at the head of a story. */
    private static final Set<String> PRINTED = Set.of("text", "name", "title", "dateline");

    /** No prose: ids, dates, constants and places in a document. */
    private static final Set<String> TOKENS = Set.of("id", "document", "locator", "about");

    private final Map<String, List<String>> linesBySource = readStories();

    static boolean storiesAreGiven() {
        return !System.getProperty("stories.directory", "").isBlank();
    }

    @Test
    void every_story_of_the_record_is_read() {
        assertThat(linesBySource).hasSize(5);
        assertThat(linesBySource.values()).allMatch(lines -> lines.size() >= 8);
    }

    @Test
    void every_locator_names_lines_that_have_text() {
        List<SeedData.Place> located = objects().stream()
                .filter(object -> object.json().has("locator"))
                .toList();
        assertThat(located).hasSizeGreaterThan(300).allSatisfy(object -> assertThat(cited(object.json()))
                .as(object.toString())
                .isNotEmpty()
                .noneMatch(String::isBlank));
    }

    @Test
    void every_verbatim_wording_stands_in_the_lines_that_it_cites() {
        assertThat(verbatimRenderings()).hasSizeGreaterThan(20).allSatisfy(rendering -> assertThat(
                        normalised(String.join(" ", cited(rendering))))
                .contains(normalised(rendering.get("wording").asText())));
    }

    @Test
    void every_verbatim_wording_stands_between_quotation_marks() {
        Pattern quoted = Pattern.compile("\"([^\"]*)\"");
        assertThat(verbatimRenderings())
                .allSatisfy(rendering -> assertThat(quoted.matcher(normalised(String.join(" ", cited(rendering))))
                                .results()
                                .map(found -> found.group(1)))
                        .anyMatch(words -> words.contains(
                                normalised(rendering.get("wording").asText()))));
    }

    /** A quotation that opens its line, or follows a comma, is a sentence of its own; any other is a part of the story's. */
    @Test
    void a_statement_is_verbatim_if_its_quotation_is_no_part_of_a_sentence_of_the_story() {
        assertThat(rows("statements").stream().filter(row -> row.has("quote"))).allSatisfy(row -> {
            String line = stream(row.get("renderings"))
                    .filter(rendering -> rendering.get("verbatim").asBoolean()
                            && rendering.get("wording").equals(row.get("quote")))
                    .map(rendering -> normalised(String.join(" ", cited(rendering))))
                    .findFirst()
                    .orElseThrow();
            String before = line.substring(
                            0, line.indexOf('"' + normalised(row.get("quote").asText())))
                    .strip();
            assertThat(row.get("kind").asText())
                    .as(row.get("id") + " after: " + before)
                    .isEqualTo(before.isEmpty() || before.endsWith(",") ? "VERBATIM" : "PARTIAL");
        });
    }

    @Test
    void every_title_of_a_person_is_printed_so_in_each_line_that_it_cites() {
        assertThat(objects().stream()
                        .filter(object -> object.key().equals("affiliations")
                                && object.json().has("title")))
                .hasSizeGreaterThan(20)
                .allSatisfy(object -> assertThat(stream(object.json().get("citations")))
                        .allSatisfy(citation -> assertThat(normalised(String.join(" ", cited(citation))))
                                .contains(object.json().get("title").asText())));
    }

    /** Would for could, or must for may, is another claim. */
    @Test
    void every_could_and_would_of_ours_stands_in_a_line_that_it_cites() {
        Pattern modal = Pattern.compile("\\b(could|would|may|might|must|should)\\b");
        Stream<Map.Entry<String, List<JsonNode>>> renderings = Stream.of(
                        entries("statements", "renderings"), entries("positions", "wordings"))
                .flatMap(each -> each)
                .filter(each -> !each.getValue().get(0).path("verbatim").asBoolean());
        Stream<Map.Entry<String, List<JsonNode>>> summaries = Stream.of(
                        rows("statements").stream().map(row -> text(row, "summary", "renderings")),
                        rows("positions").stream().map(row -> text(row, "summary", "wordings")),
                        rows("assertions").stream().map(row -> text(row, "summary", "citations")),
                        rows("incidents").stream().map(row -> text(row, "summary", "citations")),
                        rows("disagreements").stream()
                                .flatMap(row -> stream(row.get("versions")))
                                .map(version -> text(version, "reading", "citations")))
                .flatMap(each -> each);
        assertThat(Stream.concat(renderings, summaries)).hasSizeGreaterThan(200).allSatisfy(text -> {
            String lines = text.getValue().stream()
                    .flatMap(citation -> cited(citation).stream())
                    .collect(Collectors.joining(" "));
            assertThat(modal.matcher(text.getKey()).results().map(found -> found.group(1)))
                    .as(text.getKey())
                    .allMatch(word ->
                            Pattern.compile("\\b" + word + "\\b").matcher(lines).find());
        });
    }

    private static Map.Entry<String, List<JsonNode>> text(JsonNode row, String key, String citations) {
        return Map.entry(row.get(key).asText(), SeedData.list(row.get(citations)));
    }

    private static Stream<Map.Entry<String, List<JsonNode>>> entries(String file, String key) {
        return rows(file).stream()
                .flatMap(row -> stream(row.get(key)))
                .map(entry -> Map.entry(entry.get("wording").asText(), List.of(entry)));
    }

    @Test
    void every_quote_stands_in_a_line_that_the_statement_cites() {
        List<JsonNode> quoting =
                rows("statements").stream().filter(row -> row.has("quote")).toList();
        assertThat(quoting).hasSizeGreaterThan(20).allSatisfy(row -> assertThat(
                        stream(row.get("renderings")).map(rendering -> normalised(String.join(" ", cited(rendering)))))
                .anyMatch(lines -> lines.contains(normalised(row.get("quote").asText()))));
    }

    @Test
    void every_headline_is_printed_in_its_story() {
        assertThat(rows("sources").stream().filter(row -> row.has("title")))
                .hasSize(2)
                .allSatisfy(row -> assertThat(linesBySource.get(row.get("id").asText()))
                        .contains(row.get("title").asText()));
    }

    /** The name as the story spells it: Kiev, Zelensky, Lugansk. */
    @Test
    void every_form_of_a_name_stands_in_the_stories_that_are_said_to_use_it() {
        assertThat(objects().stream().filter(object -> object.key().equals("names")))
                .allSatisfy(object -> SeedData.texts(object.json().path("sources"))
                        .forEach(source -> assertThat(normalised(String.join(" ", linesBySource.get(source))))
                                .as(object + " in " + source)
                                .containsIgnoringCase(
                                        normalised(object.json().get("text").asText()))));
    }

    /** A weekday is what most of the dates rest on. */
    @Test
    void every_date_that_rests_on_a_weekday_falls_on_one_that_a_cited_line_names() {
        List<JsonNode> anchored = new ArrayList<>();
        for (String file : List.of("statements", "figures", "incidents", "rounds")) {
            rows(file).stream()
                    .filter(row -> Set.of("WEEKDAY_ANCHORED", "ANCHORED_BY_OTHER_SOURCE")
                            .contains(row.get("dateBasis").asText()))
                    .forEach(anchored::add);
        }
        assertThat(anchored).hasSizeGreaterThan(10).allSatisfy(row -> {
            String date = Stream.of("date", "start", "claimedOn")
                    .filter(row::has)
                    .map(key -> row.get(key).asText())
                    .findFirst()
                    .orElseThrow();
            String weekday = LocalDate.parse(date).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            assertThat(sources(row).stream().map(source -> String.join(" ", linesBySource.get(source))))
                    .as(row.get("id") + " on a " + weekday)
                    .anyMatch(story -> story.contains(weekday));
        });
    }

    @Test
    void words_that_our_own_text_puts_in_quotation_marks_stand_in_a_story() {
        Pattern quoted = Pattern.compile("\"([^\"]+)\"");
        List<String> words = ownTexts()
                .flatMap(text -> quoted.matcher(text.getValue()).results().map(found -> found.group(1)))
                .toList();
        String stories =
                normalised(linesBySource.values().stream().flatMap(List::stream).collect(Collectors.joining(" ")));
        assertThat(words).isNotEmpty().allSatisfy(word -> assertThat(stories).containsIgnoringCase(normalised(word)));
    }

    @Test
    void no_text_of_our_own_shares_six_words_in_a_row_with_a_story() {
        Map<String, String> sourceByRun = new HashMap<>();
        linesBySource.forEach(
                (source, lines) -> runs(String.join(" ", lines)).forEach(run -> sourceByRun.putIfAbsent(run, source)));
        assertThat(ownTexts().flatMap(text -> runs(text.getValue()).stream()
                        .filter(sourceByRun::containsKey)
                        .map(run -> text.getKey() + " copies \"" + run + "\" from " + sourceByRun.get(run))))
                .isEmpty();
    }

    /** Every text but names, titles, verbatim words, and what is no prose. */
    private static Stream<Map.Entry<SeedData.Place, String>> ownTexts() {
        return SeedData.allTexts().filter(text -> {
            SeedData.Place at = text.getKey();
            boolean printed = PRINTED.contains(at.key())
                    && Set.of("sources", "actors", "places").contains(at.file());
            boolean verbatim = at.key().equals("quote")
                    || at.key().equals("wording") && at.json().path("verbatim").asBoolean();
            return !printed && !verbatim && !TOKENS.contains(at.key());
        });
    }

    private static List<JsonNode> verbatimRenderings() {
        return rows("statements").stream()
                .flatMap(row -> stream(row.get("renderings")))
                .filter(rendering -> rendering.get("verbatim").asBoolean())
                .toList();
    }

    private List<String> cited(JsonNode citation) {
        Matcher locator = LOCATOR.matcher(citation.get("locator").asText());
        assertThat(locator.matches()).as(citation.toString()).isTrue();
        int first = Integer.parseInt(locator.group(1));
        int last = locator.group(2) == null ? first : Integer.parseInt(locator.group(2));
        List<String> lines = linesBySource.get(citation.get("source").asText());
        assertThat(first).as(citation.toString()).isPositive().isLessThanOrEqualTo(last);
        assertThat(last).as(citation.toString()).isLessThanOrEqualTo(lines.size());
        return lines.subList(first - 1, last).stream()
                .filter(line -> first == last || !line.isBlank())
                .toList();
    }

    private static Set<String> sources(JsonNode row) {
        return row.findValuesAsText("source").stream().collect(Collectors.toSet());
    }

    private static String normalised(String text) {
        return text.replaceAll("[‘’´`]", "'")
                .replaceAll("[“”]", "\"")
                .replaceAll("[‐‑‒–—]", "-")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Each six words in a row, without case and punctuation. */
    private static Set<String> runs(String text) {
        List<String> words = Arrays.stream(normalised(text)
                        .replace("'", "")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return IntStream.rangeClosed(0, words.size() - COPIED)
                .mapToObj(i -> String.join(" ", words.subList(i, i + COPIED)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, List<String>> readStories() {
        Path folder = Path.of(System.getProperty("stories.directory"));
        Map<String, List<String>> stories = new HashMap<>();
        rows("sources").forEach(row -> {
            try {
                stories.put(
                        row.get("id").asText(),
                        Files.readAllLines(folder.resolve(row.get("document").asText())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return stories;
    }
}
