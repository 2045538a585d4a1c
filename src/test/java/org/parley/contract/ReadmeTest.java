package org.parley.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.Ask;
import org.parley.SqlLog;

/** What the README shows is what the server does. */
@QuarkusTest
class ReadmeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXAMPLE = Pattern.compile(
            "```graphql\\n(.*?)```\\n\\n(?:<details>\\n<summary>The answer</summary>\\n\\n)?```json\\n(.*?)```",
            Pattern.DOTALL);

    private record Example(String query, String answer) {}

    @TestFactory
    Stream<DynamicTest> every_query_gives_the_answer_beside_it() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.query()
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()
                                .strip(),
                        () -> {
                            JsonNode answer =
                                    JSON.readTree(Ask.ask(example.query()).body());
                            assertThat(answer).isEqualTo(JSON.readTree(example.answer()));
                        }));
    }

    @Test
    void no_query_stands_without_its_answer() throws IOException {
        long queries =
                readme().lines().filter(line -> line.equals("```graphql")).count();
        assertThat(examples()).hasSize((int) queries).hasSizeGreaterThan(6);
    }

    /**
     * A query's price is that of its shape: two statements a list, one a further level. Records that two levels name are read by the
     * first of them, so that the order within a level, which the names of the fields decide, can save one.
     */
    @Test
    @DisabledOnIntegrationTest("the statements of another process can't be counted")
    void the_queries_cost_these_numbers_of_statements() throws IOException {
        assertThat(examples())
                .extracting(example -> SqlLog.of(() -> Ask.ask(example.query())).size())
                .containsExactly(8, 11, 6, 2, 4, 5, 6, 3, 7, 6);
    }

    @Test
    void the_first_page_shows_the_first_query() throws IOException {
        String query = given().get("/").htmlPath().getString("**.find { it.name() == 'pre' }");
        assertThat(query.strip()).isEqualTo(examples().get(0).query().strip());
    }

    private static List<Example> examples() throws IOException {
        return EXAMPLE.matcher(readme())
                .results()
                .map(match -> new Example(match.group(1), match.group(2)))
                .toList();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
