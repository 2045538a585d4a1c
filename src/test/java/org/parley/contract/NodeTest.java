package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any record by its id. */
@QuarkusTest
class NodeTest {

    @ParameterizedTest
    @CsvSource({
        "actor/dmitry-peskov, Actor",
        "assertion/deadliest-conflict, Assertion",
        "disagreement/who-mediates, Disagreement",
        "figure/age-of-anton, Figure",
        "incident/druzhkivka-market-shelling, Incident",
        "issue/territory, Issue",
        "negotiation/us-mediated-trilateral-2026, Negotiation",
        "outcome/prisoner-exchange-157, Outcome",
        "place/kyiv, Place",
        "position/ukraine-no-pullback, Position",
        "round/abu-dhabi-2, Round",
        "session/abu-dhabi-2-day-1, Session",
        "source/first-day-ends, Source",
        "statement/umerov-second-day, Statement"
    })
    void a_record_of_every_type_is_found_by_its_id(String id, String type) {
        ask("query { node(id: \"" + id + "\") { __typename id ... on " + type + " { same: id } } }")
                .answers("node.__typename", type)
                .answers("node.id", id)
                .answers("node.same", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "actor/",
                "actor",
                "kyiv",
                "Actor/china",
                "actor/china/",
                "round/abu-dhabi-2/participant/1",
                "actor/ukraine "
            })
    void an_id_that_no_record_has_finds_nothing(String id) {
        ask("{ node(id: \"" + id + "\") { id } }").answers("node", null);
    }

    @Test
    void records_come_in_the_order_of_their_ids_with_null_for_what_there_is_not() {
        ask("{ nodes(ids: [\"round/abu-dhabi-2\", \"actor/nobody\", \"actor/china\", \"round/abu-dhabi-1\", \"actor/china\", \"\"]) { id } }")
                .answers(
                        "nodes.id",
                        Arrays.asList(
                                "round/abu-dhabi-2", null, "actor/china", "round/abu-dhabi-1", "actor/china", null));
        ask("{ nodes(ids: []) { id } }").answers("nodes", List.of());
    }

    @Test
    void a_hundred_ids_may_be_asked_for_and_no_more() {
        List<Object> found = ask("{ nodes(ids: " + ids(100) + ") { id } }").at("nodes");
        assertThat(found).hasSize(100).containsOnlyNulls();
        ask("{ nodes(ids: " + ids(101) + ") { id } }").failsWith("INVALID_ARGUMENT", "ids", "100", "101");
    }

    private static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"actor/a" + i + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void what_all_cited_records_have_in_common_is_asked_for_by_one_fragment() {
        ask("""
                        { nodes(ids: ["outcome/prisoner-exchange-157", "statement/umerov-another-round"]) {
                          ... on Cited { citations { source { id } } corroboration { singleOrigin } } ... on TimelineEvent { start } } }""")
                .answersInOrder("nodes[0].citations.source.id", "source/second-day-ends")
                .answersInOrder(
                        "nodes[1].citations.source.id", "source/second-round-opens", "source/second-round-opens")
                .answers("nodes[1].start", "2026-02-04");
    }
}
