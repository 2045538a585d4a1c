package org.parley.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What readers find while one record takes another's place. */
@QuarkusTest
@TestProfile(ReplacementTest.Keeping.class)
class ReplacementTest {
    private static final Optional<Path> BUILT_IN = Optional.empty();
    private static final Optional<Path> FERRY = Optional.of(Path.of("src/test/resources/seed-small"));
    private static final int TIMES = 24;

    /** Each takes several statements of SQL, of which a later one needs the rows that an earlier one has found. */
    private static final List<String> QUESTIONS = List.of(
            "{ actors(first: 100) { totalCount nodes { id name statements(first: 5) { totalCount nodes { id title"
                    + " speakers { id name } renderings { wording source { id label } } corroboration { sources } } } } } }",
            "{ rounds(first: 50) { totalCount nodes { id title participants { actor { id name } } statements(first: 20)"
                    + " { nodes { id citations { locator source { id label origin } } } } } }"
                    + " sources(first: 100) { totalCount nodes { id label facts(first: 10) { totalCount nodes { id } } } } }",
            "{ search(text: \"the\") { totalCount nodes { kind snippet record { id } } }"
                    + " timeline(first: 50) { totalCount nodes { id } } coverage { facts source { label } } }");

    /** The packaged program has both caches; the other tests have none. */
    public static final class Keeping implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.cache.answers", "32M", "parley.cache.records", "16M");
        }
    }

    @Inject
    Seeder seeder;

    @Inject
    Edition edition;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService readers = Executors.newCachedThreadPool();

    @AfterEach
    void load_the_built_in_record_again() {
        readers.shutdownNow();
        seeder.load(BUILT_IN);
    }

    private HttpResponse<String> get(String question) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql?query="
                                + URLEncoder.encode(question, StandardCharsets.UTF_8)))
                        .timeout(Duration.ofSeconds(120))
                        .build(),
                BodyHandlers.ofString());
    }

    /** What may be answered to a question, by its entity tag. */
    private Map<String, String> whole(String question) throws IOException, InterruptedException {
        Map<String, String> whole = new HashMap<>();
        for (Optional<Path> record : List.of(FERRY, BUILT_IN)) {
            seeder.load(record);
            HttpResponse<String> answer = get(question);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("\"errors\"");
            whole.put(answer.headers().firstValue("ETag").orElseThrow(), answer.body());
        }
        assertThat(whole.values()).doesNotHaveDuplicates().hasSize(2);
        return whole;
    }

    @Test
    void every_answer_is_wholly_of_one_record_and_none_fails() throws Exception {
        List<Future<Integer>> reading = new ArrayList<>();
        List<Map<String, String>> whole = new ArrayList<>();
        for (String question : QUESTIONS) {
            whole.add(whole(question));
        }
        for (int i = 0; i < QUESTIONS.size(); i++) {
            String question = QUESTIONS.get(i);
            Map<String, String> answers = whole.get(i);
            Callable<Integer> reader = () -> {
                int read = 0;
                while (!Thread.currentThread().isInterrupted() && !readers.isShutdown()) {
                    HttpResponse<String> answer = get(question);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    String tag = answer.headers().firstValue("ETag").orElse(null);
                    assertThat(answers).as(answer.body()).containsKey(tag);
                    assertThat(answer.body()).isEqualTo(answers.get(tag));
                    read++;
                }
                return read;
            };
            reading.add(readers.submit(reader));
            reading.add(readers.submit(reader));
        }
        for (int i = 0; i < TIMES; i++) {
            assertThat(seeder.load(i % 2 == 0 ? FERRY : BUILT_IN).isNew()).isTrue();
        }
        readers.shutdown();
        for (Future<Integer> each : reading) {
            assertThat(each.get(120, TimeUnit.SECONDS)).isPositive();
        }
    }

    /** The readers ask the same all the time, so that the cache of answers has every answer. */
    @Test
    void once_a_record_is_loaded_nobody_gets_an_answer_of_the_one_before() throws Exception {
        String question = "{ actors(first: 5) { totalCount nodes { id } } }";
        List<String> answers = List.of(get(BUILT_IN, question), get(FERRY, question));
        assertThat(answers).doesNotHaveDuplicates();
        // Of the loads that have begun, and of those that are done: the record of an even number is the second.
        AtomicInteger begun = new AtomicInteger(1);
        AtomicInteger done = new AtomicInteger(1);
        AtomicInteger sure = new AtomicInteger();
        Callable<Void> reader = () -> {
            while (!readers.isShutdown()) {
                int before = done.get();
                String answer = get(question).body();
                if (begun.get() == before) {
                    assertThat(answer).isEqualTo(answers.get(before % 2));
                    sure.incrementAndGet();
                } else {
                    assertThat(answers).contains(answer);
                }
            }
            return null;
        };
        List<Future<Void>> reading = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reading.add(readers.submit(reader));
        }
        for (int i = 2; i < TIMES; i++) {
            begun.set(i);
            assertThat(seeder.load(i % 2 == 0 ? BUILT_IN : FERRY).isNew()).isTrue();
            done.set(i);
            // On a busy machine an answer takes longer than any time that could be waited for.
            int before = sure.get();
            while (sure.get() - before < reading.size() && reading.stream().noneMatch(Future::isDone)) {
                Thread.sleep(1);
            }
        }
        readers.shutdown();
        for (Future<Void> each : reading) {
            each.get(120, TimeUnit.SECONDS);
        }
    }

    private String get(Optional<Path> record, String question) throws IOException, InterruptedException {
        seeder.load(record);
        return get(question).body();
    }

    @Test
    void the_name_of_an_answer_changes_with_the_record_alone() throws Exception {
        String ofFerry = tag(FERRY);
        String ofBuiltIn = tag(BUILT_IN);
        assertThat(ofFerry).isNotEqualTo(ofBuiltIn);
        assertThat(tag(FERRY)).isEqualTo(ofFerry);
        given().header("If-None-Match", ofBuiltIn)
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200);
        given().header("If-None-Match", ofFerry)
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(304);
    }

    private String tag(Optional<Path> record) {
        seeder.load(record);
        return given().queryParam("query", "{ __typename }").get("/graphql").header("ETag");
    }

    /** A cursor is a place in an order, which every record has. */
    @Test
    void a_cursor_of_another_record_is_a_place_in_this_one() {
        seeder.load(BUILT_IN);
        String cursor = ask("{ actors(first: 1, orderBy: NAME_ASC) { pageInfo { endCursor } } }")
                .at("actors.pageInfo.endCursor")
                .toString();
        seeder.load(FERRY);
        ask("{ actors(first: 10, orderBy: NAME_ASC, after: \"" + cursor + "\") { totalCount nodes { name } } }")
                .answers("actors.totalCount", 3)
                .answersInOrder("actors.nodes.name", "Ilse Marten", "Oster", "Vester");
    }

    @Test
    void a_document_that_was_sent_for_the_record_before_is_known_still() {
        String query = "{ actors { totalCount } }";
        String digest = org.parley.graph.Sha256.of(query);
        String extensions = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + digest + "\"}}";
        given().queryParam("query", query)
                .queryParam("extensions", extensions)
                .get("/graphql")
                .then()
                .statusCode(200);
        seeder.load(FERRY);
        assertThat(given().queryParam("extensions", extensions)
                        .get("/graphql")
                        .jsonPath()
                        .getInt("data.actors.totalCount"))
                .isEqualTo(3);
    }

    @Test
    void what_was_served_before_a_load_that_failed_is_served_still() {
        seeder.load(FERRY);
        Edition.Served before = edition.served();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> seeder.load(Optional.of(Path.of("src/test/resources/nowhere")))))
                .isInstanceOf(InvalidRecord.class);
        assertThat(edition.served()).isEqualTo(before);
    }
}
