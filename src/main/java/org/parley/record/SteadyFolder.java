package org.parley.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * How long ago a file must have been written for its time to prove that it has not been written since: some file systems count
     * times in steps of two seconds.
     */
    private static final Duration STEP = Duration.ofSeconds(3);

    private SteadyFolder() {}

    /**
     * What is read from a folder while none of its files changes. If one changes, it is read again.
     *
     * @param reading reads the folder; whatever it returns or throws counts only if nothing has changed meanwhile
     * @throws InvalidRecord if the files keep changing
     */
    static <T> T read(Path folder, List<String> names, Supplier<T> reading) {
        return read(folder, names, reading, PAUSE);
    }

    static <T> T read(Path folder, List<String> names, Supplier<T> reading, Duration pause) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String before = state(folder, names);
            T read = null;
            InvalidRecord refusal = null;
            try {
                read = reading.get();
            } catch (InvalidRecord e) {
                refusal = e;
            }
            if (!state(folder, names).equals(before)) {
                waitFor(pause);
            } else if (refusal != null) {
                throw refusal;
            } else {
                return read;
            }
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
        return state(folder, ofSeed(names));
    }

    private static Predicate<String> ofSeed(List<String> names) {
        return name -> names.contains(name) || name.endsWith(".json") && !name.startsWith(".");
    }

    /** The same for a folder of documents, whose files may have any name that is not hidden. */
    static String stateOfAll(Path folder) {
        return state(folder, SteadyFolder::isShown);
    }

    private static boolean isShown(String name) {
        return !name.startsWith(".");
    }

    /** Whether every file was written so long ago that a later change would show in {@link #state}. */
    static boolean isOld(Path folder, List<String> names) {
        return isOld(folder, ofSeed(names));
    }

    /** The same for {@link #stateOfAll}. */
    static boolean allAreOld(Path folder) {
        return isOld(folder, SteadyFolder::isShown);
    }

    private static boolean isOld(Path folder, Predicate<String> counts) {
        Instant limit = Instant.now().minus(STEP);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> counts.test(file.getFileName().toString()))
                    .allMatch(file -> lastModified(file).isBefore(limit));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static Instant lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
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
