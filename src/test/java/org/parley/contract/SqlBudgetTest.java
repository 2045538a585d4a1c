package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.SqlLog;

/** How many SQL statements an answer costs: that depends on what is asked for, and never on how many records there are. */
@QuarkusTest
class SqlBudgetTest {

    @Test
    void the_whole_tree_of_a_negotiation_costs_one_statement_a_level() {
        assertThat(
                        sqlFor(
                                """
                        { rounds { nodes { title participants { presence actor { name
                          statements(last: 5) { nodes { summary speakers { name } citations { locator source { title } } } } } } } } }"""))
                // rounds by key, rounds by id, participants, actors, statements by key, statements by id, speakers'
                // links, citations, sources; the speakers are the actors
                .hasSize(9);
    }

    @Test
    void a_record_costs_one_statement() {
        assertThat(sqlFor("{ actor(id: \"dmitry-peskov\") { name kind description } }"))
                .hasSize(1);
        assertThat(sqlFor("{ node(id: \"round/abu-dhabi-2\") { id } }")).hasSize(1);
    }

    @Test
    void an_id_that_names_no_kind_costs_none() {
        assertThat(sqlFor("{ node(id: \"dmitry-peskov\") { id } nodes(ids: [\"president/x\", \"\"]) { id } }"))
                .isEmpty();
    }

    @Test
    void records_of_mixed_types_cost_one_statement_a_type() {
        assertThat(
                        sqlFor(
                                """
                        { nodes(ids: ["actor/dmitry-peskov", "round/abu-dhabi-2", "actor/china", "statement/umerov-second-day", "place/kyiv",
                          "round/abu-dhabi-1", "session/abu-dhabi-2-day-1", "actor/nobody", "statement/umerov-another-round"]) { id } }"""))
                // actors, rounds, statements, places, sessions
                .hasSize(5);
    }

    @Test
    void a_hundred_ids_cost_as_much_as_one() {
        String hundred =
                IntStream.range(0, 100).mapToObj(i -> "\"actor/a" + i + "\"").collect(Collectors.joining(", "));
        assertThat(sqlFor("{ nodes(ids: [" + hundred + "]) { id } }")).hasSize(1);
    }

    @Test
    void a_list_costs_two_statements() {
        for (String list : lists()) {
            boolean isEmpty = ask("{ " + list + " { totalCount } }").<Integer>at(list + ".totalCount") == 0;
            // by key, by id; of nothing, by key
            assertThat(sqlFor("{ " + list + " { nodes { id } edges { cursor } pageInfo { hasNextPage } } }"))
                    .as(list)
                    .hasSize(isEmpty ? 1 : 2);
        }
    }

    @Test
    void counts_and_a_quote_cost_these_numbers_of_statements() {
        assertThat(sqlFor("{ statementCounts(by: [ISSUE, SIDE]) { count issue { id } side { id } } }"))
                // statements, their issues, their sides, then issues and actors by id
                .hasSize(5);
        assertThat(
                        sqlFor(
                                "{ quote(text: \"all just a show for the public\") { matches { rendering { wording } statement { id } } } }"))
                // words, records, statements, renderings
                .hasSize(4);
    }

    /** The root fields with a filter that list records, in pages. */
    private static List<String> lists() {
        List<Map<String, Object>> fields = ask("{ __schema { queryType { fields { name args { name } } } } }")
                .at("__schema.queryType.fields");
        List<String> lists = fields.stream()
                .filter(field -> field.get("args").toString().contains("name=filter")
                        && field.get("args").toString().contains("name=first"))
                .map(field -> (String) field.get("name"))
                .filter(name -> !name.equals("changes"))
                .toList();
        assertThat(lists).contains("statements", "agreements").hasSizeGreaterThan(10);
        return lists;
    }

    @Test
    void a_page_from_a_cursor_costs_no_more() {
        String cursor =
                ask("{ statements(first: 7) { pageInfo { endCursor } } }").at("statements.pageInfo.endCursor");
        assertThat(sqlFor("{ statements(first: 7, after: \"" + cursor + "\") { nodes { id } } }"))
                .hasSize(2);
        assertThat(sqlFor("{ statements(last: 3, before: \"" + cursor + "\") { nodes { id } } }"))
                .hasSize(2);
    }

    @Test
    void forty_parents_cost_as_much_as_one() {
        String query =
                "{ actors(first: %d, filter: { kind: [PERSON, GROUP, STATE, BLOC] }) { nodes { statements(last: 5) { nodes { summary } } } } }";
        List<List<?>> one = ask(query.formatted(1)).at("actors.nodes.statements.nodes");
        List<List<?>> many = ask(query.formatted(40)).at("actors.nodes.statements.nodes");
        assertThat(one).hasSize(1).noneMatch(List::isEmpty);
        assertThat(many).hasSizeGreaterThan(30);
        // actors by key, actors by id, statements by key, statements by id
        assertThat(sqlFor(query.formatted(1))).hasSize(4);
        assertThat(sqlFor(query.formatted(40))).hasSize(4);
        assertThat(sqlFor(query.formatted(100))).hasSize(4);
    }

