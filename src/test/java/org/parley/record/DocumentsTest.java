package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.parley.Ask.ask;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is quoted is proved by the texts of the sources, where they are given. */
@QuarkusTest
class DocumentsTest {
    private static final Path FERRY = Path.of("src/test/resources/seed-small");
    private static final String HERALD = "evening-herald.txt";
    private static final String WORDS = "The ferry will sail, whoever owns the pier.";

    /** Seven lines, the second and the fourth of them blank. */
    private static final String TEXT =
            """
            Ferry to sail again

            Both sides came to the ferry house on Tuesday.

            “The ferry will sail, whoever owns the pier.” So said Ilse Marten.
            “Ferries – all of them –
            belong to the sea,” she went on.
            """;

    private static final String FOUND =
            "{ statement(id: \"marten-ferry-will-sail\") { quote renderings { verbatim verified } } }";

    @Inject
    Seeder seeder;

    @TempDir
    Path folder;

    private Path seed;
    private Path texts;

    @BeforeEach
    void copy() throws IOException {
        seed = Files.createDirectory(folder.resolve("seed"));
        texts = Files.createDirectory(folder.resolve("texts"));
        try (Stream<Path> files = Files.list(FERRY)) {
            for (Path file : files.toList()) {
                Files.write(seed.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        Files.writeString(texts.resolve(HERALD), TEXT);
        Files.writeString(texts.resolve("harbour-gazette.txt"), "The boat goes again.\n");
    }

    @AfterEach
    void load_the_built_in_record_again() {
        seeder.load(Optional.empty());
    }

    private void quote(String words, String locator) throws IOException {
        String json = new String(JsonStringEncoder.getInstance().quoteAsString(words));
        replace("statements.json", WORDS, json);
        replace("statements.json", "\"locator\": \"paragraph 2\"", "\"locator\": \"" + locator + '"');
    }

    private void replace(String file, String old, String by) throws IOException {
        Path path = seed.resolve(file);
        assertThat(Files.readString(path)).contains(old);
        Files.writeString(path, Files.readString(path).replace(old, by));
    }

    private boolean load() {
        return seeder.load(Optional.of(seed), Optional.of(texts)).isNew();
    }

    private List<String> faults() {
        Throwable refusal = catchThrowable(this::load);
        assertThat(refusal).isInstanceOf(InvalidRecord.class);
        return refusal.getMessage().lines().skip(1).map(String::strip).toList();
    }

    private void isProved() {
        load();
        ask(FOUND).answersInOrder("statement.renderings.verified", true, null);
    }

    // --- Proved, or not
    // -----------------------------------------------------------------------------------------------

    static Stream<Arguments> proved() {
        return Stream.of(
                Arguments.of(WORDS, "line 5"),
                Arguments.of(WORDS, "lines 5-6"),
                Arguments.of(WORDS, "lines 1, 5"),
                Arguments.of(WORDS, "paragraph 3"),
                Arguments.of(WORDS, "page 1, line 2"),
                Arguments.of("Ferries - all of them - belong to the sea,", "lines 6-7"),
                Arguments.of("Ferries — all of them — belong to the sea,", "lines 5-7"),
                Arguments.of("ferry", "headline"),
                Arguments.of("belong to the sea,", "line 7"));
    }

    @ParameterizedTest
    @MethodSource
    void proved(String words, String locator) throws IOException {
        quote(words, locator);
        isProved();
        ask(FOUND).answers("statement.quote", words);
    }

    static Stream<Arguments> notProved() {
        String inLine = "must stand word for word in ";
        return Stream.of(
                Arguments.of(WORDS, "line 3", inLine + "line 3 of " + HERALD + ", and stands in line 5"),
                Arguments.of(WORDS, "lines 1-4", inLine + "lines 1-4 of " + HERALD + ", and stands in line 5"),
                Arguments.of(
                        WORDS, "lines 1, 6-7", inLine + "line 1 or lines 6-7 of " + HERALD + ", and stands in line 5"),
                Arguments.of("the ferry will sail, whoever owns the pier.", "line 5", inLine + "line 5 of " + HERALD),
                Arguments.of("The ferry will sail whoever owns the pier.", "line 5", inLine + "line 5 of " + HERALD),
                Arguments.of("The ferry will sail, whoever own", "line 5", inLine + "line 5 of " + HERALD),
                Arguments.of("The ferry won't sail.", "paragraph 3", inLine + HERALD),
                Arguments.of("Ferries - all of them - belong to the sea,", "line 6", inLine + "line 6 of " + HERALD));
    }

    @ParameterizedTest
    @MethodSource
    void notProved(String words, String locator, String rule) throws IOException {
        quote(words, locator);
        assertThat(faults())
                .containsExactly("statements.json line 18, marten-ferry-will-sail renderings[1].wording: \"" + words
                        + "\": " + rule);
    }

    @ParameterizedTest
    @CsvSource({
        "line 8, 'must name lines of evening-herald.txt, which has 7'",
        "lines 5-8, 'must name lines of evening-herald.txt, which has 7'",
        "line 4, must name lines of evening-herald.txt that are not blank"
    })
    void lines_that_the_text_has_not(String locator, String rule) throws IOException {
        quote(WORDS, locator);
        replace("issues.json", "\"locator\": \"paragraph 1\"", "\"locator\": \"" + locator + '"');
        assertThat(faults())
                .containsExactly(
                        "issues.json line 9, ferry citations[1].locator: \"" + locator + "\": " + rule,
                        "statements.json line 16, marten-ferry-will-sail renderings[1].locator: \"" + locator + "\": "
                                + rule);
    }

    /** Each further paragraph of a quotation is opened by a mark of its own, and none but the last is closed. */
    @Test
    void a_quotation_over_several_paragraphs() throws IOException {
        Files.writeString(texts.resolve(HERALD), "“It will sail.\n\n“The pier\ncan wait,” she said.\n");
        quote("It will sail. The pier can wait,", "lines 1-4");
        isProved();
    }

    @Test
    void without_texts_nothing_is_proved() throws IOException {
        quote("Nobody said this.", "line 700");
        seeder.load(Optional.of(seed));
        ask(FOUND).answersInOrder("statement.renderings.verified", null, null);
    }

    @Test
    void of_a_text_that_is_not_there_nothing_is_proved() throws IOException {
        quote("Nobody said this.", "line 700");
        Files.delete(texts.resolve(HERALD));
        load();
        ask(FOUND).answersInOrder("statement.renderings.verified", null, null);
    }

    @Test
    void of_a_source_without_a_document_nothing_is_proved() throws IOException {
        quote("Nobody said this.", "line 700");
        replace("sources.json", ",\n    \"document\": \"" + HERALD + '"', "");
        load();
        ask(FOUND).answersInOrder("statement.renderings.verified", null, null);
    }

    @Test
    void the_built_in_record_by_texts_that_do_not_hold_its_words() throws IOException {
        for (var source : SeedData.rows("sources")) {
            Files.writeString(texts.resolve(source.get("document").asText()), "Line.\n".repeat(80));
        }
        Throwable refusal = catchThrowable(() -> seeder.load(Optional.empty(), Optional.of(texts)));
        assertThat(refusal).isInstanceOf(InvalidRecord.class);
        assertThat(refusal.getMessage().lines().skip(1))
                .hasSizeGreaterThan(20)
                .allMatch(fault -> fault.contains("wording: ") && fault.contains("must stand word for word in line"));
    }

    /** StoriesTest finds the words in its own way; both must come to the same. */
    @Test
    @EnabledIf(
            value = "org.parley.record.StoriesTest#storiesAreGiven",
            disabledReason = "no stories: name their folder with -Dparley.stories=DIR")
    void every_verbatim_wording_of_the_built_in_record_is_proved_by_the_stories() {
        seeder.load(Optional.empty(), Optional.of(Path.of(System.getProperty("stories.directory"))));
        List<List<Boolean>> verbatim = ask("{ statements(first: 100) { nodes { renderings { verbatim } } } }")
                .at("statements.nodes.renderings.verbatim");
        List<List<Boolean>> verified = ask("{ statements(first: 100) { nodes { renderings { verified } } } }")
                .at("statements.nodes.renderings.verified");
        assertThat(verbatim.stream().flatMap(List::stream).filter(each -> each)).hasSizeGreaterThan(20);
        assertThat(verified.stream()
                        .flatMap(List::stream)
                        .map(Boolean.TRUE::equals)
                        .toList())
                .isEqualTo(verbatim.stream().flatMap(List::stream).toList());
    }

    // --- When a load is due
    // -------------------------------------------------------------------------------------------

    @Test
    void a_changed_text_is_a_changed_record() throws IOException {
        quote(WORDS, "line 5");
        assertThat(load()).isTrue();
        assertThat(load()).isFalse();
        Files.writeString(texts.resolve(HERALD), TEXT.replace("Tuesday", "Monday"));
        assertThat(load()).isTrue();
        assertThat(load()).isFalse();
        Files.writeString(texts.resolve(HERALD), TEXT.replace("pier", "quay"));
        assertThat(faults()).hasSize(1);
        Files.writeString(texts.resolve(HERALD), TEXT.replace("Tuesday", "Monday"));
        assertThat(load()).as("the record is as it was").isFalse();
    }

    @Test
    void a_text_that_comes_or_goes_is_a_change_and_any_other_file_is_none() throws IOException {
        quote(WORDS, "line 5");
        load();
        Files.delete(texts.resolve("harbour-gazette.txt"));
        assertThat(load()).isTrue();
        Files.writeString(texts.resolve("notes.txt"), "Ours.");
        assertThat(load()).isFalse();
        Files.writeString(texts.resolve("harbour-gazette.txt"), "The boat goes again.\n");
        assertThat(load()).isTrue();
    }

    @Test
    void with_texts_and_without_them_are_two_records() throws IOException {
        quote(WORDS, "line 5");
        isProved();
        assertThat(seeder.load(Optional.of(seed)).isNew()).isTrue();
        ask(FOUND).answersInOrder("statement.renderings.verified", null, null);
        isProved();
    }

    // --- Files
    // --------------------------------------------------------------------------------------------------------

    @Test
    void a_folder_that_is_missing() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(catchThrowable(() -> seeder.load(Optional.of(seed), Optional.of(nowhere))))
                .isInstanceOf(InvalidRecord.class)
                .hasMessage("The seed in " + seed + " has 1 fault and was not loaded:\n"
                        + "  parley.documents.directory must name a folder that exists");
    }

    @Test
    void a_folder_of_other_texts() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("notes.txt"), TEXT);
        assertThat(catchThrowable(() -> seeder.load(Optional.of(seed), Optional.of(others))))
                .isInstanceOf(InvalidRecord.class)
                .hasMessage("The seed in " + seed + " has 1 fault and was not loaded:\n"
                        + "  parley.documents.directory must name a folder with the documents of sources.json, and "
                        + others
                        + " holds none of them");
    }

