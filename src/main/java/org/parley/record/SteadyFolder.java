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

/** Reads a folder of seed files that somebody may be editing. */
final class SteadyFolder {
    private static final int ATTEMPTS = 20;

    /** Between two attempts: all of them take five seconds, longer than it takes to copy a folder into another's place. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private SteadyFolder() {}

    /**
     * The seed in a folder, of which no file was changed while it was read.
     *
     * @throws InvalidRecord if there is no such folder, it or a file in it can't be read, or its files change all the time
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
                List.of(Fault.of(FaultCode.UNREADABLE, "the files must stay as they are while they are read")));
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
     * Another text as soon as the folder holds other files: of each its name, size, time and identity, by which also one of the same
     * size that takes another's place shows. Links are followed, so that a folder behind a link that is set anew is another one too.
     * What an editor leaves beside the files is passed over: it is hidden, or does not end in {@code .json}.
     *
     * @param names of the files that a seed may have; any other JSON file counts too, since it is a fault
     */
    static String state(Path folder, List<String> names) {
        return state(folder, name -> names.contains(name) || name.endsWith(".json") && !name.startsWith("."));
    }

    /** The same of a folder of documents, whose names may be any that are not hidden. */
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
