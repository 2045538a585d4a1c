package org.parley.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** Nobody gets past the limits on requests by a protocol that has none. */
@AnyDatabase
@QuarkusTest
class WebSocketTest {

    @TestHTTPResource("/graphql")
    URL graphql;

    @ParameterizedTest
    @ValueSource(strings = {"graphql-transport-ws", "graphql-ws", "peace"})
    void none_is_opened(String protocol) {
        URI address = URI.create(graphql.toString().replaceFirst("^http", "ws"));
        assertThat(HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .subprotocols(protocol)
                        .buildAsync(address, new WebSocket.Listener() {}))
                .failsWithin(60, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                .extracting(refused -> refused.getResponse().statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void whoever_asks_for_one_is_told_why(String method) {
        var error = given().header("Connection", "Upgrade")
                .header("Upgrade", "WebSocket")
                .request(method, "/graphql")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();
        assertThat(error.getString("errors[0].message")).contains("must not be websocket", "text/event-stream");
        assertThat(error.getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
    }

    /** As a client of HTTP/2 without TLS may ask. */
    @Test
    void another_protocol_may_be_asked_for() {
        given().header("Upgrade", "peace")
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200);
    }
}
