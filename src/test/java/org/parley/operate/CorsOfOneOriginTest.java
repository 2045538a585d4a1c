package org.parley.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One property lets the web pages of an origin ask. */
@QuarkusTest
@TestProfile(CorsOfOneOriginTest.OneOrigin.class)
class CorsOfOneOriginTest {

    public static class OneOrigin implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.http.cors.origins", "https://example.org");
        }
    }

    @Test
    void a_page_of_the_origin_may_ask() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://example.org")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("content-type"))
                .header("Access-Control-Allow-Credentials", "false");
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

    @Test
    void a_page_of_another_origin_may_not() {
        asking("https://example.com")
                .post("/graphql")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
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
