package org.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;
import org.parley.Wire;

/** Lines of one header count together (RFC 9110, 5.3). */
@AnyDatabase
@QuarkusTest
class FieldLinesTest {
    private static final String TYPENAME = "/graphql?query=%7B__typename%7D";
    private static final String LONG = "/graphql?query=%7Bstatements%7Bnodes%7Bid,summary%7D%7D%7D";
    private static final byte[] BODY = "{\"query\": \"{ __typename }\"}".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/")
    URL server;

    @ParameterizedTest
    @CsvSource({
        "text/plain, application/json, application/json",
        "application/json, text/plain, application/json",
        "text/html, application/graphql-response+json, application/graphql-response+json",
        "application/json;q=0.5, application/graphql-response+json, application/graphql-response+json",
        "application/json;q=0, */*, application/graphql-response+json",
        "'', application/json, application/json",
    })
    void accept(String first, String second, String mediaType) throws IOException {
        try (Wire wire = Wire.to(server)) {
            for (String path : new String[] {TYPENAME, "/graphql/" + TYPENAME.substring("/graphql".length())}) {
                Wire.Answer answer = wire.ask("GET", path, "Accept: " + first, "Accept: " + second);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Content-Type")).isEqualTo(mediaType + "; charset=utf-8");
            }
            assertThat(wire.ask(
                                    "POST",
                                    "/graphql",
                                    BODY,
                                    "Accept: " + first,
                                    "Content-Type: application/json",
                                    "accept: " + second)
                            .text())
                    .isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        }
    }

    @Test
    void accept_of_a_browser() throws IOException {
        try (Wire wire = Wire.to(server)) {
            assertThat(wire.ask("GET", "/graphql", "Accept: application/xml", "Accept: text/html")
                            .status())
                    .isEqualTo(303);
            assertThat(wire.ask("GET", TYPENAME, "Accept: text/plain", "Accept: text/html")
                            .status())
                    .isEqualTo(406);
        }
    }

    @ParameterizedTest
    @CsvSource({"br, gzip, gzip", "gzip, br, gzip", "gzip;q=0, *,", "identity, deflate,"})
    void accept_encoding(String first, String second, String encoding) throws IOException {
        try (Wire wire = Wire.to(server)) {
            for (String path : new String[] {LONG, "/", "/graphiql/licences.txt", "/graphql/schema.graphql"}) {
                assertThat(wire.ask("GET", path, "Accept-Encoding: " + first, "Accept-Encoding: " + second)
                                .header("Content-Encoding"))
                        .as(path)
                        .isEqualTo(encoding);
            }
        }
    }

    @Test
    void if_none_match() throws IOException {
        try (Wire wire = Wire.to(server)) {
            for (String path : new String[] {TYPENAME, "/", "/graphiql/licences.txt", "/graphql/schema.graphql"}) {
                String tag = wire.ask("GET", path).header("ETag");
                assertThat(wire.ask("GET", path, "If-None-Match: \"other\"", "If-None-Match: " + tag)
                                .status())
                        .as(path)
                        .isEqualTo(304);
                assertThat(wire.ask("GET", path, "If-None-Match: " + tag, "If-None-Match: \"other\"")
                                .status())
                        .isEqualTo(304);
                assertThat(wire.ask("GET", path, "If-None-Match: \"other\"", "If-None-Match: \"one\"")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void content_type() throws IOException {
        try (Wire wire = Wire.to(server)) {
            String json = "Content-Type: application/json";
            assertThat(wire.ask("POST", "/graphql", BODY, json, json + "; charset=utf-8")
                            .status())
                    .isEqualTo(200);
            assertThat(wire.ask("POST", "/graphql", BODY, json, "Content-Type: text/plain")
                            .status())
                    .isEqualTo(415);
            assertThat(wire.ask("POST", "/graphql", BODY, "Content-Type: text/plain", json)
                            .status())
                    .isEqualTo(415);
        }
    }

    @Test
    void content_encoding() throws IOException {
        try (Wire wire = Wire.to(server)) {
            assertThat(wire.ask(
                                    "POST",
                                    "/graphql",
                                    Gzip.packed(Gzip.packed(BODY)),
                                    "Content-Type: application/json",
                                    "Content-Encoding: gzip",
                                    "Content-Encoding: gzip")
                            .status())
                    .isEqualTo(415);
        }
    }
}
