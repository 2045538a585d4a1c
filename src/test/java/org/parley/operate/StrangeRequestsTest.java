package org.parley.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Requests that no client sends, byte by byte. */
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

    private String answerTo(String request) throws IOException {
        try (Socket socket = new Socket(graphql.getHost(), graphql.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[64];
            int length = socket.getInputStream().readNBytes(answer, 0, 13);
            return new String(answer, 0, length, StandardCharsets.US_ASCII);
        }
    }
}
