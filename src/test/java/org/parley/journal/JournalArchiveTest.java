package org.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** A backup is whole or absent, and what is restored is what was backed up. */
@AnyDatabase
class JournalArchiveTest {
    private static final String BASE = "0123456789abcdef".repeat(4);
    private static final Instant BEGAN = Instant.parse("2026-02-05T10:00:00Z");

    @TempDir
    Path home;

    private Path record;
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        record = home.resolve("record");
        file = home.resolve("backup.zip");
        Path base = Files.createDirectories(record.resolve("base-" + BASE.substring(0, 12)));
        Files.writeString(base.resolve("actors.json"), "[\n{\"id\":\"x\"}\n]\n");
        Journal.create(record, BASE, BEGAN).close();
        append(1, 2);
    }

    private void append(int first, int last) {
        List<JournalEntry> before = new ArrayList<>();
        try (Journal journal = Journal.open(record, before::add)) {
            for (int i = first; i <= last; i++) {
                journal.append(new JournalEntry(
                        i,
                        BEGAN.plusSeconds(i),
                        "maria",
                        "EDIT",
                        "why",
                        null,
                        null,
                        null,
                        List.of(new JournalEdit("actor/x", "CORRECT", "{\"id\":\"x\",\"name\":\"" + i + "\"}"))));
            }
        }
    }

    private static List<String> contents(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!each.getFileName().toString().endsWith(".lock")) {
                    found.add(folder.relativize(each) + ": " + Files.readString(each));
                }
            }
        }
        return found;
    }

    @Test
    void what_is_restored_is_what_was_backed_up() throws IOException {
        assertThat(JournalArchive.write(record, file)).isEqualTo(2);
        Path again = home.resolve("again");
        assertThat(JournalArchive.read(file, again)).isEqualTo(2);
        assertThat(contents(again)).isEqualTo(contents(record));
        assertThat(Files.getPosixFilePermissions(again)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_line_that_is_being_written_is_left_out() throws IOException {
        List<String> whole = contents(record);
        Files.writeString(record.resolve("changes.ndjson"), "{\"n\":3,", StandardOpenOption.APPEND);
        JournalArchive.write(record, file);
        Path again = home.resolve("again");
        JournalArchive.read(file, again);
        assertThat(contents(again)).isEqualTo(whole);
    }

    @Test
    void a_backup_is_made_while_the_journal_is_written() throws Exception {
        Thread writer = new Thread(() -> append(3, 400));
        writer.start();
        int made = 0;
        do {
            Path each = home.resolve("backup-" + made + ".zip");
            long last = JournalArchive.write(record, each);
            Path again = home.resolve("again-" + made++);
            assertThat(JournalArchive.read(each, again)).isEqualTo(last);
        } while (writer.isAlive());
        writer.join();
        assertThat(made).isPositive();
        assertThat(Journal.verify(record).number()).isEqualTo(400);
    }

    @Test
    void nothing_that_exists_is_overwritten() throws IOException {
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> JournalArchive.write(record, file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        Path other = home.resolve("other.zip");
        JournalArchive.write(record, other);
        assertThatThrownBy(() -> JournalArchive.read(other, record)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_damaged_journal_is_neither_backed_up_nor_restored() throws IOException {
        JournalArchive.write(record, file);
        Path journal = record.resolve("changes.ndjson");
        Files.writeString(journal, Files.readString(journal).replaceFirst("\"why\"", "\"who\""));
        Path other = home.resolve("other.zip");
        assertThatThrownBy(() -> JournalArchive.write(record, other)).isInstanceOf(JournalDamaged.class);
        assertThat(other).doesNotExist();
        Path bad = home.resolve("bad.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bad))) {
            zip.putNextEntry(new ZipEntry("changes.ndjson"));
            zip.write(Files.readAllBytes(journal));
        }
        assertThatThrownBy(() -> JournalArchive.read(bad, home.resolve("again")))
                .isInstanceOf(JournalDamaged.class);
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .noneMatch(each -> each.startsWith("again") || each.endsWith(".part"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.json", "/etc/evil", "base-0123456789ab/../../x.json", "base-0123456789ab/x.sh", "other"
            })
    void a_file_with_other_entries_is_no_backup(String name) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write('x');
        }
        assertThatThrownBy(() -> JournalArchive.read(file, home.resolve("again")))
                .isInstanceOf(ZipException.class)
                .hasMessageContaining(name);
        assertNothingLeft();
    }

    @Test
    void what_is_cut_or_no_zip_at_all_is_no_backup() throws IOException {
        JournalArchive.write(record, file);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, 100, 200, 400}) {
            Path cut = home.resolve("cut.zip");
            Files.write(cut, Arrays.copyOf(whole, Math.min(length, whole.length / 2)));
            assertThatThrownBy(() -> JournalArchive.read(cut, home.resolve("again")))
                    .isInstanceOf(IOException.class);
            assertNothingLeft();
        }
    }
}
