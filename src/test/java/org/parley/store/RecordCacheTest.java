package org.parley.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.SqlLog;
import org.parley.graph.Operation;

/** What is read from the cache of records and not from the database, and that nobody can tell by the answer. */
@QuarkusTest
@TestProfile(RecordCacheTest.Caching.class)
class RecordCacheTest {
    /** In bytes: as much as about a tenth of the built-in record takes. */
    private static final int CAPACITY = 200_000;

    public static final class Caching implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.cache.records", String.valueOf(CAPACITY));
        }
    }

    @Inject
    ReadTransactions reads;

    @Test
    void a_record_that_was_read_costs_no_statement_in_any_other_query() {
        ask("{ actor(id: \"dmitry-peskov\") { name } }");
        assertThat(sqlFor("{ node(id: \"actor/dmitry-peskov\") { id ... on Actor { name } } }"))
                .isEmpty();
        assertThat(sqlFor("{ nodes(ids: [\"actor/dmitry-peskov\", \"actor/dmitry-peskov\"]) { id } }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ statements(first: 5) { nodes { id speakers { name } issues { name } round { title venue { name } } } } }",
                "{ statements(first: 5) { nodes { id renderings { wording source { label } } citations { locator source { label } } } } }",
                "{ rounds { nodes { title participants { presence actor { name affiliations { title organization { name } } } } } } }",
                "{ incidents(first: 5) { nodes { title killed { best low high } place { name within { name } } } } }",
                "{ statements(filter: {text: \"talks\", speaker: [\"actor/dmitry-peskov\"]}, first: 5) { nodes { id } } }",
            })
    void of_a_query_that_is_repeated_only_the_order_of_its_list_is_read(String query) {
        String first = ask(query).body();
        assertThat(first).doesNotContain("\"errors\"");
        List<String> sql = SqlLog.of(() -> assertThat(ask(query).body()).isEqualTo(first));
        assertThat(sql).hasSize(1);
    }

    @Test
    void the_length_of_a_whole_list_is_counted_once() {
        String question = "{ statements { totalCount } }";
        int length = ask(question).at("statements.totalCount");
        assertThat(sqlFor(question)).isEmpty();
        ask(question).answers("statements.totalCount", length);
        // Another list, and one with a condition, are others.
        assertThat(sqlFor("{ rounds { totalCount } statements(filter: {stance: DEMANDS}) { totalCount } }"))
                .hasSize(2);
    }

    @Test
    void a_record_that_does_not_exist_is_looked_for_each_time() {
        for (int i = 0; i < 2; i++) {
            assertThat(sqlFor("{ actor(id: \"nobody\") { id } }")).hasSize(1);
        }
    }

    @Test
    void it_takes_no_more_than_its_size() {
        for (String list : List.of("statements", "incidents", "figures", "assertions")) {
            ask("{ " + list + "(first: 100) { nodes { id citations { locator source { label } } } } }");
        }
        assertThat(metric("parley_records_size_bytes ")).isBetween(CAPACITY / 2.0, (double) CAPACITY);
    }

    @Test
    void its_use_is_counted() {
        ask("{ actor(id: \"dmitry-peskov\") { name } }");
        double hits = metric("parley_records_hits_total ");
        double misses = metric("parley_records_misses_total ");
        ask("{ actor(id: \"dmitry-peskov\") { name } absent: actor(id: \"nobody\") { id } }");
        assertThat(metric("parley_records_hits_total ")).isEqualTo(hits + 1);
        assertThat(metric("parley_records_misses_total ")).isEqualTo(misses + 1);
    }

    @Test
    void a_mutation_reads_what_it_has_written() {
        Operation operation = Operation.current();
        AtomicInteger readings = new AtomicInteger();
        RecordQuestion question = RecordQuestion.ofRecord();
        Supplier<Integer> reading = () -> ReadTransaction.current()
                .answers(question, List.of("a", "a"), ids -> Map.of("a", readings.incrementAndGet()), number -> 10)
                .get("a");
        assertThat(reads.snapshot(operation, snapshot -> {}, () -> List.of(reading.get(), reading.get())))
                .containsExactly(1, 1);
        assertThat(reads.snapshot(operation, snapshot -> {}, reading)).isEqualTo(1);
        assertThat(reads.change(operation, () -> List.of(reading.get(), reading.get())))
                .containsExactly(2, 3);
        assertThat(reads.snapshot(operation, snapshot -> {}, reading)).isEqualTo(1);
    }

    private static List<String> sqlFor(String query) {
        return SqlLog.of(() -> assertThat(ask(query).errors()).isEmpty());
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }
}
