package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Ask;

/** Numbers of records by what they have in common, and what belongs to a record in the other direction. */
@QuarkusTest
class CountsTest {
    @Test
    void statements_are_counted_by_issue_and_side() {
        Ask counted =
                ask("{ statementCounts(by: [ISSUE, SIDE]) { count issue { id } side { id } speaker { id } month } }");
        List<Map<String, Object>> counts = counted.at("statementCounts");
        assertThat(counts).isNotEmpty();
        for (Map<String, Object> each : counts) {
            assertThat(each.get("speaker")).isNull();
            assertThat(each.get("month")).isNull();
            if (each.get("issue") != null) {
                assertThat(found(
                                "statements",
                                "{issue: \"" + ((Map<?, ?>) each.get("issue")).get("id") + "\", side: \""
                                        + ((Map<?, ?>) each.get("side")).get("id") + "\"}"))
                        .hasSize((Integer) each.get("count"));
            }
        }
        List<Integer> numbers = counted.at("statementCounts.count");
        assertThat(numbers).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void statements_without_a_day_are_of_no_month() {
        Ask counted = ask(
                "{ statementCounts(by: MONTH) { count month } statementCounts2: statementCounts(by: [YEAR, STANCE, KIND], filter: {side: \"russia\"}) { count year stance kind } }");
        List<Map<String, Object>> months = counted.at("statementCounts");
        assertThat(months.stream().mapToInt(each -> (Integer) each.get("count")).sum())
                .isEqualTo(60);
        assertThat(months.stream().map(each -> each.get("month"))).containsExactlyInAnyOrder(null, "2026-02");
        List<Integer> numbers = counted.at("statementCounts2.count");
        assertThat(numbers.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(found("statements", "{side: \"russia\"}").size());
    }

    @Test
    void a_text_of_a_filter_is_counted_too() {
        ask("{ statementCounts(by: SPEAKER, filter: {text: \"public show\"}) { count speaker { name } } }")
                .answers("statementCounts[0].count", 1);
    }

    @Test
    void incidents_are_counted_by_kind_place_and_blame() {
        Ask counted = ask(
                "{ incidentCounts(by: KIND) { count kind } blamed: incidentCounts(by: [BLAMED, MONTH]) { count blamed { id } month } places: incidentCounts(by: PLACE) { count place { id } } }");
        List<Integer> numbers = counted.at("incidentCounts.count");
        assertThat(numbers.stream().mapToInt(Integer::intValue).sum()).isEqualTo(7);
        List<Map<String, Object>> places = counted.at("places");
        assertThat(places.toString()).contains("place/druzhkivka");
        List<Map<String, Object>> blamed = counted.at("blamed");
        assertThat(blamed.toString()).contains("actor/russia");
    }

    @Test
    void an_incident_is_counted_once_for_whoever_is_blamed_by_several() {
        Ask counted = ask("{ incidentCounts(by: BLAMED) { count blamed { id } } }");
        List<Map<String, Object>> counts = counted.at("incidentCounts");
        assertThat(counts.stream().filter(each -> each.get("blamed") != null))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(
                                found("incidents", "{blamed: \"" + ((Map<?, ?>) each.get("blamed")).get("id") + "\"}"))
                        .hasSize((Integer) each.get("count")));
    }

    @Test
    void dimensions_are_one_to_three_and_different() {
        assertThat(ask("{ statementCounts(by: []) { count } }").errors().toString())
                .contains("by must name 1 to 3 dimensions, not 0");
        assertThat(ask("{ statementCounts(by: [KIND, KIND]) { count } }")
                        .errors()
                        .toString())
                .contains("by must name each dimension once");
        assertThat(ask("{ incidentCounts(by: [KIND, PLACE, MONTH, YEAR]) { count } }")
                        .errors()
                        .toString())
                .contains("by must name 1 to 3 dimensions, not 4");
        assertThat(ask("{ statementCounts(by: KIND, filter: {issue: \"nothing\"}) { count } }")
                        .errors()
                        .toString())
                .contains("UNKNOWN_ID");
    }

    @Test
    void what_names_a_record_is_found_from_it() {
        Ask reverse = ask(
                """
                { actor(id: "rustem-umerov") { participations { round { id } presence } negotiations { id } }
                  ukraine: actor(id: "ukraine") { negotiations { id } }
                  issue(id: "territory") { negotiations { id } assertions { issues { id } } }
                  incident(id: "druzhkivka-market-shelling") { figures { about { id } } }
                  negotiation(id: "us-mediated-trilateral-2026") {
                    matrix { issue { id } cells { side { id } positions { id } } }
                    timeline(kinds: ROUND) { totalCount nodes { id } } }
                  positionMatrix(negotiation: "us-mediated-trilateral-2026") { issue { id } cells { side { id } positions { id } } } }""");
        assertThat(reverse.<List<String>>at("actor.participations.round.id")).contains("round/abu-dhabi-2");
        assertThat(reverse.<List<String>>at("ukraine.negotiations.id"))
                .containsExactly("negotiation/us-mediated-trilateral-2026");
        assertThat(reverse.<List<String>>at("issue.negotiations.id"))
                .containsExactly("negotiation/us-mediated-trilateral-2026");
        assertThat(reverse.<List<Object>>at("incident.figures.about.id"))
                .isNotEmpty()
                .allMatch("incident/druzhkivka-market-shelling"::equals);
        assertThat(reverse.<Object>at("negotiation.matrix")).isEqualTo(reverse.at("positionMatrix"));
        reverse.answers("negotiation.timeline.totalCount", 2);
    }

    @Test
    void a_locator_is_told_in_numbers() {
        ask("{ statement(id: \"zelenskyy-troops-killed\") { renderings { locator lines { first last } } citations { lines { first last } } corroboration { sourceCount sources } } }")
                .answers("statement.renderings[0].locator", "line 20")
                .answers("statement.renderings[0].lines[0].first", 20)
                .answers("statement.renderings[0].lines[0].last", 20)
                .answers("statement.corroboration.sourceCount", 1)
                .answers("statement.corroboration.sources", 1);
    }
}
