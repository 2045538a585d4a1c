package org.parley.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the talks are about, and who wants what. */
@QuarkusTest
class IssueTest {

    @Test
    void an_issue_has_a_name_and_a_description() {
        ask("{ issue(id: \"prisoner-exchange\") { id name description citations { source { id } locator } corroboration { independentOrigins } } }")
                .answers("issue.id", "issue/prisoner-exchange")
                .answers("issue.name", "Exchange of prisoners")
                .answersInOrder("issue.citations.source.id", "source/first-round-ends", "source/second-day-ends")
                .answersInOrder("issue.citations.locator", "line 2", "line 2")
                .answers("issue.corroboration.independentOrigins", 2);
        String description =
                ask("{ issue(id: \"prisoner-exchange\") { description } }").at("issue.description");
        assertThat(description).isNotBlank();
    }

    @Test
    void there_is_no_issue_with_an_id_that_no_story_knows() {
        ask("{ issue(id: \"weather\") { name } position(id: \"weather\") { summary } }")
                .answers("issue", null)
                .answers("position", null);
    }

    @Test
    void both_sides_have_positions_on_territory() {
        ask("{ issue(id: \"territory\") { positions { id actor { id } } } }")
                .answersInOrder(
                        "issue.positions.id",
                        "position/russia-claim-to-three-regions",
                        "position/russia-entire-donbas-first",
                        "position/russia-parts-of-donetsk",
                        "position/russia-swathes-of-donbas",
                        "position/russia-threat-of-force",
                        "position/russia-threat-to-rest-of-donetsk",
                        "position/russia-withdrawal-from-donbas",
                        "position/ukraine-no-cession-of-donbas",
                        "position/ukraine-no-pullback",
                        "position/ukraine-no-unilateral-pullback",
                        "position/ukraine-no-unilateral-withdrawal-from-the-east",
                        "position/ukraine-no-withdrawal-from-donbas");
    }

    @Test
    void both_sides_accepted_the_exchange_of_prisoners_and_no_words_of_theirs_are_reported() {
        ask("{ issue(id: \"prisoner-exchange\") { positions { id stance statements { id } note } statements { totalCount } } }")
                .answersInOrder(
                        "issue.positions.id", "position/russia-prisoner-exchange", "position/ukraine-prisoner-exchange")
                .answersInOrder("issue.positions.stance", "ACCEPTS", "ACCEPTS")
                .answersInOrder("issue.positions[0].statements")
                .answers("issue.statements.totalCount", 0);
    }

    @Test
    void the_refusal_to_pull_back_has_as_many_rows_as_extents() {
        List<Map<String, Object>> refusals =
                ask("{ positions: issue(id: \"territory\") { positions { id stance wordings { source { id } locator } } } }")
                        .at("positions.positions");
        Map<Object, List<String>> lines = refusals.stream()
                .filter(position -> position.get("stance").equals("REJECTS"))
                .collect(Collectors.toMap(
                        position -> position.get("id"), position -> ((List<?>) position.get("wordings"))
                                .stream()
                                        .map(wording -> (Map<?, ?>) wording)
                                        .map(wording -> ((Map<?, ?>) wording.get("source")).get("id") + " "
                                                + wording.get("locator"))
                                        .toList()));
        assertThat(lines)
                .isEqualTo(Map.of(
                        "position/ukraine-no-unilateral-pullback",
                        List.of("source/first-day-ends line 31", "source/second-round-opens line 24"),
                        "position/ukraine-no-pullback",
                        List.of("source/second-day-begins line 40"),
                        "position/ukraine-no-withdrawal-from-donbas",
                        List.of("source/first-round-ends line 6"),
                        "position/ukraine-no-unilateral-withdrawal-from-the-east",
                        List.of("source/second-day-ends line 12"),
                        "position/ukraine-no-cession-of-donbas",
                        List.of("source/second-day-ends line 12")));
    }

    @Test
    void only_one_of_the_copies_calls_the_refused_pull_back_unilateral() {
        ask("{ one: position(id: \"ukraine-no-unilateral-pullback\") { wordings { wording } } other: position(id: \"ukraine-no-pullback\") { wordings { wording } } }")
                .answersInOrder("one.wordings.wording", "a unilateral pull-back", "any unilateral pullback")
                .answersInOrder("other.wordings.wording", "a pull-back, without the word unilateral");
    }

    @Test
    void the_wordings_of_a_position_are_its_citations() {
        ask("{ position(id: \"ukraine-no-unilateral-pullback\") { stance actor { name } issue { id } citations { locator } corroboration { sources independentOrigins singleOrigin } } }")
                .answers("position.stance", "REJECTS")
                .answers("position.actor.name", "Ukraine")
                .answers("position.issue.id", "issue/territory")
                .answersInOrder("position.citations.locator", "line 31", "line 24")
                .answers(
                        "position.corroboration", Map.of("sources", 2, "independentOrigins", 2, "singleOrigin", false));
    }

