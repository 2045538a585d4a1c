package org.parley.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.Npm;

/** The explorer in a browser: Chromium, which the environment variable {@code CHROMIUM} names where it has no usual place. */
@QuarkusIntegrationTest
class ExplorerIT {
    @TestHTTPResource("/")
    URL server;

    @Test
    void a_reader_can_use_it() {
        Optional<String> chromium = Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst();
        assumeTrue(chromium.isPresent(), "there is no Chromium here");
        Npm.in("browser").node("explorer.mjs", server, chromium.orElseThrow());
    }
}
