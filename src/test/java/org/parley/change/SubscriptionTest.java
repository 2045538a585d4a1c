package org.parley.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.change.Desk.actor;
import static org.parley.change.Desk.as;
import static org.parley.change.Desk.mediator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.record.OwnHistory;

/** Changes as server-sent events. */
@QuarkusTest
@TestProfile(SubscriptionTest.WithFew.class)
class SubscriptionTest {
    private static final String CHANGE =
            "mutation ($edits: [Edit!]!) { change(edits: $edits, summary: \"a change\") { change { number } userErrors { message } } }";
    private static final String EVENTS = "text/event-stream";

    public static final class WithFew implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.curators", "src/test/resources/curators.json", "parley.limits.subscriptions", "3");
        }
    }

    @TestHTTPResource("/graphql")
    URL server;

    @Inject
    OwnHistory own;

    @Inject
    ObjectMapper mapper;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Events> opened = new ArrayList<>();

    @AfterEach
    void forget() throws SQLException {
        opened.forEach(Events::close);
        own.forget();
    }

    /** What the server sends, event by event. */
    private final class Events {
        private final HttpResponse<Stream<String>> response;
        private final Iterator<String> lines;

        Events(HttpResponse<Stream<String>> response) {
            this.response = response;
            this.lines = response.body().iterator();
            opened.add(this);
        }

        /** The data of the next event; null at the end. */
        JsonNode next() throws Exception {
            return CompletableFuture.supplyAsync(() -> {
                        String event = null;
                        while (lines.hasNext()) {
                            String line = lines.next();
                            if (line.startsWith("event: ")) {
                                event = line.substring("event: ".length());
                            } else if (line.startsWith("data:")) {
                                String data = line.substring("data:".length()).strip();
                                if ("complete".equals(event)) {
                                    return null;
                                }
                                try {
                                    return mapper.readTree(data);
                                } catch (IOException e) {
                                    throw new AssertionError(data, e);
                                }
                            }
                        }
                        throw new AssertionError("it ends without complete");
                    })
                    .get(30, TimeUnit.SECONDS);
        }

        long number() throws Exception {
            return next().at("/data/changes/number").asLong();
        }

        void close() {
            response.body().close();
        }
    }

    private Events open(String document, Map<String, Object> variables, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.toURI())
                .header("Content-Type", "application/json")
                .header("Accept", EVENTS)
                .POST(HttpRequest.BodyPublishers.ofString(
                        mapper.writeValueAsString(Map.of("query", document, "variables", variables))));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Events(client.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
    }

    private Events since(long number) throws Exception {
        return open("subscription ($n: Int) { changes(since: $n) { number } }", Map.of("n", number));
    }

    private static void change(Object... edits) {
        as("maria", CHANGE, Map.of("edits", List.of(edits))).answers("change.userErrors", List.of());
    }

    @Test
    void each_change_is_an_event_that_is_executed_anew() throws Exception {
        Events events = open(
                "subscription Watch($with: Boolean = true) { ...Root } fragment Root on Subscription { made: changes {"
                        + " number by edits { ...Done } } } fragment Done on Revision { id action record @include(if: $with) { ... on Actor { name } } }",
                Map.of());
        assertThat(events.response.headers().firstValue("content-type")).hasValue(EVENTS + "; charset=utf-8");
        change(mediator("a-mediator"));
        JsonNode made = events.next().at("/data/made");
        assertThat(made.at("/number").asInt()).isEqualTo(1);
        assertThat(made.at("/by").isNull()).isTrue();
        assertThat(made.at("/edits/0/record/name").asText()).isEqualTo("A Mediator");
        change(actor("id", "a-mediator", "expect", 1, "name", "B Mediator"));
        assertThat(events.next().at("/data/made/edits/0/record/name").asText()).isEqualTo("B Mediator");
    }

    @Test
    void a_client_that_comes_back_gets_what_it_has_missed_and_then_goes_on() throws Exception {
        change(mediator("a-mediator"));
        for (int i = 1; i < 5; i++) {
            change(actor("id", "a-mediator", "expect", i, "name", "Name " + i));
        }
        Events events = since(2);
        assertThat(List.of(events.number(), events.number(), events.number())).containsExactly(3L, 4L, 5L);
        change(actor("id", "a-mediator", "expect", 5, "name", "Name 5"));
        assertThat(events.number()).isEqualTo(6);
    }

    @Test
    void nothing_is_missed_or_doubled_beside_writers() throws Exception {
        change(mediator("a-mediator"));
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String id = "w-" + writer + "-";
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 10; i++) {
                    change(mediator(id + i));
                }
            });
            writers.add(thread);
            thread.start();
        }
        Events events = since(0);
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            found.add(events.number());
        }
        for (Thread each : writers) {
            each.join();
        }
        assertThat(found)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 41).boxed().toList());
    }

    @Test
    void who_made_it_is_told_to_curators() throws Exception {
        Events events = open("subscription { changes { by } }", Map.of(), "Authorization", Desk.bearer("rita"));
        change(mediator("a-mediator"));
        assertThat(events.next().at("/data/changes/by").asText()).isEqualTo("maria");
    }

    @Test
    void what_is_wrong_is_one_event() throws Exception {
        assertCode(open("subscription { nonsense }", Map.of()), "GRAPHQL_VALIDATION_FAILED");
        assertCode(since(7), "INVALID_ARGUMENT");
        assertCode(since(-1), "INVALID_ARGUMENT");
        assertCode(open("subscription { changes { number } }}", Map.of()), "GRAPHQL_PARSE_FAILED");
    }

    private static void assertCode(Events events, String code) throws Exception {
        JsonNode answer = events.next();
        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isEqualTo(code);
        assertThat(events.next()).isNull();
        assertThat(events.response.statusCode()).isEqualTo(200);
    }

    @Test
    void a_query_and_a_mutation_are_one_event() throws Exception {
        Events query = open("{ actor(id: \"ukraine\") { name } }", Map.of());
        assertThat(query.next().at("/data/actor/name").asText()).isEqualTo("Ukraine");
        assertThat(query.next()).isNull();
        Events mutation =
                open(CHANGE, Map.of("edits", List.of(mediator("a-mediator"))), "Authorization", Desk.bearer("maria"));
        assertThat(mutation.next().at("/data/change/change/number").asInt()).isEqualTo(1);
        Events byGet = new Events(client.send(
                HttpRequest.newBuilder(URI.create(server + "?query="
                                + URLEncoder.encode(
                                        "subscription { changes(since: 0) { number } }", StandardCharsets.UTF_8)))
                        .header("Accept", EVENTS)
                        .build(),
                HttpResponse.BodyHandlers.ofLines()));
        assertThat(byGet.number()).isEqualTo(1);
    }

    /** What urql sends with a query. */
    @Test
    void who_reads_both_gets_a_query_as_json_and_a_subscription_as_events() throws Exception {
        String both = "application/graphql-response+json, application/json, text/event-stream, multipart/mixed";
        Events query = accepting(both, "{ actor(id: \"ukraine\") { name } }");
        assertThat(query.response.headers().firstValue("content-type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
        for (String accept : List.of(both, "application/json, text/event-stream;q=0.1")) {
            Events events = accepting(accept, "subscription { changes(since: 0) { number } }");
            assertThat(events.response.headers().firstValue("content-type")).hasValue(EVENTS + "; charset=utf-8");
        }
        Events preferred =
                accepting("application/json;q=0.9, text/event-stream", "{ actor(id: \"ukraine\") { name } }");
        assertThat(preferred.next().at("/data/actor/name").asText()).isEqualTo("Ukraine");
    }

    private Events accepting(String accept, String document) throws Exception {
        return new Events(client.send(
                HttpRequest.newBuilder(server.toURI())
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(Map.of("query", document))))
                        .build(),
                HttpResponse.BodyHandlers.ofLines()));
    }

    @Test
    void a_subscription_without_events_is_refused() {
        as("", "subscription { changes { number } }").failsWith("BAD_REQUEST", "Accept: text/event-stream");
    }

    @Test
    void there_are_only_so_many_and_who_leaves_makes_room() throws Exception {
        List<Events> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(onceThereIsRoom());
        }
        assertThat(since(0).response.statusCode()).isEqualTo(503);
        all.get(0).close();
        onceThereIsRoom();
    }

    /** A server notices only after a moment that a client has left. */
    private Events onceThereIsRoom() throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            Events events = since(0);
            if (events.response.statusCode() == 200) {
                return events;
            }
            assertThat(events.response.statusCode()).isEqualTo(503);
            assertThat(System.nanoTime()).as("in nanoseconds").isLessThan(until);
            Thread.sleep(50);
        }
    }
}
