package org.parley.operate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What an orchestrator asks of Parley. */
@QuarkusTest
class HealthTest {
    /** Of the built-in record. */
    private static final int SERVED = 289;

    @Test
    void it_is_alive() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void it_is_ready_while_the_record_can_be_read() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("The record can be read"))
                .body("checks.status", everyItem(equalTo("UP")));
    }

    @Test
    void it_tells_which_record_is_served() {
        String check = "checks.find { it.name == 'The record that is served' }.";
        given().get("/q/health")
                .then()
                .statusCode(200)
                .body(check + "status", equalTo("UP"))
                .body(check + "data.records", equalTo(SERVED))
                .body(check + "data.loadedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body(check + "data.isStale", equalTo(false));
    }
}
