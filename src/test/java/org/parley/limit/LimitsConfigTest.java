package org.parley.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.parley.Ask.ask;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.Ask;

/** Each limit, with what is just inside of it and what is just outside. */
@AnyDatabase
@QuarkusTest
class LimitsConfigTest {
    private static final int CONDITION = 1200;
    private static final int COUNT = 24;

    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void a_document_has_a_number_of_characters() {
        answers(document(30_000));
        ask(document(30_001)).failsWith("DOCUMENT_TOO_LARGE", "30000 characters");
    }

    private static String document(int characters) {
        String start = "{ round(id: \"abu-dhabi-2\") { title } } #";
        return start + "x".repeat(characters - start.length());
    }

    @Test
    void a_document_has_a_number_of_tokens() {
        // { round ( id : "abu-dhabi-2" ) { title } nodes ( ids : [ ] ) { id } }: 22 tokens without the ids
        ask(idsInADocument(3978)).failsWith("INVALID_ARGUMENT", "3978");
        ask(idsInADocument(3979)).failsWith("DOCUMENT_TOO_LARGE", "4000 tokens");
        ask(idsInADocument(9000)).failsWith("DOCUMENT_TOO_LARGE", "4000 tokens");
    }

    private static String idsInADocument(int ids) {
        return "{ round(id: \"abu-dhabi-2\") { title } nodes(ids: [" + "\"\" ".repeat(ids) + "]) { id } }";
    }

    @Test
    void fields_stand_so_deep_within_each_other() {
        answers(sides(28));
        ask(sides(29)).failsWith("TOO_DEEP", "at most 30 levels deep", "not 31");
        ask(sides(100)).failsWith("TOO_DEEP", "at most 30 levels deep", "not 102");
        assertTimeout(SOON, () -> ask(sides(900)).failsWith("TOO_DEEP"));
        assertTimeout(SOON, () -> ask(sides(2500)).failsWith("TOO_DEEP"));
    }

    private static String sides(int sides) {
        return "{ actor(id: \"dmitry-peskov\") " + "{ side ".repeat(sides) + "{ name }" + " }".repeat(sides) + " }";
    }

    @Test
    void a_fragment_is_a_level_too() {
        answers(chain(29, 1, "__typename"));
        ask(chain(30, 1, "__typename")).failsWith("TOO_DEEP");
        assertTimeout(SOON, () -> ask(chain(400, 1, "__typename")).failsWith("TOO_DEEP"));
    }

    /** Every level doubles what stands below it. */
    @Test
    void fragments_that_spread_each_other_twice_are_refused_without_being_followed() {
        for (String last : List.of("__typename", "__schema { types { name } }")) {
            assertTimeout(
                    SOON, () -> ask(chain(27, 2, last)).failsWith("TOO_MANY_FIELDS", "at most 2000 fields", "not "));
            assertTimeout(SOON, () -> ask(chain(190, 2, last)).failsWith("TOO_DEEP"));
        }
    }

    private static String chain(int fragments, int spreads, String last) {
        return "{ ...f0 }"
                + IntStream.range(0, fragments)
                        .mapToObj(i -> " fragment f" + i + " on Query { "
                                + (i == fragments - 1 ? last : ("...f" + (i + 1) + " ").repeat(spreads)) + " }")
                        .collect(Collectors.joining());
    }

    @Test
    void a_fragment_that_spreads_itself_is_refused() {
        ask("{ ...a } fragment a on Query { ...a }").failsWith("GRAPHQL_VALIDATION_FAILED", "fragment a");
        ask("{ ...a } fragment a on Query { ...b __typename } fragment b on Query { __typename ... { ...a } }")
                .failsWith("GRAPHQL_VALIDATION_FAILED", "must not spread itself");
        ask("{ __typename } fragment a on Query { ...b } fragment b on Query { ...a }")
                .failsWith("GRAPHQL_VALIDATION_FAILED", "must not spread itself");
    }

    @Test
    void an_operation_selects_a_number_of_fields() {
        answers(names(1999));
        ask(names(2000)).failsWith("TOO_MANY_FIELDS", "at most 2000 fields", "not 2001");
    }

    private static String names(int names) {
        return "{ actor(id: \"russia\") { " + "name ".repeat(names) + "} }";
    }

