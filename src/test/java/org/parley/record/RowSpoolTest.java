package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.lists.Ordinals;

/** What is kept in files until it is inserted, and the sorting of the word index by them. */
@AnyDatabase
class RowSpoolTest {
    @TempDir
    Path folder;

    @Test
    void rows_are_read_as_they_were_written() {
        Object[] row = {
            "Кіт \ud83d\udc08",
            "half \ud83d of a pair",
            null,
            7,
            -7L,
            0.5,
            true,
            false,
            LocalDate.of(1, 1, 1),
            OffsetDateTime.parse("2026-02-04T09:30:00.123Z"),
            new String[] {"a", ""}
        };
        try (RowSpool spool = new RowSpool(folder)) {
            spool.add("one", row);
            spool.add("other", "x");
            assertThat(spool.reader("one").next()).isEqualTo(row);
            assertThat(spool.reader("none").next()).isNull();
            assertThat(spool.size()).isEqualTo(2);
        }
    }

    @Test
    void a_list_larger_than_a_megabyte_is_in_a_file_without_a_name() {
        String text = "x".repeat(1000);
        try (RowSpool spool = new RowSpool(folder)) {
            for (int i = 0; i < 5000; i++) {
                spool.add("rows", i, text);
            }
            assertThat(folder.toFile().list()).isEmpty();
            RowSpool.Reader reader = spool.reader("rows");
            RowSpool.Reader beside = spool.reader("rows");
            for (int i = 0; i < 5000; i++) {
                assertThat(reader.next()).isEqualTo(new Object[] {i, text});
                assertThat(beside.next()[0]).isEqualTo(i);
            }
            assertThat(reader.next()).isNull();
            spool.forget("rows");
            assertThat(spool.reader("rows").next()).isNull();
        }
        assertThat(Files.exists(folder)).isTrue();
    }

    @Test
    void runs_of_words_are_merged_in_the_order_of_the_index() throws Exception {
        List<long[]> entries = new ArrayList<>();
        for (int i = 0; i < 700_000; i++) {
            entries.add(
                    new long[] {i % 1000 * 3, Ordinals.COUNT - 1 - i, i % 100, i % 3 == 0 ? 0 : (1 << 31) - 1 - i % 50
                    });
        }
        Collections.shuffle(entries, new Random(1));
        List<long[]> merged = new ArrayList<>();
        // More entries than a run has, and fewer.
        for (int run : List.of(200_000, 1_000_000)) {
            merged.clear();
            try (WordRuns runs = new WordRuns(folder, run)) {
                for (long[] entry : entries) {
                    runs.add((int) entry[0], entry[1], (int) entry[2], (int) entry[3]);
                }
                assertThat(runs.size()).isEqualTo(entries.size());
                runs.merge((key, weight, forms) -> merged.add(new long[] {key, weight, forms}));
            }
            List<long[]> expected = entries.stream()
                    .map(entry -> new long[] {Ordinals.base(entry[0]) + entry[1], entry[2], entry[3]})
                    .sorted(Comparator.comparingLong(entry -> entry[0]))
                    .toList();
            assertThat(merged).hasSameSizeAs(expected);
            for (int i = 0; i < merged.size(); i++) {
                assertThat(merged.get(i)).isEqualTo(expected.get(i));
            }
        }
        assertThat(Arrays.asList(folder.toFile().list())).isEmpty();
    }
}
