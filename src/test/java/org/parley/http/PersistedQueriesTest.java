package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.graph.Sha256;

/** Apollo's automatic persisted queries, as its clients and urql's send them. */
@AnyDatabase
@QuarkusTest
class PersistedQueriesTest {
    /** Each test has a document of its own, so that none finds what another left. */
    private static String document(String name) {
        return "query " + name + "($id: ID!) { actor(id: $id) { name } }";
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void a_document_that_was_sent_once_is_named_from_then_on(String method) {
        String document = document("Once" + method);
        String digest = Sha256.of(document);
        mustBeUnknown(send(method, null, digest));
        mustAnswer(send(method, document, digest));
        mustAnswer(send(method, null, digest));
        mustAnswer(send(method.equals("GET") ? "POST" : "GET", null, digest));
    }

    @Test
    void the_name_of_the_draft_of_graphql_over_http_will_do() {
        String document = document("Draft");
        mustAnswer(send("POST", document, Sha256.of(document)));
        for (String name : List.of("sha256:" + Sha256.of(document), Sha256.of(document))) {
            mustAnswer(given().contentType("application/json")
                    .body(Map.of("documentId", name, "variables", Map.of("id", "russia")))
                    .post("/graphql"));
            mustAnswer(given().queryParam("documentId", name)
                    .queryParam("variables", "{\"id\": \"russia\"}")
                    .get("/graphql"));
        }
    }

    @Test
    void an_answer_to_a_named_document_is_known_by_the_same_tag() {
        String document = document("Tagged");
        Response whole = send("GET", document, Sha256.of(document));
        Response named = send("GET", null, Sha256.of(document));
        assertThat(named.header("ETag")).isNotNull().isEqualTo(whole.header("ETag"));
        assertThat(named.header("Cache-Control")).isEqualTo("max-age=60");
    }

    @Test
    void a_document_that_fails_is_not_kept() {
        String document = "{ nothing }";
        assertThat(send("POST", document, Sha256.of(document)).asString()).contains("GRAPHQL_VALIDATION_FAILED");
        mustBeUnknown(send("POST", null, Sha256.of(document)));
    }

    static List<Arguments> wrongNames() {
        String digest = "0".repeat(64);
        return List.of(
                Arguments.of("\"of another document\"", "BAD_REQUEST", "object"),
                Arguments.of(
                        "{\"sha256Hash\": \"" + digest + "\"}", "PERSISTED_QUERY_NOT_SUPPORTED", "version must be 1"),
                Arguments.of(
                        "{\"version\": 2, \"sha256Hash\": \"" + digest + "\"}",
                        "PERSISTED_QUERY_NOT_SUPPORTED",
                        "must be 1, not 2"),
                Arguments.of("{\"version\": 1}", "BAD_REQUEST", "sha256Hash must be a string"),
                Arguments.of("{\"version\": 1, \"sha256Hash\": \"abc\"}", "BAD_REQUEST", "64 hexadecimal digits"),
                Arguments.of(
                        "{\"version\": 1, \"sha256Hash\": \"" + digest + "\"}",
                        "PERSISTED_QUERY_MISMATCH",
                        "must be the SHA-256 of query"));
    }

    @ParameterizedTest
    @MethodSource("wrongNames")
    void a_wrong_name_is_refused(String extension, String code, String part) {
        Response response = given().accept("application/json")
                .queryParam("query", "{ __typename }")
                .queryParam("extensions", "{\"persistedQuery\": " + extension + "}")
                .get("/graphql");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo(code);
        assertThat(response.jsonPath().getString("errors[0].message")).contains(part);
    }

    @Test
    void a_mutation_by_get_is_refused_under_its_name_too() {
        String document = "mutation Named { x }";
        assertThat(send("GET", document, Sha256.of(document)).statusCode()).isEqualTo(405);
    }

    /** The status is that of Apollo's own server, whatever the media type: a client would not read the body of another. */
    private static void mustBeUnknown(Response response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString())
                .isEqualTo("{\"errors\":[{\"message\":\"PersistedQueryNotFound\","
                        + "\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_FOUND\"}}]}");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    private static void mustAnswer(Response response) {
        assertThat(response.asString()).isEqualTo("{\"data\":{\"actor\":{\"name\":\"Russia\"}}}");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private static Response send(String method, String document, String digest) {
        var request = given().accept("application/graphql-response+json");
        if (method.equals("GET")) {
            if (document != null) {
                request.queryParam("query", document);
            }
            return request.queryParam("variables", "{\"id\": \"russia\"}")
                    .queryParam(
                            "extensions", "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + digest + "\"}}")
                    .get("/graphql");
        }
        Map<String, Object> body = new HashMap<>();
        body.put("variables", Map.of("id", "russia"));
        body.put("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", digest)));
        if (document != null) {
            body.put("query", document);
        }
        return request.contentType("application/json").body(body).post("/graphql");
    }
}