    @Test
    void the_fields_of_a_fragment_count_wherever_it_is_spread() {
        String fragments = "fragment n on Actor { " + "name ".repeat(99) + "} ";
        answers(fragments + "{ actor(id: \"russia\") { " + "...n ".repeat(19) + "} }");
        ask(fragments + "{ actor(id: \"russia\") { " + "...n ".repeat(20) + "} }")
                .failsWith("TOO_MANY_FIELDS", "not 2001");
    }

    @Test
    void an_operation_selects_a_number_of_fields_at_its_root() {
        answers("{ " + "__typename ".repeat(50) + "}");
        ask("{ " + "__typename ".repeat(51) + "}").failsWith("TOO_MANY_FIELDS", "at most 50 root fields", "not 51");
        ask("{ ...r ...r } fragment r on Query { " + "__typename ".repeat(26) + "}")
                .failsWith("TOO_MANY_FIELDS", "at most 50 root fields", "not 52");
    }

    @Test
    void a_document_holds_a_number_of_aliases() {
        answers(aliases(100));
        ask(aliases(101)).failsWith("TOO_MANY_ALIASES", "at most 100 aliases", "not 101");
        assertTimeout(SOON, () -> ask(aliases(900)).failsWith("TOO_MANY_ALIASES", "not 900"));
        assertTimeout(SOON, () -> ask(aliases(10_000)).failsWith("DOCUMENT_TOO_LARGE"));
    }

    private static String aliases(int aliases) {
        return "{ actor(id: \"russia\") { "
                + IntStream.range(0, aliases).mapToObj(i -> "a" + i + ": name").collect(Collectors.joining(" "))
                + " } }";
    }

    @Test
    void a_document_holds_a_number_of_directives() {
        answers("{ actor(id: \"russia\") { " + "name @include(if: true) ".repeat(100) + "} }");
        ask("{ actor(id: \"russia\") { " + "name @include(if: true) ".repeat(101) + "} }")
                .failsWith("TOO_MANY_DIRECTIVES", "at most 100 directives", "not 101");
        assertTimeout(SOON, () -> ask("{ __typename " + "@x ".repeat(1900) + "}")
                .failsWith("TOO_MANY_DIRECTIVES", "not 1900"));
    }

    /** Ten errors, and how many more there are: the answer stays small whatever is sent. */
    @Test
    void of_many_errors_the_first_ten_are_told() {
        Ask some = ask("{ " + field("x", 15) + "}");
        assertThat(some.errors()).hasSize(11);
        assertThat(some.body()).contains("5 further errors are not shown").doesNotContain("at least");
        Ask many = ask("{ " + field("x", 49) + "actor(id: \"russia\") { " + field("y", 100) + "} }");
        assertThat(many.errors()).hasSize(11);
        assertThat(many.body())
                .contains("at least 90 further errors are not shown")
                .hasSizeLessThan(4000);
        Ask pages = ask("{ rounds { nodes { "
                + IntStream.range(0, 12)
                        .mapToObj(i -> "s" + i + ": statements(first: 0) { totalCount } ")
                        .collect(Collectors.joining())
                + "} } }");
        assertThat(pages.errors()).hasSize(11);
    }

    @Test
    void a_long_name_in_an_error_is_cut() {
        assertThat(ask("{ " + "x".repeat(20_000) + " }").body()).hasSizeLessThan(1000);
    }

    private static String field(String name, int times) {
        return IntStream.range(0, times).mapToObj(i -> name + i + " ").collect(Collectors.joining());
    }

    @Test
    void values_stand_so_deep_within_each_other() {
        String literal = "{ statements(filter: %s) { totalCount } }";
        String variable = "query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }";
        answers(literal.formatted("{not: ".repeat(19) + "{}" + "}".repeat(19)));
        ask(literal.formatted("{not: ".repeat(20) + "{}" + "}".repeat(20))).failsWith("TOO_DEEP", "an argument", "20");
        ask(variable, Map.of("filter", nots(19))).at("statements.totalCount");
        ask(variable, Map.of("filter", nots(20))).failsWith("TOO_DEEP", "a variable", "20");
        // Deeper still, it is no JSON that is read.
        assertTimeout(
                SOON, () -> ask(variable, Map.of("filter", nots(400))).failsWith("BAD_REQUEST", "at most 200 levels"));
    }