    @Test
    void empty_lists_cost_no_look_up_of_records() {
        // actors by key, actors by id, statements by key
        assertThat(
                        sqlFor(
                                "{ actors(filter: { kind: STATE, countryCode: \"CN\" }) { nodes { statements { nodes { summary } } } } }"))
                .hasSize(3);
    }

    @Test
    void a_second_alias_costs_one_statement_for_its_keys() {
        assertThat(
                        sqlFor(
                                """
                        { actors(first: 40, filter: { kind: PERSON }) { nodes {
                          first: statements(first: 2) { nodes { summary } } last: statements(last: 2) { nodes { summary } } } } }"""))
                // actors by key, actors by id, first statements by key, last statements by key, statements by id
                .hasSize(5);
    }

    @Test
    void two_lists_of_one_kind_of_record_share_the_look_up() {
        assertThat(
                        sqlFor(
                                "{ all: statements(first: 3) { nodes { id } } verbatim: statements(filter: { kind: VERBATIM }) { nodes { id } } }"))
                // all by key, verbatim by key, statements by id
                .hasSize(3);
    }

    @Test
    void equal_questions_are_asked_once() {
        assertThat(sqlFor("{ a: statements(first: 3) { nodes { id } } b: statements(first: 3) { nodes { summary } } }"))
                .hasSize(2);
    }

    @Test
    void a_list_is_counted_once_however_many_pages_of_it_are_asked_for() {
        // actors by key, actors by id, statements of the one page whose records are asked for by key, statements by id,
        // one count of all, and one of the demands
        assertThat(
                        sqlFor(
                                """
                        { actors(first: 40, filter: { kind: PERSON }) { nodes {
                          a: statements(first: 1) { totalCount nodes { id } }
                          b: statements(first: 2) { totalCount }
                          c: statements(first: 1, filter: { stance: DEMANDS }) { totalCount } } } }"""))
                .hasSize(6);
    }

    @Test
    void of_a_list_whose_length_alone_is_asked_for_no_record_is_read() {
        assertThat(sqlFor("{ actors { totalCount } }")).hasSize(1);
        assertThat(sqlFor("{ actors(filter: { text: \"Umerov\" }) { totalCount } }"))
                .hasSize(2); // the word, the count
        assertThat(sqlFor("{ actors { __typename } }")).isEmpty();
        assertThat(sqlFor("{ actors(first: 1) { pageInfo { hasNextPage } } }")).hasSize(2);
    }

    @Test
    void a_filter_below_many_parents_is_checked_once() {
        String query =
                "{ actors(first: %d, filter: { kind: PERSON }) { nodes { statements(filter: { round: \"abu-dhabi-2\", text: \"talks\" }) { nodes { summary } } } } }";
        // actors by key, actors by id, the text's spellings, the filter's ids, statements by key, statements by id
        assertThat(sqlFor(query.formatted(40))).hasSize(6);
    }

    @Test
    void ids_of_a_filter_are_checked_by_one_statement() {
        // the ids, statements by key, statements by id
        assertThat(
                        sqlFor(
                                """
                        { statements(filter: { speaker: ["rustem-umerov", "marco-rubio"], source: "second-day-ends", round: "abu-dhabi-2",
                          not: { target: "europe" }, or: [{ issue: "talks-format" }, { issue: "territory" }] }) { nodes { id } } }"""))
                .hasSize(3);
    }

    @Test
    void the_total_costs_a_statement_only_where_it_is_asked_for() {
        assertThat(sqlFor("{ statements { nodes { id } } }")).hasSize(2);
        // by key, the count, by id
        assertThat(sqlFor("{ statements { totalCount nodes { id } } }")).hasSize(3);
        // the actors' two, and the statements' three for all actors together
        assertThat(sqlFor("{ actors { nodes { statements { totalCount nodes { id } } } } }"))
                .hasSize(5);
    }

    @Test
    void a_statement_with_all_that_belongs_to_it_costs_one_statement_a_field() {
        assertThat(
                        sqlFor(
                                """
                        { statements(first: 100) { nodes { summary place { name } round { title } target { name } issues { name } speakers { name }
                          renderings { wording source { label } } corroboration { independentOrigins } } } }"""))
                // by key, by id, places, rounds, targets, issues' links, issues, speakers' links, speakers, renderings,
                // sources, corroboration
                .hasSize(12);
    }

