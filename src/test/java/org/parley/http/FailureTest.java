package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** What goes wrong around an operation: who is told of it, and how. */
@AnyDatabase
@QuarkusTest
class FailureTest {
    private static final String FAULT = "X-Fault";
    private static final String GONE = "X-Gone";

    @TestHTTPResource("/graphql")
    URL graphql;

    private final Told told = new Told();

    /** What the log tells to whoever watches over Parley. */
    private static final class Told extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                records.add(line);
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** Has a fault where nobody expects one: between the routes. */
    @ApplicationScoped
    static class Fault {
        void init(@Observes Router router) {
            router.route("/graphql").order(-75).handler(request -> {
                if (request.request().headers().contains(FAULT)) {
                    throw new IllegalStateException("the secret of the server");
                }
                if (request.request().headers().contains(GONE)) {
                    tellThatNobodyIsThere(request);
                }
                request.next();
            });
        }

        /** As the server does where a connection is reset, a moment before it calls the connection closed. */
        private static void tellThatNobodyIsThere(RoutingContext request) {
            Http1xServerConnection connection =
                    (Http1xServerConnection) request.request().connection();
            long telling = request.vertx()
                    .setPeriodic(1, again -> connection.handleException(new IOException("Connection reset by peer")));
            request.addEndHandler(end -> request.vertx().cancelTimer(telling));
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(told);
    }

    @AfterEach
    void listen_no_more() {
        Logger.getLogger("").removeHandler(told);
    }

    @Test
    void a_fault_of_parley_itself_has_the_shape_of_an_error_and_is_logged_once() {
        JsonPath answer = given().header(FAULT, "yes")
                .queryParam("query", "{ rounds { totalCount } }")
                .get("/graphql")
                .then()
                .statusCode(500)
                .contentType("application/json")
                .extract()
                .jsonPath();
        assertThat(answer.getString("errors[0].message")).isEqualTo("Parley failed to answer.");
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INTERNAL_SERVER_ERROR");
        assertThat(answer.getMap("")).containsOnlyKeys("errors");
        assertThat(told.records).hasSize(1);
        assertThat(told.records.get(0).getThrown()).hasMessage("the secret of the server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "ffffffffffff\r\n{}"})
    void a_body_in_broken_chunks_is_refused_and_no_more_is_read(String chunks) throws IOException {
        String answer = answerTo("POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks
                + "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: parley\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("BAD_REQUEST").doesNotContain("__typename");
        assertThat(told.records).isEmpty();
    }

    @Test
    void what_is_not_http_1_is_no_matter_for_the_log() throws IOException {
        answerTo("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0".repeat(100));
        assertThat(told.records).isEmpty();
    }

    @Test
    void a_client_who_is_gone_leaves_the_operation_its_database() {
        given().header(GONE, "yes")
                .queryParam(
                        "query",
                        "{ actors(first: 100) { nodes { statements(first: 100) { nodes { speakers { name } } } } } }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue());
        assertThat(told.records).isEmpty();
    }

    /** All that comes until the server closes the connection. */
    private String answerTo(String request) throws IOException {
        try (Socket socket = new Socket(graphql.getHost(), graphql.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
