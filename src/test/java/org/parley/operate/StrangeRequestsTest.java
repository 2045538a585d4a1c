package org.parley.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** Requests that no client sends, byte by byte. */
@AnyDatabase
@QuarkusTest
class StrangeRequestsTest {

    @TestHTTPResource("/graphql")
    URL graphql;

    @Test
    void an_address_that_is_too_long() throws IOException {
        assertThat(answerTo("GET /graphql?query=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: parley\r\n\r\n"))
                .matches("HTTP/1.[01] 414 ");
    }

    @Test
    void headers_that_are_too_long() throws IOException {
        assertThat(answerTo("GET /graphql HTTP/1.1\r\nHost: parley\r\nX-Long: " + "x".repeat(30_000) + "\r\n\r\n"))
                .matches("HTTP/1.[01] 431 ");
    }

    @Test
    void what_is_not_http() throws IOException {
        assertThat(answerTo("peace\r\n\r\n")).matches("HTTP/1.[01] 400 ");
    }

    @Test
    void a_length_that_is_no_number() throws IOException {
        assertThat(answerTo("POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Length: many\r\n\r\n"))
                .matches("HTTP/1.[01] 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql?query=%7B__typename%7D",
                "/graphql/schema.graphql",
                "/graphiql/",
                "/q/health/live",
                "/nowhere"
            })
    void a_version_that_nobody_speaks(String path) throws IOException {
        for (String version : List.of("1.2", "2.0", "9.9")) {
            assertThat(wholeAnswerTo("GET " + path + " HTTP/" + version + "\r\nHost: parley\r\n\r\n"))
                    .as(version)
                    .contains(" 400 Bad Request\r\n")
                    .endsWith(
                            "{\"errors\":[{\"message\":\"the version of HTTP in the request's first line must be 1.0 or 1.1\","
                                    + "\"extensions\":{\"code\":\"BAD_REQUEST\"}}]}");
        }
    }

    private String answerTo(String request) throws IOException {
        return answerTo(request, 13);
    }

    /** Of a connection that the server closes. */
    private String wholeAnswerTo(String request) throws IOException {
        return answerTo(request, Integer.MAX_VALUE);
    }

    private String answerTo(String request, int length) throws IOException {
        try (Socket socket = new Socket(graphql.getHost(), graphql.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
        }
    }
}
