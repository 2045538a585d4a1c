package org.parley.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.start.Program;

/** The packaged program with another record than its own. */
@AnyDatabase
class OtherRecordIT {
    @TempDir
    Path home;

    @Test
    void the_first_page_and_the_questions_are_those_of_the_record_that_is_named() {
        try (Program program = with(Records.FERRY.toAbsolutePath())) {
            assertThat(get(program, "/"))
                    .contains("<title>Talks on the sound · Parley</title>", "query TermsOfFerry")
                    .doesNotContain("Abu Dhabi");
            assertThat(get(program, "/graphiql/questions.graphql"))
                    .contains("round(id: \"ferry-house-1\")")
                    .doesNotContain("abu-dhabi", "query Disagreements", "query DemandsOn", "query Figures");
        }
    }

    @Test
    void an_empty_record_is_said_to_be_one() throws IOException {
        try (Program program = with(Records.empty(home))) {
            assertThat(get(program, "/")).contains("An empty record</h1>");
            assertThat(Pattern.compile("(?m)^query (\\w+)")
                            .matcher(get(program, "/graphiql/questions.graphql"))
                            .results())
                    .hasSize(1);
        }
    }

    private Program with(Path record) {
        return Program.in(home).with("PARLEY_SEED_DIRECTORY", record).start().ready();
    }

    private static String get(Program program, String path) {
        return given().port(program.port())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
