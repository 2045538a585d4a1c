package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A copy of the built-in record, with something wrong in it. */
final class BrokenSeed {
    private final Path folder;

    private BrokenSeed(Path folder) {
        this.folder = folder;
    }

    static BrokenSeed in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(SeedData.FOLDER)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new BrokenSeed(folder);
    }

    /** Replaces a text that follows the row's (or part's) id, once, and tells the line where the new text begins, counted from 1. */
    int replace(String file, String id, String old, String by) {
        String text = read(file);
        int row = text.indexOf("\"id\": \"" + id + '"');
        assertThat(row).as(id + " in " + file).isNotNegative();
        int at = text.indexOf(old, row);
        assertThat(at).as(old + " after " + id + " in " + file).isNotNegative();
        write(file, (text.substring(0, at) + by + text.substring(at + old.length())).getBytes(StandardCharsets.UTF_8));
        return (int) text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    /** The line of the brace that opens the row, as the file now is. */
    int row(String file, String id) {
        return (int) read(file)
                        .substring(0, read(file).indexOf("\"id\": \"" + id + '"'))
                        .lines()
                        .count()
                - 1;
    }

    void write(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    void delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentences with which the seed is refused, one a fault, in their order. */
    List<String> refusedBy(Seeder seeder) {
        InvalidSeed refusal = catchThrowableOfType(InvalidSeed.class, () -> seeder.load(Optional.of(folder)));
        assertThat(refusal).as("the seed was loaded").isNotNull();
        List<String> lines = refusal.getMessage().lines().toList();
        List<String> faults = lines.subList(1, lines.size());
        assertThat(lines.get(0))
                .isEqualTo("The seed in " + folder + " has "
                        + (faults.size() == 1 ? "1 fault" : faults.size() + " faults") + " and was not loaded:");
        assertThat(faults).allMatch(fault -> fault.startsWith("  "));
        return faults.stream().map(String::strip).toList();
    }
}
