package org.parley.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.change.Desk.actor;
import static org.parley.change.Desk.edit;
import static org.parley.change.Desk.mediator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Ask;
import org.parley.record.OwnHistory;

/** The record as it was, by the directive {@code @knownAt}. */
@QuarkusTest
@TestProfile(KnownAtTest.OneKept.class)
class KnownAtTest {
    private static final String STATE =
            """
             {
              actors(first: 100) { totalCount nodes { id name description lastChange { number summary } citations { locator } } }
              actor(id: "kyrylo-budanov") { id names { text } statements { totalCount nodes { id title } } }
              statements(first: 100, orderBy: DATE_DESC) { totalCount nodes { id title date speakers { id name } corroboration { sources } } }
              of: statements(filter: { speaker: "kyrylo-budanov" }) { totalCount }
              text: statements(filter: { text: "ceasefire" }, orderBy: RELEVANCE_DESC) { totalCount nodes { id } }
              search(text: "mediator") { totalCount nodes { score snippet record { id } } }
              rounds { nodes { id participants { actor { id } } statements { totalCount } previous { id } } }
              timeline(first: 100) { totalCount nodes { id } }
              changes { totalCount nodes { number summary edits { id action fields { key before after } } } }
              history(id: "actor/a-mediator") { totalCount nodes { action } }
              node(id: "actor/a-mediator") { id }
              coverage { source { id } facts }
            }""";

    @Inject
    OwnHistory own;

    public static final class OneKept implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parley.curators",
                    "src/test/resources/curators.json",
                    "parley.history.editions",
                    "1",
                    "parley.history.records",
                    "350");
        }
    }

    @AfterEach
    void forget() throws SQLException {
        own.forget();
    }

    private static void change(Object... edits) {
        ask(
                        "mutation ($edits: [Edit!]!) { change(edits: $edits, summary: \"a test\") { change { number } userErrors { message } } }",
                        Map.of("edits", List.of(edits)),
                        Desk.bearer("maria"))
                .answers("change.userErrors", List.of());
    }

    @Test
    void each_past_record_is_answered_as_it_was_then() {
        List<Object> then = new ArrayList<>();
        then.add(ask("query" + STATE).at(""));
        change(mediator("a-mediator"));
        then.add(ask("query" + STATE).at(""));
        change(
                actor("id", "a-mediator", "expect", 1, "name", "Another Mediator"),
                actor("id", "ukraine", "expect", 0, "name", "Ukraina"));
        then.add(ask("query" + STATE).at(""));
        change(edit("merge", "id", "kyrylo-budanov", "expect", 0, "into", "rustem-umerov"));
        then.add(ask("query" + STATE).at(""));
        change(edit("retract", "id", "actor/a-mediator", "expect", 2));
        then.add(ask("query" + STATE).at(""));
        assertThat(then).doesNotHaveDuplicates();
        for (int number : new int[] {2, 0, 1, 1, 3, 4, 2}) {
            assertThat(ask("query @knownAt(change: " + number + ")" + STATE).<Object>at(""))
                    .as("as of change %d", number)
                    .isEqualTo(then.get(number));
        }
        String at = ask("{ change(number: 2) { at } }").at("change.at");
        assertThat(ask("query ($at: DateTime!) @knownAt(at: $at)" + STATE, Map.of("at", at))
                        .<Object>at(""))
                .isEqualTo(then.get(2));
        assertThat(ask("query @knownAt(at: \"2020-01-01T00:00:00Z\")" + STATE).<Object>at(""))
                .isEqualTo(then.get(0));
        assertThat(ask("query" + STATE).<Object>at("")).isEqualTo(then.get(4));
    }

    @Test
    void a_past_record_counts_its_statements_like_any_other() {
        change(mediator("a-mediator"));
        Ask past = ask("query @knownAt(change: 0) { actors { totalCount nodes { id } } queryInfo { cost } }");
        Ask now = ask("query { actors { totalCount nodes { id } } queryInfo { cost } }");
        assertThat(past.<Integer>at("queryInfo.cost")).isEqualTo(now.at("queryInfo.cost"));
        assertThat(past.<Integer>at("actors.totalCount")).isEqualTo(now.<Integer>at("actors.totalCount") - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query @knownAt(change: 7) { actors { totalCount } } | INVALID_ARGUMENT | @knownAt(change:) must be 0 to 1, the number of the last change, not 7",
                "query @knownAt(change: -1) { actors { totalCount } } | INVALID_ARGUMENT | @knownAt(change:) must be 0 to 1, the number of the last change, not -1",
                "query @knownAt(at: \"2999-01-01T00:00:00Z\") { actors { totalCount } } | INVALID_ARGUMENT | @knownAt(at:) must not be in the future, as 2999-01-01T00:00:00Z is",
                "query @knownAt { actors { totalCount } } | INVALID_ARGUMENT | @knownAt must have either change or at, and has none of them",
                "query @knownAt(change: 0, at: \"2020-01-01T00:00:00Z\") { actors { totalCount } } | INVALID_ARGUMENT | @knownAt must have either change or at, and has both",
                "query @knownAt(at: \"yesterday\") { actors { totalCount } } | GRAPHQL_VALIDATION_FAILED | ",
                "mutation @knownAt(change: 0) { revert(change: 1, summary: \"x\") { change { number } } } | GRAPHQL_VALIDATION_FAILED | ",
                "query { actors @knownAt(change: 0) { totalCount } } | GRAPHQL_VALIDATION_FAILED | ",
                "query @knownAt(change: 0) { proposals { totalCount } } | INVALID_ARGUMENT | proposals can't be asked for with @knownAt: proposals are not part of the record"
            })
    void what_there_is_not_is_refused(String document, String code, String message) {
        change(mediator("a-mediator"));
        ask(document, Map.of(), Desk.bearer("maria")).failsWith(code, message == null ? "" : message);
    }

    @Test
    void a_record_that_is_too_large_is_refused() {
        int actors = ask("{ actors { totalCount } }").at("actors.totalCount");
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(mediator("m-" + i));
        }
        change(many.toArray());
        change(mediator("a-mediator"));
        ask("query @knownAt(change: 1) { actors { totalCount } }")
                .failsWith("TOO_LARGE", "@knownAt is for a record with at most 350 records");
        ask("query @knownAt(change: 2) { actors { totalCount } }").answers("actors.totalCount", 101 + actors);
    }
}
