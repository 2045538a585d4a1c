package org.parley.contract;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.AnyDatabase;
import org.parley.Ask;
import org.parley.SqlLog;

/** The README's queries have the answers that it links, and the part of an answer that it prints is in it. */
@AnyDatabase
@QuarkusTest
class ReadmeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path README = Path.of("README.md");
    private static final Path ANSWERS = Path.of("src", "test", "resources", "answers");

    /** What gives a question its name, the question, the file of its answer, a part of the answer. */
    private static final Pattern PART = Pattern.compile(
            "^##+ (?<heading>[^\\n]+)$|^```graphql\\n(?<query>.*?)^```$|\\]\\(src/test/resources/answers/(?<file>[\\w.]+)\\)"
                    + "|^```json\\n(?<shown>.*?)^```$",
            Pattern.DOTALL | Pattern.MULTILINE);

    /** @param shown what the README prints of the answer; null if it only links it */
    private record Question(String heading, String query, String file, String shown) {
        JsonNode answer() throws IOException {
            return JSON.readTree(ANSWERS.resolve(file).toFile());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_query_gives_the_answer_that_is_linked() throws IOException {
        return questions().stream()
                .map(question -> DynamicTest.dynamicTest(question.heading(), () -> {
                    JsonNode answer = JSON.readTree(Ask.ask(question.query()).body());
                    assertThat(answer).isEqualTo(question.answer());
                }));
    }

    @Test
    void what_is_printed_of_an_answer_is_in_it() throws IOException {
        List<Question> printed = questions().stream()
                .filter(question -> question.shown() != null)
                .toList();
        assertThat(printed).isNotEmpty();
        for (Question question : printed) {
            assertThat(parts(question.answer())).as(question.heading()).contains(JSON.readTree(question.shown()));
        }
    }

    @Test
    void every_query_has_a_heading_and_an_answer_of_its_own() throws IOException {
        List<Question> questions = questions();
        long queries = Files.readAllLines(README).stream()
                .filter(line -> line.equals("```graphql"))
                .count();
        assertThat(questions).hasSize((int) queries).hasSizeGreaterThan(6);
        assertThat(questions).extracting(Question::heading).doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(ANSWERS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            questions.stream().map(Question::file).toList());
        }
    }

    /**
     * A query's price is that of its shape: two statements a list, one a further level. Records that two levels name are read by the
     * first of them, so that the order within a level, which the names of the fields decide, can save one.
     */
    @Test
    @DisabledOnIntegrationTest("the statements of another process can't be counted")
    void the_queries_cost_these_numbers_of_statements() throws IOException {
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (Question question : questions()) {
            counted.put(
                    question.heading(),
                    SqlLog.of(() -> Ask.ask(question.query())).size());
        }
        assertThat(counted)
                .containsExactly(
                        entry("First question", 8),
                        entry("When was round two planned, when was it held, and who says so?", 10),
                        entry("Who is named as present?", 5),
                        entry("How many facts rest on one source alone?", 2),
                        entry("Which facts rest on one origin?", 4),
                        entry("What does each side demand on territory?", 5),
                        entry("What happened, in order?", 3),
                        entry("Where is a word?", 7),
                        entry("What does a query cost?", 6));
    }

    @Test
    void the_first_page_shows_the_first_query() throws IOException {
        String query = given().get("/").htmlPath().getString("**.find { it.name() == 'pre' }");
        assertThat(query.strip()).isEqualTo(questions().get(0).query().strip());
    }

    /** A query's answer is the first one that is linked between it and the next query or heading. */
    private static List<Question> questions() throws IOException {
        List<Question> questions = new ArrayList<>();
        String heading = null;
        String query = null;
        Matcher part = PART.matcher(Files.readString(README));
        while (part.find()) {
            if (part.group("heading") != null) {
                heading = part.group("heading");
                query = null;
            } else if (part.group("query") != null) {
                query = part.group("query");
            } else if (part.group("file") != null && query != null) {
                questions.add(new Question(heading, query, part.group("file"), null));
                query = null;
            } else if (part.group("shown") != null) {
                Question asked = questions.remove(questions.size() - 1);
                assertThat(asked.heading())
                        .as("the heading above a printed answer")
                        .isEqualTo(heading);
                questions.add(new Question(asked.heading(), asked.query(), asked.file(), part.group("shown")));
            }
        }
        return questions;
    }

    /** A value and all that are within it. */
    private static Stream<JsonNode> parts(JsonNode value) {
        return Stream.concat(
                Stream.of(value),
                StreamSupport.stream(value.spliterator(), false).flatMap(ReadmeTest::parts));
    }
}
