package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;
import org.parley.Wire;

/** What the audit of GraphQL over HTTP does not ask: methods, addresses, media types. */
@AnyDatabase
@QuarkusTest
class GraphQLOverHttpTest {
    private static final String TYPE = "{ __typename }";

    @Test
    void get_takes_everything_that_post_takes() {
        Response response = given().queryParam(
                        "query",
                        """
                        # comments and lines count
                        query Other { __typename }
                        query Asked($id: ID!) { # here too
                          actor(id: $id) { name }
                        }""")
                .queryParam("operationName", "Asked")
                .queryParam("variables", "{\"id\": \"russia\"}")
                .queryParam("extensions", "{\"of\": \"the client\"}")
                .get("/graphql");
        assertThat(response.asString()).isEqualTo("{\"data\":{\"actor\":{\"name\":\"Russia\"}}}");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    /** Decoded twice, %2525 would be a per cent sign and %252B a plus or a blank; not at all, the plus would stay. */
    @Test
    void an_address_is_decoded_once() {
        String query =
                "%7Bactor%28id:%22100%2525+%252B%20%2B;%C3%A9%22%29%7Bname%7D,+search%28text:%22x%2525+%252B%20%2B;"
                        + "%C3%A9%22,after:%22100%2525+%252B%20%2B;%C3%A9%22%29%7BtotalCount%7D%7D";
        Response response = given().urlEncodingEnabled(false).get("/graphql?query=" + query);
        assertThat(response.jsonPath().getString("errors[0].message")).contains("100%25 %2B +;é");
    }

    /** Sent past the client library, which refuses such an address itself. */
    @Test
    void an_address_that_can_not_be_decoded_is_refused() throws IOException {
        URL address = new URL("http", "localhost", RestAssured.port, "/graphql?query=%zz");
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(400);
    }

    /** The server's own limit would be 4,096 characters, less than a query that a client sends with its digest. */
    @Test
    void an_address_may_be_long() {
        given().queryParam("query", TYPE + " #" + "x".repeat(15_000))
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void empty_parameters_count_as_left_out() {
        given().queryParam("query", TYPE)
                .queryParam("operationName", "")
                .queryParam("variables", "")
                .queryParam("extensions", "")
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void a_word_in_a_query_makes_it_no_mutation() {
        given().queryParam("query", "query mutation { subscription: search(text: \"mutation\") { totalCount } }")
                .get("/graphql")
                .then()
                .statusCode(200);
        given().queryParam("query", "mutation A { x } query B { __typename }")
                .queryParam("operationName", "B")
                .accept("application/json")
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void head_is_get_without_the_body() {
        Response get = given().queryParam("query", TYPE).get("/graphql");
        Response head = given().queryParam("query", TYPE).head("/graphql");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        for (String name : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary")) {
            assertThat(head.header(name)).as(name).isNotNull().isEqualTo(get.header(name));
        }
        given().queryParam("query", "mutation { x }").head("/graphql").then().statusCode(405);
    }

    @Test
    void options_names_the_methods() {
        Response response = given().options("/graphql");
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(response.asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            */*                                                                   | application/json
            application/*                                                         | application/json
            application/json                                                      | application/json
            APPLICATION/JSON; charset=utf-8                                       | application/json
            application/graphql-response+json                                     | application/graphql-response+json
            application/graphql-response+json, application/json                   | application/graphql-response+json
            application/graphql-response+json, application/json;q=0.9             | application/graphql-response+json
            application/graphql-response+json;q=0.8, application/json             | application/json
            application/graphql-response+json;q=0.8, */*                          | application/json
            application/json;q=0, */*                                             | application/graphql-response+json
            application/json;q=0.1, */*;q=0.9                                     | application/graphql-response+json
            text/html, application/json;q=0.2                                     | application/json
            """)
    void accept_decides_the_media_type(String accept, String mediaType) {
        Response response = given().queryParam("query", TYPE).accept(accept).get("/graphql");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo(mediaType + "; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            text/html
            application/json;q=0
            application/json;q=0, application/graphql-response+json;q=0, */*
            """)
    void an_answer_that_the_client_cannot_take_is_refused(String accept) {
        given().queryParam("query", TYPE).accept(accept).get("/graphql").then().statusCode(406);
    }

    @Test
    void text_is_utf_8_in_both_directions() {
        String query = "query ($cursor: String) { actors(after: $cursor) { totalCount } }";
        Response response = given().contentType(ContentType.JSON)
                .body(Map.of("query", query, "variables", Map.of("cursor", "Київ 🕊")))
                .post("/graphql");
        assertThat(new JsonPath(new String(response.asByteArray(), StandardCharsets.UTF_8))
                        .getString("errors[0].message"))
                .contains("\"Київ 🕊\"");
    }

    /** What a link to the endpoint does in a browser, whatever others have added to it; a proxy may have put it in a folder. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /graphql                                                  | graphiql/
            /graphql?                                                 | graphiql/
            /graphql?utm=1                                            | graphiql/
            /graphql?utm_source=x&utm_medium=y&fbclid=%7B             | graphiql/
            /graphql?query=&variables=                                | graphiql/
            /graphql/                                                 | ../graphiql/
            /graphql/?utm=1                                           | ../graphiql/
            """)
    void a_browser_is_led_to_the_explorer(String address, String location) throws IOException {
        String browser = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        try (Wire wire = Wire.to(new URL("http", "localhost", RestAssured.port, "/"))) {
            for (String method : List.of("GET", "HEAD")) {
                Wire.Answer answer = wire.ask(method, address, browser);
                assertThat(answer.status()).isEqualTo(303);
                assertThat(answer.header("Location")).isEqualTo(location);
                assertThat(answer.header("Vary")).isEqualTo("Accept");
                String path = URI.create("http://parley.example/behind/a/proxy" + address)
                        .resolve(location)
                        .getPath();
                assertThat(path).isEqualTo("/behind/a/proxy/graphiql/");
            }
            assertThat(wire.ask("GET", "/graphql//", browser).header("Location"))
                    .isEqualTo("../../graphiql/");
            assertThat(wire.ask("GET", "/graphiql/", browser).header("Content-Type"))
                    .startsWith("text/html");
        }
    }

    @Test
    void a_browser_that_asks_is_answered() {
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (String path : List.of("/graphql", "/graphql/")) {
            given().accept(browser)
                    .queryParam("query", TYPE)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.JSON);
        }
        // What is sent to be read is not led away.
        given().accept(browser)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(400);
    }

    /** Those who share links add their own, of which GraphQL knows nothing. */
    @Test
    void a_parameter_that_is_none_of_graphqls_does_no_harm() {
        StringBuilder address = new StringBuilder("/graphql?utm=1&utm=2&Query=x&_=%7B");
        for (int i = 0; i < 2_000; i++) {
            address.append("&x").append(i);
        }
        given().urlEncodingEnabled(false)
                .get(address.append("&query=%7B__typename%7D&operationname=y").toString())
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body("{\"query\": \"{ __typename }\", \"id\": 7, \"operationname\": {}}")
                .post("/graphql?utm=1&query=x")
                .then()
                .statusCode(200);
    }
}
