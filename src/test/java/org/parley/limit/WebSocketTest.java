package org.parley.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** Nobody gets past the limits on requests by a protocol that has others. */
@AnyDatabase
@QuarkusTest
class WebSocketTest {
    private static final String SUBSCRIPTION = "subscription { changes { number } }";

    @TestHTTPResource("/graphql")
    URL graphql;

    private final List<WebSocket> sockets = new ArrayList<>();

    @AfterEach
    void closeAll() {
        sockets.forEach(WebSocket::abort);
    }

    private URI address() {
        return URI.create(graphql.toString().replaceFirst("^http", "ws"));
    }

    /** What a client receives: messages, and at the end the code with which the socket was closed. */
    private static final class Client implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private WebSocket socket;

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                received.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            received.add("closed " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            received.add("failed " + error);
        }

        Client send(String message) {
            socket.sendText(message, true).join();
            return this;
        }

        String next() throws InterruptedException {
            return received.poll(60, TimeUnit.SECONDS);
        }
    }

    private Client opened() {
        Client client = new Client();
        client.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(address(), client)
                .join();
        sockets.add(client.socket);
        assertThat(client.socket.getSubprotocol()).isEqualTo("graphql-transport-ws");
        return client;
    }

    private Client begun() throws InterruptedException {
        Client client = opened().send("{\"type\":\"connection_init\"}");
        assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
        return client;
    }

    private static String subscribe(String id, String document) {
        return "{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + document + "\"}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphql-ws", "peace"})
    void none_is_opened_with_another_protocol(String protocol) {
        assertThat(HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .subprotocols(protocol)
                        .buildAsync(address(), new WebSocket.Listener() {}))
                .failsWithin(60, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                .extracting(refused -> refused.getResponse().statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"http://elsewhere.example, 403", "null, 403", "https://localhost.elsewhere.example, 403"})
    void none_is_opened_for_a_page_from_elsewhere(String origin, int status) {
        var error = given().header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Protocol", "graphql-transport-ws")
                .header("Origin", origin)
                .get("/graphql")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
        assertThat(error.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void whoever_asks_for_one_in_another_way_is_told_how(String method) {
        var error = given().header("Connection", "Upgrade")
                .header("Upgrade", "WebSocket")
                .request(method, "/graphql")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();
        assertThat(error.getString("errors[0].message")).contains("websocket");
        assertThat(error.getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
    }

    /** As a client of HTTP/2 without TLS may ask. */
    @Test
    void another_protocol_may_be_asked_for() {
        given().header("Upgrade", "peace")
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON | closed 4400 a message must be JSON",
                "{\"type\":\"start\"} | closed 4400 type must be connection_init, ping, pong, subscribe or complete",
                "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ __typename }\"}} | closed 4401 Unauthorized",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer nobody\"}} | closed 4403 Authorization must be Bearer and the token of a curator",
                "{\"type\":\"ping\"} | {\"type\":\"pong\"}"
            })
    void a_first_message_is_answered(String message, String answer) throws InterruptedException {
        assertThat(opened().send(message).next()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"connection_init\"} | closed 4429 Too many initialisation requests",
                "{\"type\":\"subscribe\",\"payload\":{}} | closed 4400 subscribe must have an id and a payload",
                "{\"id\":\"1\",\"type\":\"subscribe\"} | closed 4400 subscribe must have an id and a payload"
            })
    void a_further_message_is_answered(String message, String answer) throws InterruptedException {
        assertThat(begun().send(message).next()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ __typename } | BAD_REQUEST",
                "mutation { revert(change: 1, summary: 'x') { replayed } } | BAD_REQUEST",
                "subscription { nothing } | GRAPHQL_VALIDATION_FAILED",
                "subscription { | GRAPHQL_PARSE_FAILED",
                "subscription { changes(since: 999) { number } } | INVALID_ARGUMENT"
            })
    void what_is_no_subscription_is_refused_by_itself(String document, String code) throws InterruptedException {
        Client client = begun().send(subscribe("1", document.replace("'", "\\\"")));
        assertThat(client.next())
                .startsWith("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{")
                .contains("\"code\":\"" + code + "\"");
        assertThat(client.send("{\"type\":\"ping\"}").next()).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void a_socket_has_as_many_subscriptions_as_it_may() throws InterruptedException {
        Client client = begun();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            client.send(subscribe("s" + i, SUBSCRIPTION));
        }
        answers.add(client.next());
        assertThat(answers.get(0)).contains("\"s20\"", "\"error\"", "SERVER_BUSY");
        client.send("{\"id\":\"s3\",\"type\":\"complete\"}").send(subscribe("again", SUBSCRIPTION));
        assertThat(client.send("{\"type\":\"ping\"}").next()).isEqualTo("{\"type\":\"pong\"}");
        assertThat(client.send(subscribe("s1", SUBSCRIPTION)).next())
                .isEqualTo("closed 4409 Subscriber for s1 already exists");
    }

    @Test
    void a_long_message_ends_the_socket() throws InterruptedException {
        Client client = begun().send("{\"type\":\"ping\",\"payload\":\""
                + String.join("", Collections.nCopies(70_000, "x")) + "\"}");
        assertThat(client.next()).startsWith("closed 1009");
    }
}
