package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.graph.Sha256;

/** A server that answers the documents of a manifest and no others. */
@AnyDatabase
@QuarkusTest
@TestProfile(TrustedDocumentsTest.Listed.class)
class TrustedDocumentsTest {
    /** As the manifest has it, whose name for it is no digest of it: the build that made it decides. */
    private static final String DOCUMENT = "query Named($id: ID!) { actor(id: $id) { name } }";

    private static final String NAME = "f2b1a0c7a5f34c0f7e0b3a0c9d1f6f6e0f1c7a6f7f4d8a9c3b2e1d0c9b8a7f60";

    public static final class Listed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.persisted-queries.trusted", "src/test/resources/trusted/apollo.json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"" + DOCUMENT + "\", \"variables\": {\"id\": \"russia\"}}",
                "{\"documentId\": \"" + NAME + "\", \"variables\": {\"id\": \"russia\"}}",
                "{\"documentId\": \"sha256:" + NAME + "\", \"variables\": {\"id\": \"russia\"}}",
                "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + NAME
                        + "\"}}, \"variables\": {\"id\": \"russia\"}}"
            })
    void a_listed_document_is_answered(String body) {
        assertThat(post(body).asString()).isEqualTo("{\"data\":{\"actor\":{\"name\":\"Russia\"}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"{ __typename }\"}",
                "{\"query\": \"" + DOCUMENT + " \"}",
                "{\"documentId\": \"another\"}",
                "{\"query\": \"{ __typename }\", \"documentId\": \"" + NAME + "\"}"
            })
    void any_other_is_refused(String body) {
        Response response = post(body);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("DOCUMENT_NOT_TRUSTED");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_client_can_not_add_to_the_list() {
        String body =
                "{\"query\": \"{ __typename }\", \"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \""
                        + Sha256.of("{ __typename }") + "\"}}}";
        assertThat(post(body).statusCode()).isEqualTo(403);
        assertThat(post(body.replace("\"query\": \"{ __typename }\", ", "")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_request_without_a_document_is_told_so() {
        assertThat(post("{}").statusCode()).isEqualTo(400);
    }

    private static Response post(String body) {
        return given().contentType("application/json")
                .accept("application/json")
                .body(body)
                .post("/graphql");
    }
}
