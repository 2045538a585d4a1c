package org.parley.curator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;
import org.parley.graph.Sha256;
import org.parley.store.CannotStart;

/** The file of curators: its rules, and what becomes of tokens when it changes and when time goes by. */
@AnyDatabase
class CuratorsTest {
    private static final String MARIA = entry("maria", "EDITOR", "a");

    @TempDir
    Path folder;

    private Path file;
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private long nanos = Long.MAX_VALUE - 5; // the clock of nanoseconds may overflow at any time

    private final List<String> told = new ArrayList<>();
    private final Logger log = Logger.getLogger(Curators.class.getName());
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

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    @BeforeEach
    void listen() {
        file = folder.resolve("curators.json");
        log.addHandler(listening);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(listening);
        log.setUseParentHandlers(true);
    }

    // --- Roles

    @Test
    void each_role_includes_those_before_it() {
        for (CuratorRole one : CuratorRole.values()) {
            for (CuratorRole other : CuratorRole.values()) {
                assertThat(one.includes(other)).as(one + " " + other).isEqualTo(one.ordinal() >= other.ordinal());
            }
        }
        assertThat(CuratorRole.values())
                .containsExactly(CuratorRole.READER, CuratorRole.PROPOSER, CuratorRole.EDITOR, CuratorRole.REVIEWER);
    }

    // --- The file

    @Test
    void without_a_file_nobody_has_a_token() {
        Curators curators = new Curators(Optional.empty(), false, clock, () -> nanos);
        curators.open();
        assertThat(curators.isOn()).isFalse();
        assertThat(curators.of("a")).isEmpty();
    }

    @Test
    void a_token_is_that_of_its_curator() throws IOException {
        Curators curators = opened("[" + MARIA + ", " + entry("Оксана К.", "REVIEWER", "b") + "]");
        assertThat(curators.isOn()).isTrue();
        assertThat(curators.of("a")).contains(new Curator("maria", CuratorRole.EDITOR));
        assertThat(curators.of("b")).contains(new Curator("Оксана К.", CuratorRole.REVIEWER));
        assertThat(curators.of("c")).isEmpty();
        assertThat(curators.of("")).isEmpty();
        assertThat(curators.of(Sha256.of("a"))).isEmpty();
    }

