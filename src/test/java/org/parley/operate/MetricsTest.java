package org.parley.operate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What /q/metrics tells about the operations. */
@QuarkusTest
class MetricsTest {

    @Test
    void an_operation_is_counted_under_its_name() {
        counts("RoundsToCount", "ok", () -> ask("query RoundsToCount { rounds { totalCount } }"));
    }

    @Test
    void an_operation_that_failed_in_part_is_counted_as_such() {
        counts(
                "PartToCount",
                "partial",
                () -> ask("query PartToCount { __typename actor(id: \"x\") { statements(first: 0) { totalCount } }"
                        + " statements(first: 1) { nodes { id speakers { statements(first: 0) { totalCount } } } } }"));
    }

    @Test
    void an_operation_of_which_nothing_was_answered_is_counted_as_refused() {
        counts(
                "NothingToCount",
                "refused",
                () -> ask("query NothingToCount { statements(filter: {speaker: \"nobody\"}) { totalCount }"
                        + " rounds(first: 0) { totalCount } }"));
    }

    @Test
    void an_operation_whose_other_root_field_failed_is_counted_as_partial() {
        counts(
                "HalfToCount",
                "partial",
                () -> ask("query HalfToCount { statements(filter: {speaker: \"nobody\"}) { totalCount }"
                        + " rounds { totalCount } }"));
    }

    @Test
    void an_operation_that_found_nothing_is_counted_as_answered() {
        counts("NobodyToCount", "ok", () -> ask("query NobodyToCount { actor(id: \"nobody\") { name } }"));
    }

    @Test
    void an_operation_without_a_name_is_counted_as_anonymous() {
        counts("anonymous", "ok", () -> ask("{ rounds { totalCount } }"));
    }

    @Test
    void a_request_that_names_no_operation_of_its_document_is_counted_without_a_name() {
        counts("none", "refused", () -> ask("query Invalid { nothing }"));
        counts("none", "refused", () -> ask("not GraphQL"));
    }

    @Test
    void durations_are_counted_in_few_buckets() {
        ask("query RoundsInBuckets { rounds { totalCount } }").at("rounds");
        assertThat(metrics()
                        .lines()
                        .filter(line -> line.startsWith("parley_operation_duration_seconds_bucket")
                                && line.contains("operation=\"RoundsInBuckets\"")))
                .hasSize(8);
    }

    @Test
    void what_is_refused_before_it_is_an_operation_is_counted() {
        String series = "parley_requests_refused_total{code=\"BODY_TOO_LARGE\",status=\"413\"} ";
        double before = value(series);
        given().contentType("application/json")
                .body(" ".repeat(2_000_000))
                .post("/graphql")
                .then()
                .statusCode(413);
        assertThat(value(series)).isEqualTo(before + 1);
    }

    @Test
    void the_record_that_is_served_is_told() {
        assertThat(value("parley_record_records ")).isEqualTo(289);
        assertThat(value("parley_record_loaded_timestamp_seconds "))
                .isBetween(1.7e9, System.currentTimeMillis() / 1000.0);
        assertThat(metrics())
                .contains("parley_record_is_stale 0.0")
                .containsPattern("parley_record_load_failures_total \\d");
    }

    /** The answer is here before it is counted. */
    private static void counts(String operation, String outcome, Runnable asking) {
        String series =
                "parley_operation_duration_seconds_count{operation=\"" + operation + "\",outcome=\"" + outcome + "\"} ";
        double before = value(series);
        asking.run();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (value(series) < before + 1 && System.nanoTime() < deadline) {
            Thread.yield();
        }
        assertThat(value(series)).as(series).isEqualTo(before + 1);
    }

    private static double value(String series) {
        return metrics()
                .lines()
                // One of the two formats of Prometheus has a comma after the last label.
                .map(line -> line.replace(",}", "}"))
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElse(0);
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
