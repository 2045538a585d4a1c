package org.parley.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a folder of seed files in a consistent state, while somebody may be editing them. */
final class SteadyFolder {
    private static final int ATTEMPTS = 20;

    /** The pause between two attempts. Twenty of them take five seconds, longer than it takes to copy a folder over another. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private SteadyFolder() {}

    /**
     * The seed in a folder, read while none of its files changed.
     *
     * @throws InvalidRecord if the folder does not exist, it or a file in it can't be read, or its files keep changing
     */
    static SeedFiles read(Path folder, List<String> names) {
        return read(folder, names, () -> SeedFiles.folder(folder, names), PAUSE);
    }

    /** @param reading reads the folder */
    static SeedFiles read(Path folder, List<String> names, Supplier<SeedFiles> reading, Duration pause) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String before = state(folder, names);
            SeedFiles files = reading.get();
            if (state(folder, names).equals(before)) {
                return files;
            }
            waitFor(pause);
        }
        throw new InvalidRecord(
                folder.toString(),
                List.of(Fault.of(FaultCode.UNREADABLE, "the files must not change while they are read")));
    }

    private static void waitFor(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The reading of a seed was interrupted", e);
        }
    }

    /**
     * A text that changes as soon as the folder's files change: the name, size, modification time and identity (inode) of each. The
     * identity reveals a file that was replaced by another one of the same size. Symbolic links are followed, so that replacing a link to
     * a folder counts as a change, too. Files that editors create are ignored: they are hidden, or don't end in {@code .json}.
     *
     * @param names the files that a seed may have; any other JSON file counts too, since it is a fault
     */
    static String state(Path folder, List<String> names) {
        return state(folder, name -> names.contains(name) || name.endsWith(".json") && !name.startsWith("."));
    }

    /** The same for a folder of documents, whose files may have any name that is not hidden. */
    static String stateOfAll(Path folder) {
        return state(folder, name -> !name.startsWith("."));
    }

    private static String state(Path folder, Predicate<String> counts) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(counts)
                    .sorted()
                    .map(name -> name + ' ' + state(folder.resolve(name)))
                    .collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException e) {
            return "unreadable: " + e.getClass().getSimpleName();
        }
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.size() + " " + now.lastModifiedTime() + ' ' + now.fileKey();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
