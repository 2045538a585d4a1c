package org.parley.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.OnlyOn;

/** A server that has room for one operation, and lets others wait for less time than that one takes. */
@QuarkusTest
@TestProfile(WaitingTest.Impatient.class)
class WaitingTest {
    /** In seconds; how long the test waits for an answer. */
    private static final int PATIENCE = 60;

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parley.cache.answers", "1M",
                    "parley.cache.records", "1M",
                    "parley.limits.running", "1",
                    "parley.limits.waiting-time", "500ms",
                    "parley.limits.time", "8s",
                    "parley.limits.cost", "1000000000",
                    "parley.limits.document-characters", "1000000",
                    "parley.limits.document-tokens", "1000000");
        }
    }

    @Test
    void who_has_waited_long_enough_is_refused() throws Exception {
        CompletableFuture<Response> running =
                LoadTest.onceItRuns(CompletableFuture.supplyAsync(() -> LoadTest.post(LoadTest.ENDLESS)));
        Response refused = LoadTest.post("{ actor(id: \"russia\") { name } }");
        assertThat(running.isDone()).as("the server was too slow to refuse").isFalse();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.jsonPath().getList("errors.extensions.code")).containsExactly("SERVER_BUSY");
        assertThat(refused.jsonPath().getString("errors[0].message")).contains("500 milliseconds");
        assertThat(running.get(PATIENCE, TimeUnit.SECONDS).asString()).contains("OUT_OF_TIME");
        assertThat(LoadTest.post("{ actor(id: \"russia\") { name } }").statusCode())
                .isEqualTo(200);
    }

    @Test
    void neither_a_kept_answer_needs_a_place_nor_one_that_asks_no_database() throws Exception {
        String question = "{ actor(id: \"ukraine\") { name } }";
        String answer = LoadTest.post(question).asString();
        post("{\"query\": \"{ __typename }\"}");
        CompletableFuture<Response> running =
                LoadTest.onceItRuns(CompletableFuture.supplyAsync(() -> LoadTest.post(LoadTest.ENDLESS)));
        Response kept = LoadTest.post(question);
        Response unread = post("{\"query\": \"{ __typename }\", \"extensions\": {}}");
        assertThat(running.isDone()).as("the server was too slow to be busy").isFalse();
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.asString()).contains("Ukraine").isEqualTo(answer);
        assertThat(unread.asString()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(running.get(PATIENCE, TimeUnit.SECONDS).asString()).contains("OUT_OF_TIME");
    }

    @Test
    @OnlyOn(
            value = OnlyOn.Database.H2,
            because = "a record that no other process can change, so that nobody is asked whether it is still the same")
    void what_is_all_in_memory_needs_no_place() throws Exception {
        post("{\"query\": \"{ actor(id: \\\"ukraine\\\") { id } }\"}");
        CompletableFuture<Response> running =
                LoadTest.onceItRuns(CompletableFuture.supplyAsync(() -> LoadTest.post(LoadTest.ENDLESS)));
        Response inMemory = post("{\"query\": \"{ actor(id: \\\"ukraine\\\") { id } }\", \"extensions\": {}}");
        assertThat(running.isDone()).as("the server was too slow to be busy").isFalse();
        assertThat(inMemory.asString()).isEqualTo("{\"data\":{\"actor\":{\"id\":\"actor/ukraine\"}}}");
        assertThat(running.get(PATIENCE, TimeUnit.SECONDS).asString()).contains("OUT_OF_TIME");
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/graphql");
    }
}
