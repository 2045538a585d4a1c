package org.parley.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** A server that keeps its schema to itself. */
@AnyDatabase
@QuarkusTest
@TestProfile(IntrospectionTest.Off.class)
class IntrospectionTest {

    public static final class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.introspection.enabled", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { name } } }",
                "{ __type(name: \"Actor\") { name } }",
                "{ renamed: __schema { types { name } } }",
                "{ ...f } fragment f on Query { ... { __schema { types { name } } } }",
                "{ __schema { types { name } } }"
            })
    void introspection_is_refused(String query) {
        ask(query).failsWith("INTROSPECTION_DISABLED", "introspection is switched off");
    }

    @Test
    void the_name_of_a_type_is_told() {
        ask("{ __typename actor(id: \"russia\") { __typename name } }")
                .answers("__typename", "Query")
                .answers("actor.__typename", "Actor")
                .answers("actor.name", "Russia");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql/schema.graphql",
                "/graphiql",
                "/graphiql/",
                "/graphiql/index.html",
                "/graphiql/licences.txt",
                "/graphiql/questions.graphql",
                "/graphiql/%69ndex.html"
            })
    void the_schema_file_and_the_explorer_are_not_there(String path) {
        for (String method : List.of("GET", "HEAD", "POST", "OPTIONS")) {
            given().urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .request(method, path)
                    .then()
                    .statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html"})
    void the_first_page_leads_to_neither(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .body(containsString("US-mediated trilateral talks on the war in Ukraine, 2026</h1>"))
                .body(containsString("query TermsOfCeasefireLine"))
                .body(containsString("POST or GET"))
                .body(not(containsString("graphiql")))
                .body(not(containsString("schema")))
                .body(not(containsString("<!--")));
    }

    /** And not that of the page with the links, which is another text. */
    @Test
    void the_first_page_has_a_tag_of_its_own() {
        String tag = given().head("/").then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/").then().statusCode(304);
        given().header("If-None-Match", "\"another\"").get("/").then().statusCode(200);
    }

    @Test
    void a_page_is_not_led_to_the_explorer() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/graphql")
                .then()
                .statusCode(406);
    }

    /** A name that is nearly right gives nobody the right one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ actr(id: \"russia\") { name } }",
                "{ actor(id: \"russia\") { nme } }",
                "{ actors(frist: 1) { totalCount } }",
                "{ node(id: \"x\") { ... on Actr { id } } }",
                "{ statements(filter: {stance: DEMAND}) { totalCount } }",
                "{ statements(filter: {speakr: \"x\"}) { totalCount } }",
                "{ statements(filter: {speaker: \"rusia\"}) { totalCount } }"
            })
    void a_name_is_not_corrected(String query) {
        assertThat(ask(query).body())
                .contains("\"errors\"")
                .doesNotContain("DEMANDS")
                .doesNotContainIgnoringCase("did you mean");
    }

    @Test
    void an_unknown_field_is_not_corrected() {
        assertThat(ask("{ actr(id: \"russia\") { name } }").body())
                .contains("actr")
                .doesNotContainPattern("\\bactors?\\b");
    }
}
