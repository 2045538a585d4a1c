package org.parley.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

/**
 * A server that has room for one operation and one that waits, and six seconds for each: what happens to those that take more.
 * Who waits does so for much longer, since a busy machine may take long to end what ran.
 */
@AnyDatabase
@QuarkusTest
@TestProfile(LoadTest.Small.class)
class LoadTest {
    /** In milliseconds. */
    private static final int TIME = 6000;

    /** What a busy machine may add to it, in milliseconds. */
    private static final int SLACK = 30_000;

    /** In seconds; how long the test waits for an answer. */
    private static final int PATIENCE = 60;

    /** Millions of records within each other; the engine would be at it for minutes. */
    static final String ENDLESS = "{ actors(first: 100) { nodes { "
            + "statements(first: 100) { nodes { speakers { ".repeat(7) + "name" + " } } }".repeat(7) + " } } }";

    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parley.cache.answers", "0",
                    // What is all in memory would take no place.
                    "parley.cache.records", "0",
                    "parley.limits.running", "1",
                    "parley.limits.waiting", "1",
                    "parley.limits.waiting-time", TIME + SLACK + "ms",
                    "parley.limits.time", TIME + "ms",
                    "parley.limits.cost", "1000000000",
                    "parley.limits.document-characters", "1000000",
                    "parley.limits.document-tokens", "1000000");
        }
    }

    /** One thread a request: the common pool has too few to send so many at once. */
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    /** The first operation of a server that has just started takes long: none of these tests is to meet it. */
    @BeforeEach
    void wake_up() {
        ask("{ actor(id: \"russia\") { name } }").answers("actor.name", "Russia");
    }

    @Test
    void an_operation_is_cancelled_when_its_time_is_over() {
        within(TIME + SLACK, () -> ask(ENDLESS).failsWith("OUT_OF_TIME", "6000 milliseconds"));
        answersAgain();
    }

    @Test
    void one_runs_and_one_waits_and_further_ones_are_refused() throws Exception {
        CompletableFuture<Response> running = sendEndless();
        List<CompletableFuture<Response>> rush = IntStream.range(0, 5)
                .mapToObj(i -> send("{ actor(id: \"russia\") { name } }"))
                .toList();
        // The first answer comes while the operation runs: it is that of one that found the line full.
        Response refused = (Response)
                CompletableFuture.anyOf(rush.toArray(CompletableFuture[]::new)).get(PATIENCE, TimeUnit.SECONDS);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(running.isDone()).as("the server was too slow to be alive").isFalse();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.jsonPath().getList("errors.extensions.code")).containsExactly("SERVER_BUSY");
        assertThat(running.get(PATIENCE, TimeUnit.SECONDS).asString()).contains("OUT_OF_TIME");
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<Response> answer : rush) {
            statuses.add(answer.get(PATIENCE, TimeUnit.SECONDS).statusCode());
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 503, 503, 503, 503);
        answersAgain();
    }

    @Test
    void who_asks_for_another_protocol_stands_in_line_too() throws Exception {
        CompletableFuture<Response> running = sendEndless();
        List<CompletableFuture<Response>> rush = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> given().contentType("application/json")
                                .header("Upgrade", "peace")
                                .body(Map.of("query", "{ actor(id: \"russia\") { name } }"))
                                .post("/graphql"),
                        clients))
                .toList();
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<Response> answer : rush) {
            statuses.add(answer.get(PATIENCE, TimeUnit.SECONDS).statusCode());
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 503, 503);
        assertThat(running.get(PATIENCE, TimeUnit.SECONDS).asString()).contains("OUT_OF_TIME");
        answersAgain();
    }

    /** Those who find a place, run or wait their time out, and none is lost: afterwards there is room again. */
    @Test
    void after_a_rush_there_is_room_again() {
        List<CompletableFuture<Response>> rush = IntStream.range(0, 60)
                .mapToObj(i -> send("{ actor(id: \"russia\") { name } }"))
                .toList();
        assertThat(rush).allSatisfy(answer -> assertThat(
                        answer.get(PATIENCE, TimeUnit.SECONDS).statusCode())
                .isIn(200, 503));
        answersAgain();
    }

    private CompletableFuture<Response> send(String query) {
        return CompletableFuture.supplyAsync(() -> post(query), clients);
    }

    /** Returns when it runs. */
    private CompletableFuture<Response> sendEndless() throws InterruptedException {
        return onceItRuns(send(ENDLESS));
    }

    static CompletableFuture<Response> onceItRuns(CompletableFuture<Response> operation) throws InterruptedException {
        while (!operation.isDone() && !given().get("/q/metrics").asString().contains("parley_operations_running 1.0")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return operation;
    }

    private static void answersAgain() {
        within(SLACK, () -> ask("{ actor(id: \"russia\") { name } }").answers("actor.name", "Russia"));
    }

    private static void within(int milliseconds, Runnable work) {
        Instant start = Instant.now();
        work.run();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(milliseconds));
    }

    static Response post(String query) {
        return given().contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql");
    }
}
