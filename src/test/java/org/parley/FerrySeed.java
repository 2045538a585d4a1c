package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of a small record, {@code src/test/resources/seed-small}, in which a test may change what it needs. */
public record FerrySeed(Path folder) {
    private static final Path ORIGINAL = Path.of("src/test/resources/seed-small");

    /** Copies the record to a folder that exists. */
    public static FerrySeed in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(ORIGINAL)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new FerrySeed(folder);
    }

    /** Replaces a text in one of the files; it has to be there. */
    public void replace(String file, String old, String replacement) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, replacement));
    }
}
