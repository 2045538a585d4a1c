package org.parley.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.Ask;

/** What an editor asks on the evening of a round. */
@QuarkusTest
class BriefingTest {

    @Test
    void it_tells_who_said_what_by_side_and_issue() {
        Ask briefing = ask(
                "{ briefing(round: \"abu-dhabi-2\") { said { side { id } issues { issue { id name } statements { id } } } } }");
        List<Map<String, Object>> said = briefing.at("briefing.said");
        assertThat(said.get(0).get("side")).isEqualTo(Map.of("id", "actor/ukraine"));
        assertThat(said.get(1).get("side")).isEqualTo(Map.of("id", "actor/russia"));
        TreeSet<String> told = new TreeSet<>();
        for (Map<String, Object> side : said) {
            List<String> names = new ArrayList<>();
            for (Object each : (List<?>) side.get("issues")) {
                Map<?, ?> issue = (Map<?, ?>) each;
                names.add(
                        issue.get("issue") == null ? "\uffff" : (String) ((Map<?, ?>) issue.get("issue")).get("name"));
                ((List<?>) issue.get("statements"))
                        .forEach(statement -> told.add(((String) ((Map<?, ?>) statement).get("id")).substring(10)));
            }
            assertThat(names).isSorted().doesNotHaveDuplicates();
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(found("statements", "{round: \"abu-dhabi-2\"}"));
    }

    @Test
    void it_tells_what_was_agreed_on_is_disputed_happened_and_is_new() {
        Ask briefing =
                ask("""
                        { briefing(round: "round/abu-dhabi-2") {
                            round { title }
                            participants { actor { id } presence }
                            outcomes { id }
                            agreements { id }
                            disagreements { id about { id } }
                            incidents { id }
                            incidentsSincePrevious { id }
                            newPositions { id statements { round { id } } } }
                          round(id: "abu-dhabi-2") {
                            participants { actor { id } presence } outcomes { id } incidents { nodes { id } }
                            incidentsSincePrevious { nodes { id } } disagreements { id } } }""")
                        .answers("briefing.round.title", "Second round, Abu Dhabi");
        for (String same : List.of("participants", "outcomes")) {
            assertThat(briefing.<Object>at("briefing." + same)).isEqualTo(briefing.at("round." + same));
        }
        for (String same : List.of("incidents", "incidentsSincePrevious")) {
            assertThat(briefing.<Object>at("briefing." + same)).isEqualTo(briefing.at("round." + same + ".nodes"));
        }
        List<String> disputed = briefing.at("briefing.disagreements.id");
        assertThat(disputed)
                .containsAll(briefing.<List<String>>at("round.disagreements.id"))
                .hasSizeGreaterThan(
                        briefing.<List<String>>at("round.disagreements.id").size())
                .isSorted();
        List<Map<String, Object>> positions = briefing.at("briefing.newPositions");
        assertThat(positions).isNotEmpty().allSatisfy(position -> assertThat(position.toString())
                .contains("round/abu-dhabi-2")
                .doesNotContain("round/abu-dhabi-1"));
    }

    @Test
    void of_no_round_there_is_no_briefing() {
        ask("{ briefing(round: \"nowhere\") { round { id } } }").answers("briefing", null);
        ask("{ briefing(round: \"istanbul-2025\") { said { side { id } } newPositions { id } disagreements { id } } }")
                .answers("briefing.newPositions", List.of());
    }
}
