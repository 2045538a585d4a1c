package org.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.graph.Sha256;

/** The journal as a file: what is written is read again, and what is not as it was written is told. */
@AnyDatabase
class JournalTest {
    private static final String BASE = Sha256.of("the base");
    private static final Instant BEGAN = Instant.parse("2026-11-30T12:00:00.000Z");

    @TempDir
    Path home;

    private final List<String> told = new ArrayList<>();
    private final Logger log = Logger.getLogger(Journal.class.getName());
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private Path record;
    private Path file;

    @BeforeEach
    void choose() {
        log.addHandler(listening);
        log.setUseParentHandlers(false);
        record = home.resolve("record");
        file = record.resolve("changes.ndjson");
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(listening);
        log.setUseParentHandlers(true);
    }

    // --- What is written is read again

    @Test
    void a_new_journal_has_one_line_and_no_change() throws IOException {
        assertThat(Journal.isIn(record)).isFalse();
        try (Journal journal = Journal.create(record, BASE, BEGAN)) {
            assertThat(Journal.isIn(record)).isTrue();
            assertThat(journal.base()).isEqualTo(BASE);
            assertThat(journal.number()).isZero();
            assertThat(journal.bytes()).isEqualTo(Files.size(file));
            assertThat(Files.readString(file))
                    .isEqualTo("{\"parley\":1,\"base\":\"" + BASE + "\",\"at\":\"2026-11-30T12:00:00Z\",\"sum\":\""
                            + journal.sum() + "\"}\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"rwxr-x---, rwx------, rw-------", "rwxrwxrwx, rwxrwx---, rw-rw----"})
    void its_owner_can_read_it_and_the_group_that_may_write_to_the_data_folder(String data, String folder, String files)
            throws IOException {
        Files.createDirectories(record.getParent());
        Files.setPosixFilePermissions(record.getParent(), PosixFilePermissions.fromString(data));
        Journal.create(record, BASE, BEGAN).close();
        assertThat(permissions(record)).isEqualTo(folder);
        try (Stream<Path> all = Files.list(record)) {
            assertThat(all).isNotEmpty().allSatisfy(each -> assertThat(permissions(each))
                    .isEqualTo(files));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_second_journal_does_not_take_the_place_of_the_first() {
        Journal.create(record, BASE, BEGAN).close();
        assertThatThrownBy(() -> Journal.create(record, BASE, BEGAN))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("can't be made");
    }

    @Test
    void what_is_appended_is_read_again() {
        List<JournalEntry> entries = List.of(
                new JournalEntry(
                        1,
                        BEGAN,
                        "maria",
                        "EDIT",
                        "a correction",
                        "key-1",
                        Sha256.of("a"),
                        null,
                        List.of(
                                new JournalEdit("statement/x", "CORRECT", "{\"id\":\"x\",\"quote\":\"no\"}"),
                                new JournalEdit("figure/y", "RETRACT", null))),
                new JournalEntry(2, BEGAN.plusMillis(1), null, "BASE", "", null, null, null, List.of()),
                new JournalEntry(3, BEGAN.plusMillis(2), "rose", "REJECT", "no", null, null, 12L, List.of()));
        String sum;
        long bytes;
        try (Journal journal = Journal.create(record, BASE, BEGAN)) {
            entries.forEach(journal::append);
            sum = journal.sum();
            bytes = journal.bytes();
        }
        List<JournalEntry> read = new ArrayList<>();
        try (Journal journal = Journal.open(record, read::add)) {
            assertThat(read).isEqualTo(entries);
            assertThat(journal.base()).isEqualTo(BASE);
            assertThat(journal.number()).isEqualTo(3);
            assertThat(journal.sum()).isEqualTo(sum);
            assertThat(journal.bytes()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Умєров \"said\" \\ no\n\tand\r\n/ left",
                "الدوحة 中文 😀",
                "\u0000\u0001\u001f\u007f\u0085\u2028\u2029\ufeff\uffff",
                "a half pair \ud83d and \ude00 another",
                "\\u0041 \\n {\"a\":[",
            })
    void every_text_survives_as_summary_and_in_a_row(String text) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode row = mapper.createObjectNode().put("quote", text).put(text.replaceAll("\\p{Cs}", ""), 1);
        JournalEntry entry = new JournalEntry(
                1,
                BEGAN,
                text,
                "EDIT",
                text,
                text,
                null,
                null,
                List.of(new JournalEdit(text, "CREATE", row.toString())));
        try (Journal journal = Journal.create(record, BASE, BEGAN)) {
            journal.append(entry);
        }
        JournalEntry read = entries().get(0);
        assertThat(read.summary()).isEqualTo(text);
        assertThat(read.by()).isEqualTo(text);
        assertThat(read.key()).isEqualTo(text);
        assertThat(read.edits().get(0).id()).isEqualTo(text);
        assertThat(mapper.readTree(read.edits().get(0).row())).isEqualTo(row);
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    /** Numbers keep their digits; the order of the keys is that of the row. */
    @Test
    void a_row_becomes_compact_and_is_otherwise_as_it_was_given() {
        String given = " { \"z\" : [ 1.10, -0, 1e400, 12345678901234567890123 ] ,\n \"a\": {\"b\": null, \"c\":true},"
                + " \"\\u0041\": \"\\u00e9\\/\" } ";
        String compact = "{\"z\":[1.10,-0,1e400,12345678901234567890123],\"a\":{\"b\":null,\"c\":true},\"A\":\"é/\"}";
        append(given);
        assertThat(entries().get(0).edits().get(0).row()).isEqualTo(compact);
    }

    @Test
    void a_compact_row_is_given_back_byte_for_byte_however_often_it_is_written() {
        String compact = "{\"id\":\"x\",\"note\":\"a\\nb\",\"list\":[],\"object\":{}}";
        append(compact);
        String once = entries().get(0).edits().get(0).row();
        assertThat(once).isEqualTo(compact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "[]", "{", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{a:1}", "null"})
    void a_row_that_is_no_object_is_refused_and_nothing_is_written(String row) {
        assertThatThrownBy(() -> append(row)).isInstanceOf(IllegalArgumentException.class);
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_row_that_could_not_be_read_again_is_refused_and_nothing_is_written() {
        String deep = "[".repeat(999) + "]".repeat(999);
        assertThatThrownBy(() -> append("{\"a\":" + deep + "}")).isInstanceOf(IllegalArgumentException.class);
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_number_that_does_not_follow_is_refused() {
        try (Journal journal = Journal.create(record, BASE, BEGAN)) {
            assertThatThrownBy(() -> journal.append(entry(2, "{}")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must have the number 1, not 2");
        }
    }

    @Test
    void a_line_longer_than_any_buffer_is_read_again() {
        String long1 = "{\"a\":\"" + "é".repeat(300_000) + "\"}";
        append(long1);
        assertThat(entries().get(0).edits().get(0).row()).isEqualTo(long1);
    }

    @Test
    void no_two_changes_have_one_moment() {
        try (Journal journal = Journal.create(record, BASE, BEGAN)) {
            Instant now = Instant.parse("2026-12-01T00:00:00.123456Z");
            assertThat(journal.momentAfterLast(now)).isEqualTo(Instant.parse("2026-12-01T00:00:00.123Z"));
            journal.append(
                    new JournalEntry(1, journal.momentAfterLast(now), null, "EDIT", "", null, null, null, List.of()));
            assertThat(journal.momentAfterLast(now)).isEqualTo(Instant.parse("2026-12-01T00:00:00.124Z"));
            assertThat(journal.momentAfterLast(now.minusSeconds(60)))
                    .isEqualTo(Instant.parse("2026-12-01T00:00:00.124Z"));
        }
    }

    // --- A row can be erased

    @Test
    void an_erased_row_is_null_and_the_sums_still_hold() throws IOException {
        write(3);
        String lines = Files.readString(file);
        String row = "{\"id\":\"x\",\"value\":2}";
        assertThat(lines).contains("\"row\":" + row);
        Files.writeString(file, lines.replace("\"row\":" + row, "\"row\":null"));
        assertThat(entries()).extracting(entry -> entry.edits().get(0).row()).containsExactly(row(1), null, row(3));
        assertThat(Journal.verify(record).fault()).isNull();
    }

    // --- A last line that was not written completely

    @Test
    void a_journal_that_is_cut_anywhere_in_its_last_three_lines_opens_with_the_whole_lines_before() throws IOException {
        byte[] whole = write(5);
        int from = whole.length;
        for (int lines = 0; lines <= 3; from--) {
            lines += whole[from - 1] == '\n' ? 1 : 0;
        }
        for (int length = from + 1; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            int end = new String(cut, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
            long changes =
                    new String(cut, 0, end, StandardCharsets.ISO_8859_1).lines().count() - 1;
            Files.write(file, cut);
            Files.deleteIfExists(record.resolve("changes.torn"));

            Journal.Report report = Journal.verify(record);
            assertThat(report).isEqualTo(new Journal.Report(changes + 1, changes, end, BASE, null, length - end));
            assertThat(Files.readAllBytes(file)).as("unchanged by verify").isEqualTo(cut);

            List<JournalEntry> read = new ArrayList<>();
            try (Journal journal = Journal.open(record, read::add)) {
                assertThat(journal.number()).isEqualTo(changes);
                assertThat(journal.bytes()).isEqualTo(end);
            }
            assertThat(read).hasSize((int) changes);
            assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(whole, end));
            if (end == length) {
                assertThat(record.resolve("changes.torn")).doesNotExist();
            } else {
                assertThat(record.resolve("changes.torn")).hasBinaryContent(Arrays.copyOfRange(cut, end, length));
            }
        }
    }

    @Test
    void after_a_cut_the_next_change_follows_the_last_whole_one() throws IOException {
        byte[] whole = write(3);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        try (Journal journal = Journal.open(record, entry -> {})) {
            assertThat(journal.number()).isEqualTo(2);
            assertThat(told).hasSize(1).first().asString().startsWith("WARN").contains("was cut");
            journal.append(entry(3, row(3)));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void a_journal_without_a_first_line_is_damaged() throws IOException {
        byte[] whole = write(0);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Journal.open(record, entry -> {}))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessage("line 1 of " + file + " is damaged: it is not complete");
            assertThat(Journal.verify(record).fault()).contains("line 1 of ");
        }
        assertThat(record.resolve("changes.torn")).doesNotExist();
    }

    // --- A line that is not as it was written

    /** The newline too: then two lines are one. */
    @Test
    void a_flipped_bit_is_found_in_every_byte_of_every_line_but_the_newline_of_the_last() throws IOException {
        byte[] whole = write(3);
        int line = 1;
        for (int i = 0; i < whole.length - 1; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            Files.write(file, flipped);
            String fault = Journal.verify(record).fault();
            assertThat(fault).as("byte " + i).startsWith("line " + line + " of " + file + " is damaged: ");
            line += whole[i] == '\n' ? 1 : 0;
        }
    }

    @Test
    void a_damaged_line_is_never_cut_not_even_the_last() throws IOException {
        byte[] whole = write(3);
        byte[] flipped = whole.clone();
        flipped[whole.length - 10] ^= 1;
        Files.write(file, flipped);
        assertThatThrownBy(() -> Journal.open(record, entry -> {}))
                .isInstanceOf(JournalDamaged.class)
                .hasMessage("line 4 of " + file + " is damaged: its sum is not that of its content");
        assertThat(Files.readAllBytes(file)).isEqualTo(flipped);
        Files.write(file, whole);
        assertThat(entries()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 4 | line 3 of FILE is damaged: its number is 3, not 2",
                "1 3 2 4 | line 2 of FILE is damaged: its number is 2, not 1",
                "1 2 2 | line 3 of FILE is damaged: its number is 1, not 2",
                "2 3 | line 1 of FILE is damaged: it is not the first line of a journal",
                "1 1 | line 2 of FILE is damaged: it is not a line of a journal",
            })
    void lines_that_are_missing_moved_or_doubled_are_found(String order, String sentence) throws IOException {
        write(3);
        List<String> lines = Files.readAllLines(file);
        StringBuilder other = new StringBuilder();
        for (String number : order.split(" ")) {
            other.append(lines.get(Integer.parseInt(number) - 1)).append('\n');
        }
        Files.writeString(file, other);
        assertThat(Journal.verify(record).fault()).isEqualTo(sentence.replace("FILE", file.toString()));
        assertThatThrownBy(() -> Journal.open(record, entry -> {})).isInstanceOf(JournalDamaged.class);
    }

    @Test
    void a_line_of_another_journal_is_found() throws IOException {
        byte[] mine = write(2);
        Path other = home.resolve("other");
        try (Journal journal = Journal.create(other, Sha256.of("another base"), BEGAN)) {
            journal.append(entry(1, row(1)));
            journal.append(entry(2, row(2)));
        }
        String last = Files.readAllLines(other.resolve("changes.ndjson")).get(2);
        String first = new String(mine, StandardCharsets.UTF_8);
        Files.writeString(file, first.substring(0, first.lastIndexOf("{\"n\":2")) + last + "\n");
        assertThat(Journal.verify(record).fault())
                .isEqualTo("line 3 of " + file + " is damaged: it does not follow the line before it");
    }

    @Test
    void a_row_that_was_altered_is_found_and_named() throws IOException {
        write(2);
        Files.writeString(file, Files.readString(file).replace("\"value\":1", "\"value\":9"));
        assertThat(Journal.verify(record).fault())
                .isEqualTo("line 2 of " + file + " is damaged: the row of figure/x is not the one that was written");
    }

    @Test
    void a_line_of_a_later_format_is_told() throws IOException {
        write(1);
        Files.writeString(file, Files.readString(file).replace("\"format\":1", "\"format\":2"));
        assertThat(Journal.verify(record).fault())
                .isEqualTo("line 2 of " + file + " is damaged: its format is 2, and this Parley reads only 1");
    }

    // --- One at a time

    @Test
    void a_second_opening_is_refused_until_the_first_is_closed() throws IOException {
        write(1);
        try (Journal journal = Journal.open(record, entry -> {})) {
            assertThatThrownBy(() -> Journal.open(record, entry -> {}))
                    .isInstanceOf(JournalInUse.class)
                    .hasMessage("The journal " + file + " is open already in this process.");
            assertThat(Journal.verify(record).number()).isEqualTo(1);
            journal.append(entry(2, row(2)));
        }
        assertThat(entries()).hasSize(2);
    }

    @Test
    void another_process_is_refused_while_it_is_open() throws Exception {
        write(1);
        try (Journal journal = Journal.open(record, entry -> {})) {
            Journal.verify(record);
            assertThatThrownBy(() -> Journal.open(record, entry -> {})).isInstanceOf(JournalInUse.class);
            assertThat(elsewhere()).contains("The journal " + file + " is in use by another process.");
            assertThat(journal.number()).isEqualTo(1);
        }
        assertThat(elsewhere()).contains("opened");
    }

    /** What another Java process says that opens the journal. */
    private String elsewhere() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        record.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** A program that opens a journal. */
    static final class Opening {
        public static void main(String... arguments) {
            try (Journal journal = Journal.open(Path.of(arguments[0]), entry -> {})) {
                System.out.println("opened " + journal.number());
            } catch (JournalInUse e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void a_journal_that_is_missing_can_not_be_opened() {
        assertThatThrownBy(() -> Journal.open(record, entry -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("changes.ndjson can't be opened");
        assertThatThrownBy(() -> Journal.verify(record)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_closed_journal_takes_no_change() {
        Journal journal = Journal.create(record, BASE, BEGAN);
        journal.close();
        assertThatThrownBy(() -> journal.append(entry(1, row(1))))
                .isInstanceOf(JournalHalted.class)
                .hasMessageContaining("is closed");
    }

    private static String row(long value) {
        return "{\"id\":\"x\",\"value\":" + value + "}";
    }

    private static JournalEntry entry(long number, String row) {
        return new JournalEntry(
                number,
                BEGAN.plusSeconds(number),
                "maria",
                "EDIT",
                "é",
                null,
                null,
                null,
                List.of(new JournalEdit("figure/x", "CORRECT", row)));
    }

    private void append(String row) {
        try (Journal journal = Journal.create(record, BASE, BEGAN)) {
            journal.append(entry(1, row));
        }
    }

    /** Writes so many changes, and returns the bytes of the file. */
    private byte[] write(int changes) throws IOException {
        try (Journal journal = Journal.create(record, BASE, BEGAN)) {
            for (int i = 1; i <= changes; i++) {
                journal.append(entry(i, row(i)));
            }
        }
        return Files.readAllBytes(file);
    }

    private List<JournalEntry> entries() {
        List<JournalEntry> read = new ArrayList<>();
        Journal.open(record, read::add).close();
        return read;
    }
}
