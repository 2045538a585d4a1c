package org.parley.limit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.execution.CoercedVariables;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.graph.RecordKind;
import org.parley.graph.RecordSize;
import org.parley.lists.ListSize;
import org.parley.lists.ListSizes;

/** What operations cost in a large record. LimitsConfigTest has the costs in a small one. */
@AnyDatabase
class CostTest {
    private static final int LIMIT = 100_000;

    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser()
                            .parse(
                                    """
                    type Query {
                      actors(first: Int): ActorConnection
                      actor: Actor
                      statements(filter: StatementFilter, orderBy: String, first: Int): StatementConnection
                      timeline(from: String, to: String, kinds: [String!], actor: ID, first: Int): TimelineConnection
                      search(text: String!, kinds: [String!], first: Int): SearchConnection
                      coverage: [SourceCoverage!]
                    }
                    type ActorConnection { nodes: [Actor!] }
                    type Actor { id: ID statements(filter: StatementFilter, first: Int): StatementConnection }
                    type StatementConnection { totalCount: Int nodes: [Statement!] }
                    type TimelineConnection { totalCount: Int nodes: [Statement!] }
                    type SearchConnection { totalCount: Int nodes: [Statement!] }
                    type Statement { id: ID coverage: [SourceCoverage!] }
                    type SourceCoverage { facts: Int kinds: [SourceCoverage!] }
                    input StatementFilter {
                      id: [ID!], speaker: [ID!], issue: [ID!], source: [ID!], kind: [String!], from: String, dated: Boolean, text: String
                      and: [StatementFilter!], or: [StatementFilter!], not: StatementFilter
                    }"""),
                    RuntimeWiring.MOCKED_WIRING);

    /** Of one filter on all of these statements, without its conditions: 200 ms. */
    private static final int SCAN = 20_000;

    private static final int LOOK_UP = 8_000;
    private static final int OTHER = 2_000;
    private static final int WORD = 9_000;
    private static final int LEAST = 1_200;
    private static final int PAGE = 3;

    /** What {@code totalCount} costs, with the field itself. */
    private static final int COUNTED = 25;

    private long statements = 100_000;

    private long cost(String query) {
        return cost(query, Map.of());
    }

    private long cost(String query, Map<String, Object> variables) {
        var document = Parser.parse(query);
        return Cost.of(
                        SCHEMA,
                        document.getFirstDefinitionOfType(OperationDefinition.class)
                                .orElseThrow(),
                        document.getDefinitionsOfType(FragmentDefinition.class).stream()
                                .collect(Collectors.toMap(FragmentDefinition::getName, each -> each)),
                        CoercedVariables.of(variables),
                        new ListSizes(
                                List.of(),
                                List.of(
                                        size("Statement", statements, Set.of("speaker", "issue", "text")),
                                        size("Timeline", statements, Set.of("actor")),
                                        size("SourceCoverage", 30_000, Set.of())),
                                new RecordSize() {
                                    @Override
                                    public int of(RecordKind kind) {
                                        return (int) statements;
                                    }

                                    @Override
                                    public int all() {
                                        return 2 * (int) statements;
                                    }
                                }),
                        LIMIT)
                .cost();
    }

    private static ListSize size(String type, long rows, Set<String> indexed) {
        return new ListSize() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public long rows() {
                return rows;
            }

            @Override
            public Set<String> indexed() {
                return indexed;
            }
        };
    }

    private static String filtered(String filter) {
        return "{ statements(first: 1, filter: {" + filter + "}) { nodes { id } } }";
    }

    @Test
    void a_filter_costs_what_it_takes_to_check_all_records() {
        assertThat(cost("{ statements(first: 1) { nodes { id } } }")).isEqualTo(PAGE);
        assertThat(cost(filtered("kind: \"VERBATIM\""))).isEqualTo(PAGE + SCAN + OTHER);
        assertThat(cost(filtered("id: [\"a\", \"b\"], kind: [\"VERBATIM\", \"PARTIAL\"]")))
                .isEqualTo(PAGE + SCAN + 2 * OTHER);
        assertThat(cost(filtered("source: \"a\""))).isEqualTo(PAGE + SCAN + LOOK_UP);
        assertThat(cost(filtered("dated: true"))).isEqualTo(PAGE + SCAN + LOOK_UP);
        assertThat(cost(filtered("and: [{source: \"a\"}, {not: {source: [\"b\", \"c\"]}}], kind: \"VERBATIM\"")))
                .isEqualTo(PAGE + SCAN + 2 * LOOK_UP + OTHER);
        assertThat(cost(filtered("kind: null, source: null, or: []"))).isEqualTo(PAGE);
    }

    @Test
    void variables_cost_the_same() {
        assertThat(cost(
                        "query ($f: StatementFilter) { statements(first: 1, filter: $f) { nodes { id } } }",
                        Map.of(
                                "f",
                                Map.of("and", List.of(Map.of("source", List.of("a")), Map.of("kind", "VERBATIM"))))))
                .isEqualTo(PAGE + SCAN + LOOK_UP + OTHER);
        assertThat(cost(
                        "query ($s: [ID!]) { statements(first: 1, filter: {speaker: $s, kind: \"X\"}) { nodes { id } } }",
                        Map.of("s", List.of("a"))))
                .isEqualTo(PAGE + (SCAN + OTHER) / 5);
    }

    @Test
    void all_that_is_counted_costs_the_same_again() {
        assertThat(cost("{ statements(first: 1, filter: {source: \"a\"}) { totalCount nodes { id } } }"))
                .isEqualTo(PAGE + COUNTED + 2 * (SCAN + LOOK_UP));
        assertThat(cost("{ statements { totalCount } }")).isEqualTo(1 + COUNTED);
    }

    @Test
    void a_list_of_one_owner_is_a_fifth_of_all() {
        assertThat(cost(filtered("speaker: \"a\""))).isEqualTo(PAGE + LEAST);
        assertThat(cost(filtered("speaker: [\"a\"], kind: \"VERBATIM\""))).isEqualTo(PAGE + (SCAN + OTHER) / 5);
        assertThat(cost(filtered("speaker: \"a\", issue: \"b\""))).isEqualTo(PAGE + (SCAN + LOOK_UP) / 5);
        assertThat(cost(filtered("speaker: [\"a\", \"b\"]"))).isEqualTo(PAGE + SCAN + LOOK_UP);
        assertThat(cost(filtered("not: {speaker: \"a\"}"))).isEqualTo(PAGE + SCAN + LOOK_UP);
    }

    @Test
    void a_nested_list_costs_by_the_number_of_its_owners() {
        String nested =
                "{ actors(first: %d) { nodes { statements(first: 1, filter: {source: \"a\"}) { nodes { id } } } } }";
        assertThat(cost(nested.formatted(1))).isEqualTo(5 + 2 * (SCAN + LOOK_UP) / 5);
        assertThat(cost(nested.formatted(3))).isEqualTo(2 + 3 * 3 + 2 * (SCAN + LOOK_UP) * 3 / 5);
        assertThat(cost(nested.formatted(100))).isEqualTo(2 + 3 * 100 + 2 * 2 * (SCAN + LOOK_UP));
        assertThat(cost("{ actor { statements(first: 1, filter: {speaker: \"a\", kind: \"X\"}) { nodes { id } } } }"))
                .isEqualTo(4 + 2 * (SCAN + LOOK_UP + OTHER) / 5);
    }

    @Test
    void arguments_of_the_timeline_are_conditions() {
        String timeline = "{ timeline(first: 1%s) { nodes { id } } }";
        assertThat(cost(timeline.formatted(""))).isEqualTo(PAGE);
        assertThat(cost(timeline.formatted(", kinds: \"ROUND\""))).isEqualTo(PAGE + SCAN + OTHER);
        assertThat(cost(timeline.formatted(", from: \"2026-01-01\", to: \"2026-02-02\"")))
                .isEqualTo(PAGE + SCAN + 2 * OTHER);
        assertThat(cost(timeline.formatted(", actor: \"a\""))).isEqualTo(PAGE + LEAST);
        assertThat(cost(timeline.formatted(", actor: \"a\", kinds: \"ROUND\""))).isEqualTo(PAGE + (SCAN + OTHER) / 5);
    }

    @Test
    void a_list_of_all_sources_costs_as_often_as_there_are_sources() {
        assertThat(cost("{ coverage { facts } }")).isEqualTo(1 + 30_000);
        assertThat(cost("{ coverage { kinds { facts } } }")).isEqualTo(1 + 30_000 * 6);
        assertThat(cost("{ statements(first: 1) { nodes { coverage { facts } } } }"))
                .isEqualTo(2 + 1 + 5);
    }

    @Test
    void the_first_two_words_of_a_text_cost_what_the_entries_of_frequent_words_take_to_read() {
        assertThat(cost(filtered("text: \"peace\""))).isEqualTo(PAGE + WORD);
        assertThat(cost(filtered("text: \"three words peace\""))).isEqualTo(PAGE + 2 * WORD);
        assertThat(cost("{ statements(filter: {text: \"peace\"}) { totalCount } }"))
                .isEqualTo(1 + COUNTED + 2 * WORD);
        assertThat(cost(filtered("speaker: \"a\", text: \"peace talks\""))).isEqualTo(PAGE + 2 * WORD);
        assertThat(cost("{ search(text: \"peace\", first: 1) { nodes { id } } }"))
                .isEqualTo(PAGE + 2 * WORD);
        assertThat(cost("{ search(text: \"three words peace\", first: 1) { totalCount nodes { id } } }"))
                .isEqualTo(PAGE + COUNTED + 2 * 4 * WORD)
                .isLessThan(LIMIT);
        assertThat(cost(
                        "query ($f: StatementFilter) { statements(first: 1, filter: $f) { nodes { id } } }",
                        Map.of("f", Map.of("text", "peace"))))
                .isEqualTo(PAGE + WORD);
    }

    @Test
    void one_filter_is_allowed_in_a_record_of_any_size() {
        statements = 50_000_000;
        assertThat(cost(filtered("source: \"a\", issue: [\"a\", \"b\"], kind: \"X\", from: \"2026-01-01\"")))
                .isEqualTo(PAGE + 2 * (SCAN + 2 * LOOK_UP + 2 * OTHER))
                .isLessThan(LIMIT);
    }

    @Test
    void a_small_record_costs_the_least() {
        statements = 100;
        assertThat(cost(filtered("source: \"a\", kind: \"X\""))).isEqualTo(PAGE + 2 * LEAST);
        assertThat(cost("{ search(text: \"two words\", kinds: [\"X\"], first: 1) { nodes { id } } }"))
                .isEqualTo(PAGE + 2 * 2 * LEAST);
    }
}
