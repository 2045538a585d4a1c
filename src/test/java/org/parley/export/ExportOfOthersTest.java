package org.parley.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.Ask;
import org.parley.FerrySeed;
import org.parley.record.Seeder;

/** Tables of records that have what the built-in one has not. */
@AnyDatabase
@QuarkusTest
class ExportOfOthersTest {
    @Inject
    Seeder seeder;

    @TestHTTPResource("/")
    URI server;

    @TempDir
    Path folder;

    private FerrySeed seed;

    @BeforeEach
    void copy() throws IOException {
        seed = FerrySeed.in(folder);
    }

    @AfterEach
    void load_the_built_in_record_again() {
        seeder.load(Optional.empty());
    }

    /** Loads a record of so many issues, its sources, and what else names none. */
    private void loadIssues(int many, String description) throws IOException {
        Files.writeString(
                folder.resolve("issues.json"),
                IntStream.rangeClosed(1, many)
                        .mapToObj(i -> "{\"id\": \"issue-" + i + "\", \"name\": \"Issue " + i
                                + "\", \"description\": \"" + description
                                + "\", \"citations\": [{\"source\": \"harbour-gazette\", \"locator\": \"page 1\"}]}")
                        .collect(Collectors.joining(",\n", "[", "]")));
        for (String file : List.of(
                "statements",
                "positions",
                "assertions",
                "negotiations",
                "rounds",
                "incidents",
                "figures",
                "disagreements")) {
            Files.deleteIfExists(folder.resolve(file + ".json"));
        }
        seeder.load(Optional.of(folder));
    }

    private static String get(String path) {
        return given().urlEncodingEnabled(false).get(path).asString();
    }

    @Test
    void a_text_that_looks_like_a_formula_is_none_in_a_spreadsheet() throws IOException {
        seed.replace("statements.json", "Makes the ferry depend", "=HYPERLINK(\\\"x\\\") makes the ferry depend");
        seed.replace("actors.json", "\"name\": \"Vester\"", "\"name\": \"-2+3\"");
        seeder.load(Optional.of(folder));
        assertThat(get("/export/statements.csv")).contains("\"'=HYPERLINK(\"\"x\"\") makes the ferry depend", "'-2+3");
        assertThat(get("/export/statements.tsv")).contains("\t'=HYPERLINK(\"x\") makes the ferry depend");
        assertThat(get("/export/statements.csv?guard=0"))
                .contains("\"=HYPERLINK(\"\"x\"\") makes the ferry depend")
                .doesNotContain("'");
    }

    @Test
    void what_no_source_allows_to_pass_on_is_withheld_and_counted() throws IOException {
        seed.replace(
                "sources.json",
                "\"id\": \"harbour-gazette\",",
                "\"id\": \"harbour-gazette\",\n    \"redistribution\": \"FORBIDDEN\",");
        seeder.load(Optional.of(folder));
        String sent = withTrailers("/export/statements.csv");
        assertThat(sent)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("statement/marten-ferry-will-sail")
                .doesNotContain("statement/vester-no-ferry-without-pier")
                .endsWith("\r\n0\r\nX-Parley-Withheld: 1\r\n\r\n");
        assertThat(withTrailers("/export/sources.csv"))
                .contains("source/harbour-gazette")
                .endsWith("X-Parley-Withheld: 0\r\n\r\n");
    }

    @Test
    void a_credit_goes_out_with_what_needs_it() throws IOException {
        seed.replace(
                "sources.json",
                "\"id\": \"harbour-gazette\",",
                "\"id\": \"harbour-gazette\",\n    \"attribution\": \"Harbour Gazette, by permission\",");
        seeder.load(Optional.of(folder));
        assertThat(get("/export/statements.csv")
                        .lines()
                        .filter(line -> line.contains("Harbour Gazette, by permission")))
                .hasSize(2)
                .allMatch(line -> line.endsWith(",\"Harbour Gazette, by permission\""));
    }

    @Test
    void a_long_table_is_read_page_by_page() throws IOException {
        loadIssues(450, "An issue.");
        assertThat(get("/export/issues.csv").lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .hasSize(450)
                .doesNotHaveDuplicates();
        assertThat(get("/export/statements.csv").lines()).hasSize(1);
        assertThat(get("/export/incidents.geojson")).isEqualTo("{\"type\":\"FeatureCollection\",\"features\":[]}");
        assertThat(get("/export/rounds.ics")).contains("BEGIN:VCALENDAR\r\n").doesNotContain("BEGIN:VEVENT");
    }

    /** As many as a quarter of the operations that may run at once. */
    @Test
    void clients_that_do_not_read_leave_room_for_others() throws Exception {
        loadIssues(6000, "x".repeat(3900));
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                idle.add(socket);
                socket.getOutputStream()
                        .write("GET /export/issues.csv HTTP/1.1\r\nHost: parley\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                // The first bytes: it runs.
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            Response refused = given().get("/export/sources.csv");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.jsonPath().getString("errors[0].message"))
                    .isEqualTo("Parley sends at most 4 exports at once; try again");
            Ask.ask("{ issues { totalCount } }").answers("issues.totalCount", 6000);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (given().get("/export/sources.csv").statusCode() != 200) {
            assertThat(System.nanoTime()).as("room again").isLessThan(end);
            Thread.sleep(100);
        }
    }

    /** The whole response, as it is sent. */
    private String withTrailers(String path) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
