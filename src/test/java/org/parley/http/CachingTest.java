package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be kept of the answers, for how long, and in which encoding they are sent. */
@QuarkusTest
class CachingTest {
    private static final String SHORT = "{ __typename }";
    private static final String LONG =
            "query Named($first: Int) { statements(first: $first) { nodes { id summary } } }";

    @Test
    void an_answer_to_get_may_be_kept() {
        Response response = get(SHORT);
        assertThat(response.header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(response.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(response.header("ETag")).matches("\"[0-9a-f]{64}\"");
    }

    @Test
    void what_was_kept_is_not_sent_again() {
        String tag = get(SHORT).header("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "\"other\",W/" + tag)) {
            Response response = plain().header("If-None-Match", known)
                    .queryParam("query", SHORT)
                    .get("/graphql");
            assertThat(response.statusCode()).as(known).isEqualTo(304);
            assertThat(response.asByteArray()).isEmpty();
            assertThat(response.header("ETag")).isEqualTo(tag);
            assertThat(response.header("Cache-Control")).isEqualTo("max-age=60");
            assertThat(response.header("Vary")).isEqualTo("Accept, Accept-Encoding");
            assertThat(response.header("Content-Encoding")).isNull();
        }
        plain().header("If-None-Match", "*")
                .queryParam("query", SHORT)
                .get("/graphql")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        plain().header("If-None-Match", "*")
                .queryParam("query", "{ nothing }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("errors", hasSize(1));
        plain().header("If-None-Match", "\"other\"")
                .queryParam("query", SHORT)
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void a_tag_belongs_to_one_request_and_one_media_type() {
        List<Response> different = List.of(
                get(LONG),
                get(LONG + " "),
                plain().queryParam("query", LONG)
                        .queryParam("operationName", "Named")
                        .get("/graphql"),
                plain().queryParam("query", LONG)
                        .queryParam("variables", "{\"first\": 2}")
                        .get("/graphql"),
                plain().accept("application/graphql-response+json")
                        .queryParam("query", LONG)
                        .get("/graphql"));
        assertThat(different.stream().map(each -> each.header("ETag")))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(get(LONG).header("ETag")).isEqualTo(different.get(0).header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{ nothing }",
                "mutation { x }",
                "subscription { x }",
                "{ statements(first: 0) { totalCount } }",
                "query A { __typename } query B { __typename }"
            })
    void an_error_may_not_be_kept(String query) {
        Response response = get(query);
        assertThat(response.asString()).contains("errors");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("ETag")).isNull();
    }

    @Test
    void an_answer_to_post_may_not_be_kept() {
        Response response = plain().contentType("application/json")
                .header("If-None-Match", get(SHORT).header("ETag"))
                .body(Map.of("query", SHORT))
                .post("/graphql");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("ETag")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, gzip;q=0.1, br", "x, *"})
    void a_long_answer_is_compressed_for_a_client_that_takes_it(String encodings) throws IOException {
        byte[] plain = get(LONG).asByteArray();
        assertThat(plain).hasSizeGreaterThan(1024);
        Response byGet = plain().header("Accept-Encoding", encodings)
                .queryParam("query", LONG)
                .get("/graphql");
        Response byPost = plain().header("Accept-Encoding", encodings)
                .contentType("application/json")
                .body(Map.of("query", LONG))
                .post("/graphql");
        for (Response response : List.of(byGet, byPost)) {
            assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(response.asByteArray().length));
            assertThat(response.asByteArray()).hasSizeLessThan(plain.length);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(response.asByteArray())).readAllBytes())
                    .isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "deflate", "gzip;q=0", "gzip;q=0, *"})
    void nothing_is_compressed_for_a_client_that_does_not_take_it(String encodings) {
        Response response = plain().header("Accept-Encoding", encodings)
                .queryParam("query", LONG)
                .get("/graphql");
        assertThat(response.header("Content-Encoding")).isNull();
        assertThat(response.jsonPath().getList("data.statements.nodes")).hasSize(20);
    }

    @Test
    void a_short_answer_is_not_compressed() {
        Response response = plain().header("Accept-Encoding", "gzip")
                .queryParam("query", SHORT)
                .get("/graphql");
        assertThat(response.header("Content-Encoding")).isNull();
        assertThat(response.asString()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(response.header("ETag")).isEqualTo(get(SHORT).header("ETag"));
    }

    /** A strong tag promises the same bytes, and the two encodings have others. */
    @Test
    void each_encoding_has_a_tag_of_its_own() {
        String plain = get(LONG).header("ETag");
        String gzipped = plain().header("Accept-Encoding", "gzip")
                .queryParam("query", LONG)
                .get("/graphql")
                .header("ETag");
        assertThat(gzipped).isNotEqualTo(plain).doesNotStartWith("W/");
        assertThat(statusOf(LONG, "gzip", gzipped)).isEqualTo(304);
        assertThat(statusOf(LONG, "gzip", plain)).isEqualTo(304);
        assertThat(statusOf(LONG, "identity", plain)).isEqualTo(304);
        assertThat(statusOf(LONG, "identity", gzipped)).isEqualTo(200);
        assertThat(statusOf(LONG, "identity", gzipped + ", " + plain)).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql/schema.graphql", "/", "/graphiql/", "/graphiql/licences.txt"})
    void the_schema_and_the_pages_are_compressed_too(String path) throws IOException {
        byte[] plain = plain().get(path).asByteArray();
        Response response = plain().header("Accept-Encoding", "gzip").get(path);
        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.header("Vary")).containsIgnoringCase("Accept-Encoding");
        // Not isEqualTo, which would print a megabyte number by number.
        assertThat(Arrays.equals(
                        new GZIPInputStream(new ByteArrayInputStream(response.asByteArray())).readAllBytes(), plain))
                .isTrue();
    }

    @Test
    void the_schema_is_asked_for_anew_and_not_sent_again() {
        String path = "/graphql/schema.graphql";
        Response whole = plain().get(path);
        String tag = whole.header("ETag");
        assertThat(whole.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(whole.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        Response kept = plain().header("If-None-Match", tag).get(path);
        assertThat(kept.statusCode()).isEqualTo(304);
        assertThat(kept.asByteArray()).isEmpty();
        assertThat(plain().header("If-None-Match", "\"other\"").get(path).statusCode())
                .isEqualTo(200);
    }

    private static int statusOf(String query, String encodings, String known) {
        return plain().header("Accept-Encoding", encodings)
                .header("If-None-Match", known)
                .queryParam("query", query)
                .get("/graphql")
                .statusCode();
    }

    private static Response get(String query) {
        return plain().queryParam("query", query).get("/graphql");
    }

    /** A client that decodes nothing, and asks for nothing encoded. */
    private static RequestSpecification plain() {
        return given().config(RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }
}
