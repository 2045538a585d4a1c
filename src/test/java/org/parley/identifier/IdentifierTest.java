package org.parley.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.SqlLog;

/** The ids that records have in other data sets. */
@QuarkusTest
class IdentifierTest {

    @Test
    void a_state_has_the_ids_of_the_data_sets_of_conflict_research() {
        ask("{ actor(id: \"ukraine\") { identifiers { scheme value url } } }")
                .answersInOrder("actor.identifiers.scheme", "GW", "ISO3166_1_A3", "WIKIDATA")
                .answersInOrder("actor.identifiers.value", "369", "UKR", "Q212")
                .answersInOrder("actor.identifiers.url", null, null, "https://www.wikidata.org/wiki/Q212");
    }

    @Test
    void every_identified_record_is_asked_in_the_same_way() {
        ask("""
                {
                  nodes(ids: ["place/kyiv", "round/abu-dhabi-1", "figure/none"]) {
                    ... on Identified { id identifiers { value url } }
                  }
                }""")
                .answers("nodes[0].id", "place/kyiv")
                .answersInOrder("nodes[0].identifiers.value", "703448", "Q1899")
                .answers("nodes[0].identifiers[0].url", "https://www.geonames.org/703448")
                .answers("nodes[1].identifiers", List.of())
                .answers("nodes[2]", null);
        assertThat(ask("{ __type(name: \"Identified\") { possibleTypes { name } } }")
                        .<List<String>>at("__type.possibleTypes.name"))
                .containsExactlyInAnyOrder(
                        "Actor",
                        "Agreement",
                        "Incident",
                        "Issue",
                        "Negotiation",
                        "Outcome",
                        "Place",
                        "Round",
                        "Source",
                        "Statement");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actors | identifier: [\"WIKIDATA:Q212\"]                                    | ukraine",
                "actors | identifier: [\"GW:2\", \"ISO3166_1_A3:RUS\"]                       | russia united-states",
                "actors | identifier: [\"WIKIDATA:Q212\", \"GW:369\"]                        | ukraine",
                "actors | identifier: [\"GW:Q212\"]                                          | ''",
                "actors | identifier: []                                                     | ''",
                "actors | kind: STATE, not: {identifier: [\"ISO3166_1_A3:RUS\", \"GW:369\"]} | china france uae united-kingdom united-states",
                "places | identifier: [\"WIKIDATA:Q212\"]                                    | ukraine",
                "places | or: [{identifier: [\"GEONAMES:292968\"]}, {id: [\"kyiv\"]}]        | abu-dhabi kyiv"
            })
    void a_list_is_filtered_by_identifier(String list, String filter, String expected) {
        assertThat(found(list, "{" + filter + "}"))
                .containsExactlyInAnyOrderElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void a_nested_list_is_filtered_by_identifier() {
        ask("""
                {
                  actor(id: "rustem-umerov") {
                    none: statements(filter: { identifier: ["WIKIDATA:Q212"] }) { totalCount }
                    all: statements(filter: { not: { identifier: ["WIKIDATA:Q212"] } }) { totalCount }
                    statements { totalCount }
                  }
                }""")
                .answers("actor.none.totalCount", 0)
                .answers(
                        "actor.all.totalCount",
                        ask("{ actor(id: \"rustem-umerov\") { statements { totalCount } } }")
                                .at("actor.statements.totalCount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q212", "WIKIDATA", "WIKIDATA:", ":Q212", "", ":"})
    void an_identifier_without_a_scheme_or_a_value_is_refused(String identifier) {
        ask("{ places(filter: {identifier: [\"" + identifier + "\"]}) { totalCount } }")
                .failsWith(
                        "INVALID_ARGUMENT",
                        "identifier must be a scheme and a value, such as WIKIDATA:Q212, not \"" + identifier + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wikidata:Q212", "VIAF:1", "https://www.wikidata.org/wiki/Q212"})
    void an_identifier_of_an_unknown_scheme_is_refused(String identifier) {
        ask("{ sources(filter: {identifier: [\"" + identifier + "\"]}) { totalCount } }")
                .failsWith(
                        "INVALID_ARGUMENT",
                        "identifier must begin with a value of IdentifierScheme",
                        "not \"" + identifier + "\"");
    }

    /** A filter of a list inside of others is resolved for each of its owners: for 100 actors, 3,500 lookups took 58 s. */
    @Test
    void an_identifier_is_looked_up_once_in_an_operation() {
        List<String> sent = SqlLog.of(
                () -> ask(
                        "{ actors(first: 50) { nodes { rounds(filter: { not: { identifier: \"GW:369\" } }) { nodes { id } } } } }"));
        assertThat(sent).filteredOn(sql -> sql.contains("from identifier")).hasSizeLessThanOrEqualTo(1);
        assertThat(sent).hasSizeLessThan(10);
    }
}