    private static Map<String, Object> nots(int nots) {
        return nots == 0 ? Map.of() : Map.of("not", nots(nots - 1));
    }

    @Test
    void variables_hold_a_number_of_values_and_characters() {
        String query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        ask(query, Map.of("ids", idsOf("", 1999))).failsWith("INVALID_ARGUMENT", "1999");
        ask(query, Map.of("ids", idsOf("", 2000))).failsWith("VARIABLES_TOO_LARGE", "at most 2000 values", "not 2001");
        ask(query, Map.of("ids", idsOf("x".repeat(19_997), 1))).answers("nodes[0]", null);
        ask(query, Map.of("ids", idsOf("x".repeat(19_998), 1)))
                .failsWith("VARIABLES_TOO_LARGE", "at most 20000 characters", "not 20001");
    }

    private static List<String> idsOf(String id, int number) {
        return IntStream.range(0, number).mapToObj(i -> id).toList();
    }

    @Test
    void the_body_has_a_number_of_bytes() {
        assertThat(statusOfBody(1024 * 1024)).isEqualTo(200);
        assertThat(statusOfBody(1024 * 1024 + 1)).isEqualTo(413);
    }

    private static int statusOfBody(int bytes) {
        String start = "{\"query\": \"{ __typename }\"";
        var response = given().contentType("application/json")
                .body(start + " ".repeat(bytes - start.length() - 1) + "}")
                .post("/graphql");
        if (response.statusCode() == 413) {
            assertThat(response.jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("BODY_TOO_LARGE");
            assertThat(response.jsonPath().getString("errors[0].message")).contains("1048576 bytes");
        }
        return response.statusCode();
    }

    @Test
    void an_operation_has_a_cost() {
        // 2 fields, in 100 actors 2 fields, in each of their 100 statements 9: 90,202; then 100 for each further name
        String query =
                "{ actors(first: 100) { nodes { %s statements(first: 100) { nodes { id id id id id id id id id } } } } }";
        answers(query.formatted("name ".repeat(97)));
        ask(query.formatted("name ".repeat(98))).failsWith("TOO_COSTLY", "at most 100000 fields", "not 100002");
    }

    @Test
    void pages_of_pages_of_pages_are_refused_before_they_are_read() {
        String pages = "statements(first: 100) { nodes { speakers { ".repeat(8);
        assertTimeout(SOON, () -> ask("{ actors(first: 100) { nodes { " + pages + "name" + " } } }".repeat(9))
                .failsWith("TOO_COSTLY", "more than a thousand million"));
    }

    @Test
    void a_page_counts_by_its_size() {
        costs(4 + 20, "{ actors { nodes { name } } }", Map.of());
        costs(4 + 7, "{ actors(first: 7) { nodes { name } } }", Map.of());
        costs(4 + 7, "{ actors(last: 7) { nodes { name } } }", Map.of());
        costs(4 + 7 * 2, "{ actors(last: 7) { edges { node { name } } } }", Map.of());
        costs(4 + 7, "query ($n: Int) { actors(first: $n) { nodes { name } } }", Map.of("n", 7));
        costs(4 + 20, "query ($n: Int) { actors(first: $n) { nodes { name } } }", Map.of());
        costs(4 + 9, "query ($n: Int = 9) { actors(first: $n) { nodes { name } } }", Map.of());
        costs(4 + 3 * 2 + 3 * 4, "{ actors(first: 3) { nodes { statements(first: 4) { nodes { id } } } } }", Map.of());
        costs(
                4 + 3,
                "{ ...a } fragment a on Query { actors(first: 3) { ...n } } fragment n on ActorConnection { nodes { name } }",
                Map.of());
    }

    @Test
    void another_list_counts_five_times_and_one_of_ids_by_their_number() {
        costs(4 + 5, "{ round(id: \"abu-dhabi-2\") { citations { locator } } }", Map.of());
        costs(3 + 2, "{ nodes(ids: [\"a\", \"b\"]) { id } }", Map.of());
        costs(3 + 3, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", List.of("a", "b", "c")));
    }

    @Test
    void a_condition_costs_as_much_as_many_fields_and_again_where_all_are_counted() {
        costs(4 + 20 + CONDITION, "{ actors(filter: {kind: [STATE, PERSON]}) { nodes { id } } }", Map.of());
        costs(4 + 20, "{ actors(filter: {kind: null}) { nodes { id } } }", Map.of());
        costs(
                4 + COUNT + 2 * 3 * CONDITION,
                "{ actors(filter: {countryCode: \"RU\", not: {or: [{kind: STATE}, {text: \"peace\"}]}}) { ...all } }"
                        + " fragment all on ActorConnection { totalCount }",
                Map.of());
        costs(
                4 + 20 + 3 * CONDITION,
                "query ($f: ActorFilter) { actors(filter: $f) { nodes { id } } }",
                Map.of("f", Map.of("text", "War and peace")));
        costs(
                4 + 20 + 2 * CONDITION,
                "query ($k: [ActorKind!]) { actors(filter: {kind: $k, or: [{id: \"russia\"}]}) { nodes { id } } }",
                Map.of("k", List.of("STATE")));
        costs(
                4 + 2 * 2 + 2 * 2 + CONDITION,
                "{ actors(first: 2) { nodes { id statements(first: 1, filter: {dated: true}) { pageInfo { endCursor } } } } }",
                Map.of());
    }

    @Test
    void each_argument_of_the_timeline_is_a_condition() {
        costs(4 + 20, "{ timeline { nodes { id } } }", Map.of());
        costs(
                4 + 20 + 4 * CONDITION,
                "{ timeline(from: \"2026-02-04\", to: \"2026-02-04\", kinds: [ROUND, STATEMENT], actor: \"russia\") { nodes { id } } }",
                Map.of());
        costs(
                4 + COUNT + 2 * CONDITION,
                "query ($a: ID) { timeline(actor: $a) { totalCount } }",
                Map.of("a", "russia"));
    }

    @Test
    void coverage_costs_once_for_each_source() {
        costs(3 + 5 * 2, "{ coverage { facts soleFacts } }", Map.of());
    }

    @Test
    void a_word_of_a_search_costs_twice_as_much() {
        costs(4 + 7 + 2 * 2 * CONDITION, "{ search(text: \"peace talks\", first: 7) { nodes { kind } } }", Map.of());
        costs(
                4 + COUNT + 2 * 3 * 2 * CONDITION,
                "query ($t: String!) { search(text: $t) { totalCount } }",
                Map.of("t", "One, two - three; one"));
        ask("{ search(text: \"" + "a b ".repeat(51) + "\") { totalCount } }")
                .failsWith("INVALID_ARGUMENT", "at most 200 characters");
    }

    @Test
    void a_total_costs_twenty_four_fields_more() {
        costs(4 + COUNT, "{ actors { totalCount } }", Map.of());
    }

    @Test
    void the_records_are_told_that_an_answer_may_hold() {
        Ask asked = ask(
                """
                { queryInfo { cost limit nodes }
                  actors(first: 3) { pageInfo { hasNextPage } nodes { statements(first: 4) { edges { node { id } } } side { name } } } }""");
        asked.answers("queryInfo.limit", 100_000).answers("queryInfo.nodes", 3 + 3 * 4 + 3);
    }

    private static void costs(int cost, String query, Map<String, Object> variables) {
        // queryInfo and its one field count too, and are among the numbers above: 2, with those of the query's own
        // first level
        String asked = query.replaceFirst("\\{ ", "{ queryInfo { cost } ");
        ask(asked, variables).answers("queryInfo.cost", cost);
    }

    @Test
    void the_whole_introspection_is_far_inside_of_every_limit() {
        int cost = ask(IntrospectionQuery.INTROSPECTION_QUERY.replaceFirst("__schema", "queryInfo { cost } __schema"))
                .at("queryInfo.cost");
        assertThat(cost).isBetween(50, 1000);
    }

    @Test
    void every_limit_is_in_the_readme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Stream.of(LimitsConfig.class.getMethods()).map(java.lang.reflect.Method::getName))
                .isNotEmpty()
                .allSatisfy(name -> {
                    String setting =
                            "parley.limits." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                    assertThat(readme.contains("| `" + setting + "` | `"
                                    + setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "` |"))
                            .as(setting)
                            .isTrue();
                });
    }

    private static void answers(String query) {
        ask(query).at("");
    }
}
