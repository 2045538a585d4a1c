package org.parley.operate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What an orchestrator asks of Parley. */
@QuarkusTest
class HealthTest {

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
}
