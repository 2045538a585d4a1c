package org.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.graph.Sha256;

/** The journal on a disk that fails: whatever happens, each change that was acknowledged is on the disk, and none is there in part. */
@AnyDatabase
class JournalFailuresTest {
    private static final Instant BEGAN = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path home;

    private FaultyFile file;
    private Journal journal;

    @BeforeEach
    void begin() throws IOException {
        file = new FaultyFile(
                (new String(JournalLine.first(Sha256.of("base"), BEGAN).bytes(), StandardCharsets.UTF_8) + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        journal = opened(file, new ArrayList<>());
    }

    @Test
    void what_is_acknowledged_outlives_a_power_failure() throws IOException {
        journal.append(entry(1));
        assertThat(changes(file.forced())).containsExactly(1L);
    }

    @Test
    void a_line_that_was_written_but_not_forced_is_not_acknowledged() throws IOException {
        journal.append(entry(1));
        file.failsAtForce(true);
        assertThatThrownBy(() -> journal.append(entry(2)))
                .isInstanceOf(JournalHalted.class)
                .hasMessageContaining("could not be forced to the disk")
                .hasMessageContaining("Input/output error");
        assertThat(changes(file.forced())).containsExactly(1L);
        // The process is killed, and the system goes on: then the change is there, although nobody was told so.
        assertThat(changes(file.bytes())).containsExactly(1L, 2L);
    }

    @Test
    void a_force_that_failed_is_not_repeated_and_halts_the_journal_for_good() {
        file.failsAtForce(true);
        assertThatThrownBy(() -> journal.append(entry(1))).isInstanceOf(JournalHalted.class);
        int forces = file.forces();
        file.failsAtForce(false);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> journal.append(entry(1)))
                    .isInstanceOf(JournalHalted.class)
                    .hasMessageContaining("no further change until Parley is started again");
        }
        assertThat(file.forces()).isEqualTo(forces);
        assertThat(journal.isHalted()).isTrue();
        assertThat(journal.number()).isZero();
    }

    @Test
    void a_full_disk_at_any_byte_leaves_nothing_of_the_line_and_the_journal_goes_on() throws IOException {
        journal.append(entry(1));
        long before = journal.bytes();
        byte[] whole = file.bytes();
        int length = JournalLine.of(entry(2), journal.sum()).bytes().length + 1;
        for (int k = 0; k < length; k++) {
            file.hasRoomUpTo(before + k);
            assertThatThrownBy(() -> journal.append(entry(2)))
                    .isInstanceOf(JournalFull.class)
                    .hasMessageContaining("No space left on device");
            assertThat(file.bytes()).isEqualTo(whole);
            assertThat(file.forced()).isEqualTo(whole);
            assertThat(journal.number()).isEqualTo(1);
            assertThat(journal.bytes()).isEqualTo(before);
        }
        file.hasRoomUpTo(Long.MAX_VALUE);
        assertThat(journal.append(entry(2))).isEqualTo(before + length);
        assertThat(changes(file.forced())).containsExactly(1L, 2L);
    }

    @Test
    void a_line_that_can_not_be_cut_halts_the_journal_and_is_cut_at_the_next_opening() throws IOException {
        journal.append(entry(1));
        file.hasRoomUpTo(journal.bytes() + 20);
        file.failsAtTruncate();
        assertThatThrownBy(() -> journal.append(entry(2)))
                .isInstanceOf(JournalHalted.class)
                .hasMessageContaining("could not be written, nor cut");
        assertThatThrownBy(() -> journal.append(entry(2))).isInstanceOf(JournalHalted.class);
        assertThat(changes(file.bytes())).containsExactly(1L);
    }

    @Test
    void a_cut_that_can_not_be_forced_halts_the_journal() throws IOException {
        file.hasRoomUpTo(journal.bytes() + 20);
        file.failsAtForce(true);
        assertThatThrownBy(() -> journal.append(entry(1))).isInstanceOf(JournalHalted.class);
        assertThat(changes(file.bytes())).isEmpty();
    }

    /** Failures in any order; the seed of the random numbers is fixed. */
    @Test
    void what_is_acknowledged_is_what_is_forced_or_a_part_of_it_whatever_fails() throws IOException {
        for (int round = 0; round < 300; round++) {
            Random random = new Random(round);
            begin();
            long acknowledged = 0;
            boolean halted = false;
            for (int i = 0; i < 8; i++) {
                file.hasRoomUpTo(random.nextInt(3) == 0 ? journal.bytes() + random.nextInt(300) : Long.MAX_VALUE);
                file.failsAtForce(random.nextInt(6) == 0);
                try {
                    journal.append(entry(acknowledged + 1));
                    assertThat(halted).isFalse();
                    acknowledged++;
                } catch (JournalFull e) {
                    assertThat(halted).isFalse();
                } catch (JournalHalted e) {
                    halted = true;
                }
                for (byte[] left : List.of(file.forced(), file.bytes())) {
                    List<Long> changes = changes(left);
                    assertThat((long) changes.size()).isBetween(acknowledged, acknowledged + 1);
                    assertThat(changes.size() == acknowledged || halted).isTrue();
                }
            }
        }
    }

    private static JournalEntry entry(long number) {
        return new JournalEntry(
                number,
                BEGAN.plusSeconds(number),
                "maria",
                "EDIT",
                "why",
                null,
                null,
                null,
                List.of(new JournalEdit("figure/x", "CORRECT", "{\"id\":\"x\",\"value\":" + number + "}")));
    }

    /** The numbers of the changes that the next start finds in these bytes. */
    private List<Long> changes(byte[] left) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        opened(new FaultyFile(left), entries);
        return entries.stream().map(JournalEntry::number).toList();
    }

    private Journal opened(FaultyFile bytes, List<JournalEntry> entries) throws IOException {
        return Journal.open(home.resolve("changes.ndjson"), bytes, () -> {}, entries::add);
    }
}