    @Test
    void a_list_may_be_empty() throws IOException {
        Curators curators = opened("[]");
        assertThat(curators.isOn()).isTrue();
        assertThat(curators.of("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | must be a JSON array of curators",
                "`` | must be a JSON array of curators",
                "[ | must be JSON in which no object has a key twice: line 1, column ",
                "[] [] | must be JSON in which",
                "[5] | has a fault in entry 1: it must be an object with name, role, token",
                "[{}] | has a fault in entry 1: name must be a string",
                "[MARIA, {\"name\": \"b\"}] | has a fault in entry 2: role must be a string",
                "[MARIA, {\"name\": \"b\", \"role\": \"EDITOR\"}] | has a fault in entry 2: token must be a string",
                "[{\"name\": 5}] | name must be a string",
                "[{\"name\": \"a\", \"name\": \"b\"}] | must be JSON in which no object has a key twice",
                "[{\"name\": \"a\", \"rol\": \"EDITOR\"}] | it must have no key but name, role, token and until, not \"rol\"",
                "[{\"name\": \"a\", \"role\": \"editor\"}] | role must be READER, PROPOSER, EDITOR or REVIEWER, not \"editor\"",
                "[{\"name\": \"a\", \"role\": \"BOSS\"}] | role must be READER, PROPOSER, EDITOR or REVIEWER, not \"BOSS\"",
                "[{\"name\": \"a\", \"role\": \"READER\", \"token\": \"secret\"}] | token must be sha256: and 64 hexadecimal digits",
                "[{\"name\": \"a\", \"role\": \"READER\", \"token\": \"sha256:ABC\"}] | token must be sha256: and 64 hexadecimal",
                "[MARIA, MARIA] | has a fault in entry 2: name must be that of one entry only, not \"maria\" again",
                "[MARIA, SAME] | has a fault in entry 2: token must be that of one entry only",
            })
    void a_file_that_breaks_a_rule_ends_the_start(String content, String sentence) {
        String whole = content.replace("MARIA", MARIA).replace("SAME", entry("other", "EDITOR", "a"));
        assertThatThrownBy(() -> opened(whole))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The file " + file + " (parley.curators) ")
                .hasMessageContaining(sentence)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret", "Exception"));
    }

    @ParameterizedTest
    @CsvSource({"2027-02-30", "2027", "31.1.2027", "2027-01-31T00:00:00Z", "''"})
    void until_is_a_day(String until) {
        String entry = MARIA.replace("}", ", \"until\": \"" + until + "\"}");
        assertThatThrownBy(() -> opened("[" + entry + "]"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("entry 1: until must be a day, as 2027-01-31, not \"" + until + "\"");
    }

    @Test
    void a_name_has_1_to_100_visible_characters_on_one_line() throws IOException {
        for (String name : List.of("", " ", " a", "a ", "a\\nb", "a\\u0000", "\\u200b", "\\u2028x", "x".repeat(101))) {
            assertThatThrownBy(() -> opened("[" + entry(name, "EDITOR", "a") + "]"))
                    .as(name)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("entry 1: name must have 1 to 100 characters");
        }
        for (String name : List.of("a", "Maria de la Cruz", "😀".repeat(100), "x".repeat(100))) {
            assertThat(opened("[" + entry(name, "EDITOR", "a") + "]").of("a"))
                    .map(Curator::name)
                    .contains(name);
        }
    }

    @Test
    void a_file_that_is_missing_or_a_folder_ends_the_start() throws IOException {
        Curators curators = new Curators(Optional.of(file), false, clock, () -> nanos);
        assertThatThrownBy(curators::open)
                .isInstanceOf(CannotStart.class)
                .hasMessage("The file " + file + " (parley.curators) can't be read");
        Files.createDirectory(file);
        assertThatThrownBy(curators::open).isInstanceOf(CannotStart.class).hasMessageContaining("can't be read");
    }

    // --- Expiry

    @Test
    void a_token_is_valid_to_the_end_of_its_last_day_in_utc() throws IOException {
        Curators curators = opened("[" + MARIA.replace("}", ", \"until\": \"2027-01-31\"}") + "]");
        now = Instant.parse("2027-01-31T23:59:59.999Z");
        assertThat(curators.of("a")).isPresent();
        now = Instant.parse("2027-02-01T00:00:00Z");
        assertThat(curators.of("a")).isEmpty();
    }

    // --- Changes of the file

    @Test
    void a_change_is_seen_after_a_second_and_not_looked_for_before() throws IOException {
        Curators curators = opened("[" + MARIA + "]");
        write("[" + entry("ivan", "READER", "b") + "]");
        pass(Duration.ofMillis(999));
        assertThat(curators.of("a")).isPresent();
        assertThat(curators.of("b")).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(curators.of("a")).as("revoked").isEmpty();
        assertThat(curators.of("b")).contains(new Curator("ivan", CuratorRole.READER));
        assertThat(told).containsExactly("INFO Read the curators anew: 1");
    }

    @Test
    void a_file_that_stays_the_same_is_not_read_again() throws IOException {
        Curators curators = opened("[" + MARIA + "]");
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(1));
            assertThat(curators.of("a")).isPresent();
        }
        assertThat(told).isEmpty();
    }

    /** As an editor and a volume of Kubernetes do it: the same size, perhaps the same time, and another file. */
    @Test
    void a_file_that_was_replaced_is_read_again() throws IOException {
        Curators curators = opened("[" + MARIA + "]");
        FileTime time = Files.getLastModifiedTime(file);
        Path other = folder.resolve("other.json");
        Files.writeString(other, "[" + entry("mario", "EDITOR", "b") + "]");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        pass(Duration.ofSeconds(1));
        assertThat(curators.of("a")).isEmpty();
        assertThat(curators.of("b")).isPresent();
    }

    @Test
    void while_the_file_has_a_fault_every_token_is_refused_and_one_error_is_logged() throws IOException {
        Curators curators = opened("[" + MARIA + "]");
        write("[" + MARIA + ", {}]");
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(1));
            assertThat(curators.of("a")).isEmpty();
        }
        assertThat(told)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR")
                .contains("entry 2", "Every token is refused");
        assertThat(curators.isOn()).isTrue();
        write("[" + MARIA + "]");
        pass(Duration.ofSeconds(1));
        assertThat(curators.of("a")).isPresent();
    }

    @Test
    void while_the_file_is_missing_every_token_is_refused_and_one_error_is_logged() throws IOException {
        Curators curators = opened("[" + MARIA + "]");
        Files.delete(file);
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(1));
            assertThat(curators.of("a")).isEmpty();
        }
        assertThat(told).hasSize(1).first().asString().startsWith("ERROR").contains("can't be read");
        write("[" + MARIA + "]");
        pass(Duration.ofSeconds(1));
        assertThat(curators.of("a")).isPresent();
    }

    // --- New tokens

    @Test
    void a_new_token_has_256_random_bits_and_an_entry_that_the_file_takes() throws IOException {
        NewToken one = NewToken.of("Maria \"M\"", "PROPOSER");
        NewToken other = NewToken.of("other", "READER");
        assertThat(one.token()).matches("parley_[A-Za-z0-9_-]{43}").isNotEqualTo(other.token());
        assertThat(one.entry()).doesNotContain(one.token()).doesNotContain("\n");
        Curators curators = opened("[" + one.entry() + "," + other.entry() + "]");
        assertThat(curators.of(one.token())).contains(new Curator("Maria \"M\"", CuratorRole.PROPOSER));
        assertThat(curators.of(other.token())).contains(new Curator("other", CuratorRole.READER));
    }

    private static String entry(String name, String role, String token) {
        return "{\"name\": \"" + name + "\", \"role\": \"" + role + "\", \"token\": \"sha256:" + Sha256.of(token)
                + "\"}";
    }

    private Curators opened(String content) throws IOException {
        write(content);
        Curators curators = new Curators(Optional.of(file), false, clock, () -> nanos);
        curators.open();
        return curators;
    }

    /** Each version has a time of its own, however coarse the times of the file system are. */
    private void write(String content) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(now));
        now = now.plusSeconds(1);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
