package org.parley;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the tests: Chromium, which the environment variable {@code CHROMIUM} names where it has no usual place. */
public final class Chromium {
    private Chromium() {}

    /** The path of its program. Skips the test where there is none. */
    public static String program() {
        Optional<String> chromium = Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst();
        assumeTrue(chromium.isPresent(), "there is no Chromium here");
        return chromium.orElseThrow();
    }
}
