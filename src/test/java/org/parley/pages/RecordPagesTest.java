package org.parley.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.Ask;
import org.parley.record.Seeder;

/** What a browser is told of the record that is loaded, whichever it is. */
@AnyDatabase
@QuarkusTest
class RecordPagesTest {
    private static final Pattern TAG = Pattern.compile("</?([a-z]\\w*)[^>]*>");
    private static final Pattern TITLE = Pattern.compile("<head>.*<title>(.*?)</title>.*</head>", Pattern.DOTALL);

    @Inject
    Seeder seeder;

    @TempDir
    Path folder;

    @AfterEach
    void load_the_built_in_record_again() {
        seeder.load(Optional.empty());
    }

    @Test
    void they_follow_a_record_that_is_loaded_while_the_program_runs() {
        Response before = get("/");
        String questions = get("/graphiql/questions.graphql").asString();
        load(Records.FERRY);
        Response after = given().header("If-None-Match", before.header("ETag")).get("/");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(after.asString())
                .contains(
                        "Talks on the sound · Parley</title>",
                        "Talks between two islands on the ferry between them.",
                        "<dt>Mediators</dt><dd><a class=\"actor mediator\" href=\"actor/ilse-marten\"><bdi>Ilse Marten</bdi></a></dd>",
                        "<a href=\"rounds\"><b>1</b> round</a>",
                        "<a href=\"statements\"><b>2</b> statements</a>",
                        "<time datetime=\"2031-05-06\">6 May 2031</time>",
                        "First meeting in the ferry house")
                .doesNotContain("Abu Dhabi", "Ukraine", "abu-dhabi");
        assertThat(questionsAnswered())
                .containsExactly(
                        "TermsOfFerry",
                        "PlannedAndHeld",
                        "WordsOfIlseMarten",
                        "FactsBySource",
                        "FactsOfOneOrigin",
                        "WhatHappened",
                        "Search",
                        "Cost");
        assertThat(get("/graphiql/questions.graphql").asString()).doesNotContain("abu-dhabi", "Zelenskyy");
        load_the_built_in_record_again();
        assertThat(get("/").header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(get("/graphiql/questions.graphql").asString()).isEqualTo(questions);
    }

    @Test
    void an_empty_record_is_said_to_be_one() throws IOException {
        load(Records.empty(folder));
        assertThat(get("/").asString())
                .contains("<h1>An empty record</h1>", "parley.seed.directory")
                .doesNotContain("<table", "<svg");
        assertThat(questionsAnswered()).containsExactly("WhatCanBeAsked");
    }

    @Test
    void sources_alone_are_a_record() throws IOException {
        load(Records.sourcesAlone(folder));
        assertThat(get("/").asString()).contains("<h1>A record of 2 sources</h1>", "query FactsBySource");
        assertThat(questionsAnswered()).containsExactly("FactsBySource");
    }

    @Test
    void each_of_several_negotiations_is_named() throws IOException {
        load(Records.negotiations(folder, 2));
        assertThat(get("/").asString())
                .contains(
                        "<h1>The record of 3 negotiations</h1>",
                        "<a href=\"negotiation/further-1\">Further talks 1</a>",
                        "<a href=\"negotiation/sound-talks\">Talks on the sound</a>")
                .doesNotContain("All 3 negotiations");
        assertThat(get("/graphiql/questions.graphql").asString())
                .startsWith("# The record of 3 negotiations: Further talks 1; Further talks 2; Talks on the sound\n");
        questionsAnswered();
    }

    @Test
    void of_many_negotiations_the_first_ones_are_named() throws IOException {
        load(Records.negotiations(folder, 1500));
        assertThat(get("/").asString())
                .contains("<a href=\"negotiations\">All 1,501 negotiations</a>")
                .hasSizeLessThan(40_000);
        questionsAnswered();
    }

    @Test
    void a_record_without_a_negotiation_is_said_to_rest_on_its_sources() throws IOException {
        load(Records.withoutNegotiation(folder));
        assertThat(get("/").asString()).contains("<h1>A record of 2 sources</h1>");
        assertThat(questionsAnswered())
                .containsExactly(
                        "WordsOfIlseMarten", "FactsBySource", "FactsOfOneOrigin", "WhatHappened", "Search", "Cost");
    }

    /** What a record says is shown letter by letter, and is never a part of the page or of the question. */
    @Test
    void nothing_that_a_record_says_is_markup_or_graphql() throws IOException {
        load(Records.FERRY);
        List<String> tags = tags(get("/").asString());
        List<String> names = questionsAnswered();
        load(Records.hostile(folder));
        String page = get("/").asString();
        assertThat(tags(page)).isEqualTo(tags);
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=alert(2)&gt;")
                .doesNotContain("<img", "alert(1)</script>");
        assertThat(TITLE.matcher(page).results()).hasSize(1);
        assertThat(questionsAnswered()).isEqualTo(names);
        assertThat(get("/graphiql/questions.graphql").asString().lines().filter(line -> line.contains("alert")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("# "))
                .noneMatch(line -> line.matches(".*[\\u2028\\u2029\\u202e].*"));
    }

    private void load(Path record) {
        assertThat(seeder.load(Optional.of(record.toAbsolutePath())).isNew()).isTrue();
    }

    /** The names of the elements, in their order. */
    private static List<String> tags(String page) {
        return TAG.matcher(page).results().map(tag -> tag.group(1)).toList();
    }

    /** The names of the questions, each of which has an answer. */
    private static List<String> questionsAnswered() {
        String[] questions =
                get("/graphiql/questions.graphql").asString().strip().split("\\n\\n(?=#)");
        for (String question : questions) {
            Ask asked = Ask.ask(question);
            assertThat(asked.errors()).as(question).isEmpty();
            assertThat(asked.body().replaceAll("\"\\w+\":|\\[]|null|false|\\b0\\b|[{},]", ""))
                    .as(question)
                    .isNotEmpty();
        }
        return Pattern.compile("(?m)^query (\\w+)")
                .matcher(String.join("\n", questions))
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    private static Response get(String path) {
        Response answer = given().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }
}
