package org.parley.contract;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.Chromium;
import org.parley.Npm;
import org.parley.pages.Records;
import org.parley.start.Program;

/** The explorer in a browser. */
@AnyDatabase
@QuarkusIntegrationTest
class ExplorerIT {
    @TestHTTPResource("/")
    URL server;

    /** Where a program with another record works. */
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"explorer.mjs", "record.mjs"})
    void a_reader_can_use_it(String script) {
        String chromium = Chromium.program();
        Npm.in("browser").node(script, server, chromium);
    }

    @Test
    void a_reader_can_use_it_with_another_record() {
        withRecord(Records.FERRY.toAbsolutePath());
    }

    @Test
    void a_reader_can_use_it_with_an_empty_record() throws IOException {
        withRecord(Records.empty(home));
    }

    @Test
    void a_reader_is_safe_from_what_a_record_says() throws IOException {
        withRecord(Records.hostile(home));
    }

    @Test
    void a_curator_can_try_a_change() {
        String chromium = Chromium.program();
        try (Program program = Program.in(home)
                .with(
                        "PARLEY_CURATORS",
                        Path.of("src/test/resources/curators.json").toAbsolutePath())
                .start()
                .ready()) {
            Npm.in("browser")
                    .node(
                            "curator.mjs",
                            "http://localhost:" + program.port() + "/",
                            chromium,
                            "parley_" + "maria".repeat(43).substring(0, 43));
        }
    }

    private void withRecord(Path record) {
        String chromium = Chromium.program();
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", record).start().ready()) {
            Npm.in("browser").node("record.mjs", "http://localhost:" + program.port() + "/", chromium);
        }
    }
}