    @ParameterizedTest
    @CsvSource({"../secret.txt", "/etc/hostname", "../texts/evening-herald.txt"})
    void nothing_outside_of_the_folder_is_read(String way) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        replace("sources.json", '"' + HERALD + '"', '"' + way + '"');
        assertThat(faults())
                .containsExactly("sources.json line 11, evening-herald document: \"" + way
                        + "\": must be the name of a file, without folders");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(StandardCharsets.UTF_8, ""),
                Arguments.of(StandardCharsets.UTF_8, "\ufeff"),
                Arguments.of(StandardCharsets.UTF_16LE, "\ufeff"),
                Arguments.of(StandardCharsets.UTF_16BE, "\ufeff"));
    }

    @ParameterizedTest
    @MethodSource
    void encodings(Charset charset, String mark) throws IOException {
        Files.write(texts.resolve(HERALD), (mark + TEXT).getBytes(charset));
        quote("Ferry to sail again", "line 1");
        isProved();
    }

    @ParameterizedTest
    @CsvSource({"'\r\n'", "'\r'"})
    void line_ends(String end) throws IOException {
        Files.writeString(texts.resolve(HERALD), TEXT.replace("\n", end));
        quote(WORDS, "line 5");
        isProved();
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1, é", "UTF-16LE, a"})
    void a_text_in_another_encoding(String charset, String start) throws IOException {
        Files.write(texts.resolve(HERALD), (start + '\u00e9' + TEXT.replaceAll("[“”–]", "-")).getBytes(charset));
        quote(WORDS, "line 5");
        assertThat(faults())
                .containsExactly(
                        HERALD + ": must be a text in UTF-8, so that quotations can be checked, or not be in " + texts);
    }

    @Test
    void a_text_that_is_too_large() throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(texts.resolve(HERALD), StandardOpenOption.WRITE)) {
            file.position(SourceDocuments.LARGEST);
            file.write(ByteBuffer.wrap(new byte[] {'.'}));
        }
        quote(WORDS, "line 5");
        assertThat(faults()).containsExactly(unusable());
    }

    @Test
    void a_folder_in_the_place_of_a_text() throws IOException {
        Files.delete(texts.resolve(HERALD));
        Files.createDirectory(texts.resolve(HERALD));
        assertThat(faults()).containsExactly(unusable());
    }

    @Test
    void a_link_to_nothing_in_the_place_of_a_text() throws IOException {
        Files.delete(texts.resolve(HERALD));
        Files.createSymbolicLink(texts.resolve(HERALD), texts.resolve("nowhere.txt"));
        assertThat(faults()).containsExactly(unusable());
    }

    private String unusable() {
        return HERALD + ": must be a file of at most 16777216 bytes that Parley is allowed to read, or not be in "
                + texts;
    }

    /** So that a folder that is watched is loaded anew when a text has changed. */
    @Test
    void a_changed_document_is_another_state_of_the_folder() throws IOException {
        String before = seeder.state(seed, Optional.of(texts));
        assertThat(seeder.state(seed, Optional.of(texts))).isEqualTo(before);
        Files.writeString(texts.resolve(HERALD), TEXT + "\nCorrected.\n");
        assertThat(seeder.state(seed, Optional.of(texts))).isNotEqualTo(before);
        assertThat(seeder.state(seed, Optional.empty())).isEqualTo(before.split("\n\n")[0]);
    }
}
