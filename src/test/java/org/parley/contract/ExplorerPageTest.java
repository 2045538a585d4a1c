package org.parley.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.Ask;

/** The explorer's files as the server gives them; ExplorerIT uses it as a reader does. */
@AnyDatabase
@QuarkusTest
class ExplorerPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```graphql\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ASSET = Pattern.compile("assets/[\\w.-]+");

    /** And some more, which need no answer there. */
    @Test
    void its_tabs_have_the_queries_of_the_readme() throws IOException {
        List<String> queries = EXAMPLE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1).strip())
                .toList();
        assertThat(queries).hasSizeGreaterThan(6);
        assertThat(questions().stream().map(ExplorerPageTest::withoutComment)).containsSubsequence(queries);
    }

    @Test
    void each_tab_has_an_answer() {
        for (String question : questions()) {
            Ask asked = Ask.ask(question);
            assertThat(asked.errors()).as(question).isEmpty();
            assertThat(asked.body()).as(question).hasSizeGreaterThan(100);
        }
    }

    @Test
    void its_first_tab_says_what_the_record_is() {
        assertThat(questions().get(0)).startsWith("# US-mediated trilateral talks on the war in Ukraine, 2026: ");
    }

    /** A tab is called after its operation. */
    @Test
    void each_tab_has_a_comment_and_a_name_of_its_own() {
        List<String> questions = questions();
        assertThat(questions).allMatch(question -> question.startsWith("# "));
        assertThat(questions.stream()
                        .map(question -> withoutComment(question).split(" ")[1])
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(questions)
                .allMatch(name -> name.matches("[A-Z]\\w+"));
    }

    @Test
    void its_short_address_leads_to_it() {
        Response answer = given().redirects().follow(false).get("/graphiql");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo("graphiql/");
        assertThat(get("/graphiql").contentType()).startsWith("text/html");
        assertThat(given().redirects()
                        .follow(false)
                        .urlEncodingEnabled(false)
                        .get("/graphiql?query=%7Bx%7D&variables=%7B%7D")
                        .header("Location"))
                .isEqualTo("graphiql/?query=%7Bx%7D&variables=%7B%7D");
    }

    @Test
    void its_page_is_asked_for_anew_and_the_files_with_a_hash_in_their_names_are_not() {
        for (String page : List.of("/", "/graphiql/", "/graphiql/index.html", "/graphiql/questions.graphql")) {
            assertThat(get(page).header("Cache-Control")).as(page).isEqualTo("no-cache");
        }
        List<String> assets = ASSET.matcher(get("/graphiql/").asString())
                .results()
                .map(match -> match.group())
                .toList();
        assertThat(assets).hasSize(5).allSatisfy(asset -> assertThat(
                        get("/graphiql/" + asset).header("Cache-Control"))
                .isEqualTo("public, immutable, max-age=31536000"));
    }

    @Test
    void its_page_may_speak_with_this_server_alone() {
        assertThat(get("/graphiql/").header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("http", "*", "unsafe-eval");
    }

    @Test
    void the_first_page_runs_and_shows_nothing_but_its_own_files() {
        assertThat(get("/").header("Content-Security-Policy"))
                .isEqualTo(get("/index.html").header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("http", "*", "unsafe");
        assertThat(get("/").asString()).doesNotContain("<script>", "<style", " style=", " onclick");
    }

    @Test
    void it_carries_the_licences_of_what_it_is_made_of() {
        assertThat(get("/graphiql/licences.txt").asString())
                .contains("graphiql 5.", "monaco-editor 0.", "react 19.", "MIT License");
    }

    private static List<String> questions() {
        return List.of(get("/graphiql/questions.graphql").asString().strip().split("\\n\\n(?=#)"));
    }

    private static String withoutComment(String question) {
        return question.lines().dropWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
    }

    private static Response get(String path) {
        Response answer = given().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }
}