    @Test
    void an_incident_with_all_that_belongs_to_it_costs_one_statement_a_field() {
        assertThat(
                        sqlFor(
                                """
                        { incidents { nodes { title place { name } weapons { kind } codes { code } killed { best } effects
                          attributions { blamed { name } by { name } citations { locator } } } } }"""))
                // by key, by id, places, weapons, codes, attributions, the blamed, those who blame, citations
                .hasSize(9);
    }

    @Test
    void the_incidents_of_each_round_cost_one_statement_a_relation() {
        assertThat(
                        sqlFor(
                                "{ rounds { nodes { incidents { nodes { title } } incidentsSincePrevious { nodes { title } } } } }"))
                // rounds by key, rounds by id, incidents during by key, incidents before by key, incidents by id
                .hasSize(5);
    }

    @Test
    void the_rounds_of_all_incidents_cost_two_statements() {
        // incidents by key, incidents by id, the links, the rounds
        assertThat(sqlFor("{ incidents { nodes { rounds { title start } } } }")).hasSize(4);
    }

    @Test
    void a_range_of_days_costs_no_statement_of_its_own() {
        assertThat(sqlFor("{ statements(filter: { from: \"2026-02-04\", to: \"2026-02-04\" }) { nodes { id } } }"))
                .hasSize(2);
        // events by key, statements, incidents, rounds
        assertThat(sqlFor("{ timeline(from: \"2026-02-04\", to: \"2026-02-04\") { nodes { id } } }"))
                .hasSize(4);
    }

    @Test
    void the_timeline_costs_one_statement_for_its_order_and_one_a_kind() {
        // events by key, statements, incidents, rounds
        assertThat(sqlFor("{ timeline(first: 100) { nodes { title start } } }")).hasSize(4);
        assertThat(sqlFor("{ timeline(kinds: ROUND) { nodes { title } } }")).hasSize(2);
        // and the check of the actor
        assertThat(sqlFor("{ timeline(first: 100, actor: \"russia\", kinds: [INCIDENT, ROUND]) { nodes { title } } }"))
                .hasSize(4);
    }

    @Test
    void a_search_costs_four_statements_and_one_a_kind() {
        // the text's spellings, the hits, the records, their texts, the spellings to mark
        assertThat(sqlFor("{ search(text: \"Kyiv\", kinds: PLACE) { nodes { snippet score } } }"))
                .hasSize(5);
        // the same with records of two kinds, and the count
        assertThat(
                        sqlFor(
                                "{ search(text: \"Kyiv\", kinds: [PLACE, ACTOR]) { totalCount nodes { snippet record { id } } } }"))
                .hasSize(7);
    }

    @Test
    void a_search_without_hits_costs_two_statements() {
        assertThat(sqlFor("{ search(text: \"xylophone\") { nodes { snippet } } }"))
                .hasSize(2);
    }

    @Test
    void the_matrix_of_positions_costs_six_statements() {
        assertThat(
                        sqlFor(
                                "{ positionMatrix(negotiation: \"us-mediated-trilateral-2026\") { issue { name } cells { side { name } positions { summary } } } }"))
                // the check of the id, its parties, its issues' ids, the issues, positions, their holders, who are the
                // sides too
                .hasSize(6);
    }

    @Test
    void coverage_costs_two_statements() {
        // the counts, the sources
        assertThat(sqlFor("{ coverage { source { label } facts soleFacts kinds { kind count } } }"))
                .hasSize(2);
    }

    @Test
    void the_coverage_of_some_sources_costs_one_statement() {
        // the sources by key, by id, the counts
        assertThat(sqlFor(
                        "{ sources { nodes { coverage { facts soleFacts kinds { kind count } source { label } } } } }"))
                .hasSize(3);
    }

    @Test
    void the_facts_of_all_sources_cost_one_statement_for_their_order_and_one_a_kind() {
        assertThat(sqlFor("{ sources { nodes { facts(filter: { kind: [ISSUE, FIGURE] }) { nodes { id } } } } }"))
                // sources by key, sources by id, facts by key, issues, figures
                .hasSize(5);
    }

    @Test
    void disagreements_with_what_they_are_about_cost_one_statement_a_kind() {
        assertThat(
                        sqlFor(
                                "{ disagreements(filter: { kind: PRECEDENCE }) { nodes { versions { reading sources { label } } about { id } } } }"))
                // by key, by id, versions, their sources, what they are about, of that the rounds, the statements and
                // the assertions
                .hasSize(8);
    }

    @Test
    void affiliations_of_many_cost_one_statement_whatever_the_day() {
        assertThat(
                        sqlFor(
                                """
                        { actors(first: 100) { nodes { all: affiliations { title organization { name } } then: affiliations(on: "2026-02-04") { title } } } }"""))
                // actors by key, actors by id, affiliations; the organisations are among the actors
                .hasSize(3);
    }

    private static List<String> sqlFor(String query) {
        return SqlLog.of(() -> ask(query).at(""));
    }
}
