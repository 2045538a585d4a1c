package org.parley.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.Wire;

/** One property lets the web pages of an origin ask. */
@AnyDatabase
@QuarkusTest
@TestProfile(CorsOfOneOriginTest.OneOrigin.class)
class CorsOfOneOriginTest {
    private static final List<String> PATHS = List.of(
            "/",
            "/graphql",
            "/graphql?query=%7B__typename%7D",
            "/graphql/schema.graphql",
            "/graphiql",
            "/graphiql/",
            "/graphiql/licences.txt",
            "/q/health/live",
            "/q/metrics",
            "/nowhere");

    public static class OneOrigin implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.http.cors.origins", "https://example.org,https://Capital.example:443");
        }
    }

    @TestHTTPResource("/")
    URL server;

    @Test
    void a_page_of_the_origin_may_ask() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/graphql")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://example.org")
                .header("Access-Control-Allow-Methods", "GET, HEAD, POST")
                .header("Access-Control-Allow-Headers", containsString("content-type"))
                .header("Access-Control-Max-Age", "3600")
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    /** A browser asks first, since a page that sends a token is more than a link or a form. */
    @Test
    void a_page_of_the_origin_may_send_a_token_and_read_that_it_is_refused() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/graphql")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", "authorization,content-type");
        asking("https://example.org")
                .header("Authorization", "Bearer x")
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "https://example.org")
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
        given().header("Origin", "https://example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .options("/graphql")
                .then()
                .header("Access-Control-Allow-Headers", nullValue());
    }

    @Test
    void a_page_of_the_origin_may_read_the_answer() {
        Headers headers = asking("https://example.org")
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://example.org")
                .body("data.__typename", equalTo("Query"))
                .extract()
                .headers();
        assertThat(headers.getValues("Vary")).contains("Origin");
    }

    @Test
    void an_error_can_be_read_too() {
        given().header("Origin", "https://example.org")
                .contentType("application/json")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(400)
                .header("Access-Control-Allow-Origin", "https://example.org");
    }

    /** As its browser sends it; the setting has it as people write it. */
    @Test
    void an_origin_may_be_written_with_capitals_and_the_port_that_it_has_anyway() {
        asking("https://capital.example")
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://capital.example");
    }

    /** Its browser keeps the answer from it, as it does where no origin is listed at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "http://example.org",
                "https://example.org:8443",
                "https://example.org.example.com",
                "null",
                "https://example.org, https://example.com"
            })
    void a_page_of_another_origin_may_not(String origin) {
        for (String path : PATHS) {
            given().header("Origin", origin)
                    .redirects()
                    .follow(false)
                    .get(path)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Expose-Headers", nullValue());
            given().header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "content-type")
                    .options(path)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Allow-Methods", nullValue())
                    .header("Access-Control-Allow-Headers", nullValue());
        }
    }

    /** What a page of the explorer sends, whatever stands in front has made of its host and scheme. */
    @ParameterizedTest
    @CsvSource({
        "https://parley.example, parley.example, X-Forwarded-Proto: https",
        "https://parley.example, parley.example, X: y",
        "http://parley.example, backend:8080, X: y",
        "https://parley.example, backend:8080, X-Forwarded-Host: parley.example",
        "https://parley.example:8443, 10.0.0.1, Forwarded: host=parley.example",
    })
    void the_explorer_may_ask_wherever_it_is(String origin, String host, String header) throws IOException {
        try (Wire wire = Wire.to(server)) {
            Wire.Answer answer = wire.ask(
                    "POST",
                    "/graphql",
                    "{\"query\": \"{ __typename }\"}".getBytes(StandardCharsets.UTF_8),
                    "Host: " + host,
                    "Origin: " + origin,
                    "Content-Type: application/json",
                    header);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    /** Whether or not there is one in the request: a cache keeps the one answer for the other. */
    @Test
    void every_answer_depends_on_the_origin_beside_what_else_it_depends_on() throws IOException {
        try (Wire wire = Wire.to(server)) {
            for (String path : PATHS) {
                String before = wire.ask("GET", path, "Accept: text/html").header("Vary");
                assertThat(before).as(path).startsWith("Origin");
                for (String origin : List.of("https://example.org", "https://example.com")) {
                    assertThat(wire.ask("GET", path, "Accept: text/html", "Origin: " + origin)
                                    .header("Vary"))
                            .as(path)
                            .isEqualTo(before);
                }
            }
            assertThat(wire.ask("GET", "/graphql/schema.graphql").header("Vary"))
                    .isEqualTo("Origin, Accept-Encoding");
            assertThat(wire.ask("GET", "/graphql?query=%7B__typename%7D").header("Vary"))
                    .isEqualTo("Origin, Accept, Accept-Encoding");
            assertThat(wire.ask("GET", "/graphql", "Accept: text/html").header("Vary"))
                    .isEqualTo("Origin, Accept");
        }
    }

    /** A page that may ask is told what was wrong. */
    @Test
    void a_page_of_the_origin_may_read_every_answer() throws IOException {
        try (Wire wire = Wire.to(server)) {
            for (String path : PATHS) {
                for (String method : List.of("GET", "HEAD", "POST", "PUT", "OPTIONS")) {
                    assertThat(wire.ask(method, path, "Origin: https://example.org")
                                    .header("Access-Control-Allow-Origin"))
                            .as(method + " " + path)
                            .isEqualTo("https://example.org");
                }
            }
        }
    }

    @Test
    void who_is_no_page_may_ask_as_ever() {
        given().contentType("application/json")
                .body("{\"query\": \"{ __typename }\"}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static RequestSpecification asking(String origin) {
        return given().header("Origin", origin).contentType("application/json").body("{\"query\": \"{ __typename }\"}");
    }
}
