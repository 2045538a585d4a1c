package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** How a change of a folder shows, and what is read of one that changes meanwhile. */
@AnyDatabase
class SteadyFolderTest {
    private static final List<String> NAMES = List.of("actors.json", "rounds.json");
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-02-04T10:00:00Z"));

    @TempDir
    Path home;

    private Path folder;
    private Path actors;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(home.resolve("record"));
        actors = folder.resolve("actors.json");
        Files.writeString(actors, "[]");
        Files.writeString(folder.resolve("rounds.json"), "[]");
    }

    private String state() {
        return SteadyFolder.state(folder, NAMES);
    }

    private interface Change {
        void make() throws IOException;
    }

    private void shows(Change change) throws IOException {
        String before = state();
        change.make();
        assertThat(state()).isNotEqualTo(before);
    }

    @Test
    void a_folder_that_nobody_touches_stays_the_same() throws IOException {
        String before = state();
        Files.readString(actors);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_change_of_size_time_or_names_shows() throws IOException {
        shows(() -> Files.writeString(actors, "[ ]"));
        shows(() -> Files.setLastModifiedTime(actors, TIME));
        shows(() -> Files.writeString(folder.resolve("oddities.json"), "[]"));
        shows(() -> Files.delete(actors));
        shows(() -> Files.createDirectory(actors));
    }

    /** As of a file that is restored with its time. */
    @Test
    void another_file_of_the_same_size_and_time_shows() throws IOException {
        Files.setLastModifiedTime(actors, TIME);
        Path other = home.resolve("other.json");
        Files.writeString(other, "{}");
        Files.setLastModifiedTime(other, TIME);
        shows(() -> Files.move(other, actors, StandardCopyOption.REPLACE_EXISTING));
    }

    /** Kubernetes: each file is a link through ..data, which is set anew. */
    @Test
    void a_volume_of_a_config_map_that_changes_shows() throws IOException {
        for (String version : List.of("..2026_1", "..2026_2")) {
            Files.createDirectory(folder.resolve(version));
            Files.writeString(folder.resolve(version).resolve("actors.json"), "[]");
            Files.setLastModifiedTime(folder.resolve(version).resolve("actors.json"), TIME);
        }
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_1"));
        Files.delete(actors);
        Files.createSymbolicLink(actors, Path.of("..data", "actors.json"));
        shows(() -> {
            Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2026_2"));
            Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Test
    void a_folder_that_comes_and_goes_shows() throws IOException {
        Path away = home.resolve("away");
        shows(() -> Files.move(folder, away));
        shows(() -> Files.move(away, folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".actors.json.swp",
                "actors.json~",
                "#actors.json#",
                ".#actors.json",
                "4913",
                "actors.json.tmp",
                "sedK3fQx1",
                ".goutputstream-ABC",
                "actors.json___jb_tmp___",
                "README.md",
                ".hidden.json"
            })
    void what_an_editor_leaves_is_passed_over(String name) throws IOException {
        String before = state();
        Files.writeString(folder.resolve(name), "half of it");
        assertThat(state()).isEqualTo(before);
    }

    /** Reads the folder, and changes it meanwhile for so many times. */
    private String readWhileItChanges(int times) {
        AtomicInteger changes = new AtomicInteger();
        return SteadyFolder.read(
                folder,
                NAMES,
                () -> {
                    String read = read(actors);
                    if (changes.incrementAndGet() <= times) {
                        write(actors, "[" + " ".repeat(changes.get()) + "]");
                    }
                    return read;
                },
                Duration.ofMillis(1));
    }

    @Test
    void what_changes_while_it_is_read_is_read_again() {
        assertThat(readWhileItChanges(0)).isEqualTo("[]");
        assertThat(readWhileItChanges(3)).isEqualTo("[   ]");
    }

    @Test
    void a_folder_that_changes_all_the_time_is_refused() {
        assertThatThrownBy(() -> readWhileItChanges(Integer.MAX_VALUE))
                .isInstanceOf(InvalidRecord.class)
                .hasMessage("The seed in " + folder + " has 1 fault and was not loaded:\n"
                        + "  the files must not change while they are read");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
