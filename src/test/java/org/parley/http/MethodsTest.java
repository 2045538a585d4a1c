package org.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.Wire;

/** Each path answers each method, at once; and what comes next on the connection is answered, too. */
@AnyDatabase
@QuarkusTest
class MethodsTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO", "get");

    private static final List<String> READ = List.of(
            "/",
            "/index.html",
            "/graphiql",
            "/graphiql/",
            "/graphiql/index.html",
            "/graphiql/questions.graphql",
            "/graphiql/licences.txt",
            "/graphql/schema.graphql",
            "/q/health",
            "/q/health/",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/q/metrics");

    private static final List<String> ASKED = List.of("/graphql", "/graphql/");

    private static final List<String> ABSENT =
            List.of("/nowhere", "/graphiql/nothing.js", "/graphql/nothing", "/q", "/q/", "/q/healthy", "/q/metricsx");

    private static final byte[] BODY = "{\"query\": \"{ __typename }\"}".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/")
    URL server;

    static Stream<Arguments> all() {
        return Stream.of(READ, ASKED, ABSENT).flatMap(List::stream).flatMap(path -> METHODS.stream()
                .map(method -> Arguments.of(method, path)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_method_on_each_path(String method, String path) throws IOException {
        boolean mayHaveBody = List.of("POST", "PUT", "PATCH", "FOO").contains(method);
        try (Wire wire = Wire.to(server)) {
            Wire.Answer answer = mayHaveBody
                    ? wire.ask(method, path, BODY, "Content-Type: application/json")
                    : wire.ask(method, path);
            judge(answer, method, path);
            assertThat(answer.header("Date")).isNotNull();
            assertThat(wire.ask("GET", "/graphql?query=%7B__typename%7D").text())
                    .isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        }
    }

    private static void judge(Wire.Answer answer, String method, String path) {
        if (ABSENT.contains(path)) {
            assertThat(answer.status()).isEqualTo(404);
            return;
        }
        boolean asked = ASKED.contains(path);
        String allowed = asked ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
        switch (method) {
                // Without a query there is nothing to answer.
            case "GET", "HEAD" -> assertThat(answer.status())
                    .isEqualTo(asked ? 400 : path.equals("/graphiql") ? 301 : 200);
            case "OPTIONS" -> {
                assertThat(answer.status()).isEqualTo(204);
                assertThat(answer.header("Allow")).isEqualTo(allowed);
            }
            default -> {
                if (asked && method.equals("POST")) {
                    assertThat(answer.status()).isEqualTo(200);
                    return;
                }
                assertThat(answer.status()).isEqualTo(405);
                assertThat(answer.header("Allow")).isEqualTo(allowed);
                assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
                assertThat(answer.text()).contains("not " + method, "BAD_REQUEST");
            }
        }
    }

    static Stream<String> read() {
        return Stream.concat(READ.stream(), Stream.of("/graphql?query=%7B__typename%7D"));
    }

    @ParameterizedTest
    @MethodSource("read")
    void head_is_get_without_the_body(String path) throws IOException {
        try (Wire wire = Wire.to(server)) {
            for (String encoding : List.of("identity", "gzip")) {
                Wire.Answer get = wire.ask("GET", path, "Accept-Encoding: " + encoding);
                Wire.Answer head = wire.ask("HEAD", path, "Accept-Encoding: " + encoding);
                assertThat(head.status()).isEqualTo(get.status());
                for (String header : List.of(
                        "Content-Type", "Content-Encoding", "ETag", "Cache-Control", "Vary", "Location", "Allow")) {
                    assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
                }
                // The numbers change with each request.
                if (!path.startsWith("/q/metrics")) {
                    assertThat(head.header("Content-Length")).isIn(null, get.header("Content-Length"));
                }
            }
        }
    }

    /** No other method may be kept from being asked for, whatever else a request of it says. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/graphql", "/graphql/schema.graphql", "/q/health/live"})
    void options_are_told_to_whoever_asks(String path) throws IOException {
        try (Wire wire = Wire.to(server)) {
            assertThat(wire.ask("OPTIONS", path, "Accept: nothing/at-all", "Origin: https://example.org")
                            .status())
                    .isEqualTo(204);
            assertThat(wire.ask("OPTIONS", path, BODY, "Content-Type: text/plain")
                            .status())
                    .isEqualTo(204);
            assertThat(wire.ask("GET", "/q/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void the_server_as_a_whole_tells_its_methods() throws IOException {
        try (Wire wire = Wire.to(server)) {
            Wire.Answer answer = wire.ask("OPTIONS", "*");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        }
    }
}
