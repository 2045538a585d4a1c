package org.parley.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.Chromium;
import org.parley.Npm;
import org.parley.start.Program;

/** The pages of several records, and of one that curators change, in the packaged program; some of them in a browser. */
@AnyDatabase
class PagesIT {
    private static final String MARIA = "Bearer parley_" + "maria".repeat(43).substring(0, 43);

    @TempDir
    Path home;

    @Test
    void of_the_built_in_record_every_kind_of_page_is_accessible() {
        try (Program program = Program.in(home).start().ready()) {
            inBrowser(program);
        }
    }

    @Test
    void of_invented_talks_no_link_is_dead() {
        try (Program program = with(Records.FERRY.toAbsolutePath())) {
            assertThat(crawl(program)).containsKeys("/", "/timeline", "/negotiation/sound-talks", "/actor/ilse-marten");
        }
    }

    @Test
    void of_an_empty_record_no_link_is_dead() throws IOException {
        try (Program program = with(Records.empty(home))) {
            assertThat(crawl(program)).containsKeys("/", "/timeline", "/map", "/positions", "/search");
        }
    }

    @Test
    void what_a_record_says_is_no_markup_on_any_page() throws IOException {
        try (Program program = with(Records.hostile(home))) {
            crawl(program).forEach((path, text) -> {
                if (text.startsWith("<!doctype html>")) {
                    assertThat(text).as(path).doesNotContain("<img", "alert(1)</script>", "\"'`> </script>");
                }
            });
        }
    }

    @Test
    void a_page_shows_what_was_changed_and_the_record_as_it_was() {
        try (Program program = curated()) {
            change(
                    program,
                    "{ statement: { id: \"zelenskyy-troops-killed\", expect: 0, summary: \"Says how many were killed.\" } }");
            change(program, "{ retract: { id: \"statement/umerov-second-day\", expect: 0 } }");
            assertThat(get(program, "/statement/zelenskyy-troops-killed", 200).asString())
                    .contains("Says how many were killed.", "Last touched by change 1");
            assertThat(get(program, "/statement/zelenskyy-troops-killed?known=0", 200)
                            .asString())
                    .contains(
                            "Puts the number of Ukrainian troops killed at 55,000.",
                            "The record as it was after change 0.")
                    .doesNotContain("Says how many were killed.");
            assertThat(get(program, "/changes", 200).asString()).contains("retracted", "corrected", "?known=2");
            Response gone = get(program, "/statement/umerov-second-day", 410);
            assertThat(gone.asString()).contains("It was there once:", "statement/umerov-second-day?known=1");
            assertThat(get(program, "/statement/umerov-second-day?known=1", 200).asString())
                    .contains("The second day of talks");
            assertThat(get(program, "/feed.atom", 200).xmlPath().getList("feed.entry"))
                    .hasSize(2);
            crawl(program);
        }
    }

    @Test
    void a_merged_actor_leads_to_the_other() {
        try (Program program = curated()) {
            change(
                    program,
                    "{ merge: { id: \"actor/anton-moscow\", into: \"actor/petro-kyiv-resident\", expect: 0 } }");
            Response merged =
                    given().port(program.port()).redirects().follow(false).get("/actor/anton-moscow");
            assertThat(merged.statusCode()).isEqualTo(307);
            assertThat(merged.header("Location")).isEqualTo("../actor/petro-kyiv-resident");
        }
    }

    @Test
    void where_reading_is_closed_no_page_tells_anything_of_the_record() {
        try (Program program = Program.in(home)
                .with(
                        "PARLEY_CURATORS",
                        Path.of("src/test/resources/curators.json").toAbsolutePath())
                .with("PARLEY_READING", "token")
                .start()
                .ready()) {
            for (String path : new String[] {"/", "/statements", "/statement/umerov-second-day", "/feed.atom"}) {
                Response closed = get(program, path, 401);
                assertThat(closed.asString())
                        .contains("This record is not public")
                        .doesNotContain("Ukraine", "Umerov");
            }
            for (String path : new String[] {"/export/statements.csv", "/export/rounds.ics", "/export/record.zip"}) {
                Response closed = get(program, path, 401);
                assertThat(closed.jsonPath().getString("errors[0].extensions.code"))
                        .isEqualTo("UNAUTHENTICATED");
                assertThat(closed.asString()).doesNotContain("Ukraine", "Umerov");
                assertThat(given().port(program.port())
                                .header("Authorization", MARIA)
                                .get(path)
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(get(program, "/graphiql/questions.graphql", 200).asString())
                    .contains("query WhoAmI")
                    .doesNotContain("Ukraine", "abu-dhabi");
            Response read =
                    given().port(program.port()).header("Authorization", MARIA).get("/statements");
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void a_public_address_is_named_where_a_page_leaves_the_site() {
        try (Program program = Program.in(home)
                .with("PARLEY_PAGES_ADDRESS", "https://example.org/talks/")
                .start()
                .ready()) {
            assertThat(get(program, "/statement/umerov-second-day", 200).asString())
                    .contains(
                            "<link rel=\"canonical\" href=\"https://example.org/talks/statement/umerov-second-day\">",
                            "Record: https://example.org/talks/statement/umerov-second-day",
                            "\"@id\":\"https://example.org/talks/statement/umerov-second-day\"");
            assertThat(get(program, "/feed.atom", 200).asString())
                    .contains("<link rel=\"self\" href=\"https://example.org/talks/feed.atom\"/>");
        }
    }

    private Program with(Path record) {
        return Program.in(home).with("PARLEY_SEED_DIRECTORY", record).start().ready();
    }

    private Program curated() {
        return Program.in(home)
                .with(
                        "PARLEY_CURATORS",
                        Path.of("src/test/resources/curators.json").toAbsolutePath())
                .start()
                .ready();
    }

    private static Map<String, String> crawl(Program program) {
        return Crawl.of(URI.create("http://localhost:" + program.port()), link -> true);
    }

    private static void inBrowser(Program program) {
        Npm.in("browser").node("pages.mjs", "http://localhost:" + program.port() + "/", Chromium.program());
    }

    private static void change(Program program, String edit) {
        Response changed = given().port(program.port())
                .header("Authorization", MARIA)
                .contentType("application/json")
                .body(Map.of(
                        "query",
                        "mutation { change(summary: \"test\", edits: [" + edit
                                + "]) { change { number } userErrors { message } } }"))
                .post("/graphql");
        assertThat(changed.jsonPath().getList("data.change.userErrors"))
                .as(changed.asString())
                .isEmpty();
    }

    private static Response get(Program program, String path, int status) {
        Response answer = given().port(program.port()).urlEncodingEnabled(false).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer;
    }
}