    @Test
    void a_position_names_the_statements_that_carry_it() {
        ask("{ position(id: \"russia-fighting-until-kyiv-decides\") { note statements { id } citations { locator } } }")
                .answersInOrder(
                        "position.statements.id",
                        "statement/peskov-until-kyiv-decides",
                        "statement/kremlin-kyiv-must-give-in")
                .answersInOrder("position.citations.locator", "line 19", "line 30", "line 26", "line 15");
        ask("{ position(id: \"russia-military-cap\") { statements { id issues { id } } } }")
                .answersInOrder("position.statements.id", "statement/putin-fighting-unless-terms")
                .answersInOrder(
                        "position.statements[0].issues.id",
                        "issue/ceasefire-line",
                        "issue/military-cap",
                        "issue/western-troops-peacekeeping");
    }

    @Test
    void a_state_holds_its_positions_in_its_own_name() {
        ask("{ actor(id: \"france\") { positions { id stance } } volodymyr: actor(id: \"volodymyr-zelenskyy\") { positions { id } } }")
                .answersInOrder("actor.positions.id", "position/france-peacekeeping-force")
                .answersInOrder("actor.positions.stance", "SUPPORTS")
                .answersInOrder("volodymyr.positions");
    }

    @Test
    void the_matrix_has_the_parties_first_and_then_the_other_sides_by_name() {
        List<List<String>> sides = matrix("cells { side { name } }", "cells.side.name");
        assertThat(sides).hasSize(10).allSatisfy(row -> assertThat(row)
                .containsExactly("Ukraine", "Russia", "France", "United Kingdom", "United States"));
    }

    @Test
    void the_matrix_has_a_row_for_each_issue_of_the_negotiation_in_its_order() {
        List<String> issues = matrix("issue { id }", "issue.id");
        assertThat(issues)
                .containsExactly(
                        "issue/territory",
                        "issue/ceasefire-line",
                        "issue/recognition-of-seized-land",
                        "issue/sovereignty",
                        "issue/deterrence",
                        "issue/military-cap",
                        "issue/western-troops-peacekeeping",
                        "issue/prisoner-exchange",
                        "issue/us-peace-plan",
                        "issue/confidence-building");
    }

    @Test
    void the_cells_of_the_matrix_hold_what_each_side_wants() {
        List<List<List<String>>> cells = matrix("cells { positions { id } }", "cells.positions.id");
        assertThat(cells.get(1).get(0))
                .as("Ukraine on the ceasefire line")
                .containsExactly("position/ukraine-ceasefire-on-front-line", "position/ukraine-freeze-on-front-line");
        assertThat(cells.get(1).get(1))
                .as("Russia on the ceasefire line")
                .containsExactly(
                        "position/russia-fighting-unless-terms-accepted",
                        "position/russia-fighting-until-kyiv-decides");
        assertThat(cells.get(6).get(2))
                .as("France on Western troops")
                .containsExactly("position/france-peacekeeping-force");
        assertThat(cells.get(6).get(3))
                .as("the United Kingdom on Western troops")
                .containsExactly("position/united-kingdom-peacekeeping-force");
        assertThat(cells.get(7).get(0))
                .as("Ukraine on the exchange of prisoners")
                .containsExactly("position/ukraine-prisoner-exchange");
        assertThat(cells.get(8).get(4))
                .as("the United States on their plan")
                .containsExactly("position/united-states-peace-plan");
        assertThat(cells.get(9)).as("building confidence").allMatch(List::isEmpty);
        // 32 positions, less six on issues that are talked about and not negotiated
        assertThat(cells.stream().flatMap(List::stream).mapToInt(List::size).sum())
                .isEqualTo(26);
    }

    private static <T> List<T> matrix(String fields, String path) {
        return ask("{ positionMatrix(negotiation: \"us-mediated-trilateral-2026\") { " + fields + " } }")
                .at("positionMatrix." + path);
    }

    @Test
    void there_is_no_matrix_of_a_negotiation_that_is_not_on_record() {
        ask("{ positionMatrix(negotiation: \"minsk\") { issue { id } } }")
                .failsWith("UNKNOWN_ID", "negotiation", "negotiation/minsk");
    }

    @Test
    void issues_are_listed_by_name() {
        ask("{ up: issues(first: 2) { nodes { name } } down: issues(first: 1, orderBy: NAME_DESC) { nodes { name } } }")
                .answersInOrder("up.nodes.name", "Agenda of the talks", "Battlefield")
                .answersInOrder("down.nodes.name", "Western troops and peacekeeping");
    }
}
