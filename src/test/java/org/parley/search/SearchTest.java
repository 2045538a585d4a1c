package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding records by words, however they are spelled. */
@QuarkusTest
class SearchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # the spelling of the record finds what the stories spell otherwise, and the reverse
                    Kyiv | place/kyiv
                    Kiev | place/kyiv
                    Luhansk | place/luhansk
                    Lugansk | place/luhansk
                    Zelenskyy | actor/volodymyr-zelenskyy
                    Zelensky | actor/volodymyr-zelenskyy
                    # other scripts
                    Київ | place/kyiv
                    Киев | place/kyiv
                    Зеленський | actor/volodymyr-zelenskyy
                    Зеленский | actor/volodymyr-zelenskyy
                    Луганськ | place/luhansk
                    Песков | actor/dmitry-peskov
                    Умєров | actor/rustem-umerov
                    # case and diacritics
                    ZELENSKYY | actor/volodymyr-zelenskyy
                    zélenskÿ | actor/volodymyr-zelenskyy
                    ЗЕЛЕНСЬКИЙ | actor/volodymyr-zelenskyy
                    Уме́ров | actor/rustem-umerov
                    # the person before what he said and before what mentions him
                    Peskov | actor/dmitry-peskov
                    Dmitriev | actor/kirill-dmitriev
                    Rubio | actor/marco-rubio
                    Volodymyr Zelenskyy | actor/volodymyr-zelenskyy
                    Emirates | actor/uae
                    # words of a title
                    ambassador | actor/katarina-mathernova
                    # words that only one record has
                    183 drones | incident/overnight-attack-two-missiles-183-drones
                    second round Abu Dhabi | round/abu-dhabi-2
                    """)
    void the_best_hit_is_what_is_meant(String text, String best) {
        ask(
                        "query ($text: String!) { search(text: $text, first: 1) { nodes { record { id } } } }",
                        Map.of("text", text))
                .answersInOrder("search.nodes.record.id", best);
    }

    @ParameterizedTest
    @CsvSource({
        "Kyiv, Kiev",
        "Kyiv, Київ",
        "Zelenskyy, Zelensky",
        "Zelenskyy, зеленський",
        "Luhansk, Lugansk",
        "Kyiv, kýiv"
    })
    void spellings_of_a_name_find_the_same_records(String one, String other) {
        assertThat(hits(one)).isNotEmpty().isEqualTo(hits(other));
    }

    @Test
    void kyiv_finds_what_only_the_story_that_writes_kiev_says() {
        assertThat(statements("Kyiv regime")).containsExactly("statement/peskov-until-kyiv-decides");
        assertThat(statements("Kiev regime appropriate")).containsExactly("statement/peskov-until-kyiv-decides");
    }

    @Test
    void a_cyrillic_word_finds_latin_text() {
        assertThat(statements("Київ regime")).containsExactly("statement/peskov-until-kyiv-decides");
    }

    @Test
    void every_word_must_be_found() {
        assertThat(hits("scared")).contains("statement/zelenskyy-putin-fears-trump");
        assertThat(hits("scared Trump")).contains("statement/zelenskyy-putin-fears-trump");
        assertThat(hits("scared xylophone")).isEmpty();
    }

    @Test
    void a_word_said_twice_counts_once() {
        assertThat(hits("scared scared Kyiv Kiev")).isEqualTo(hits("scared Kyiv"));
        assertThat(hits("regime regime")).isEqualTo(hits("regime"));
    }

    @Test
    void a_word_may_be_the_beginning_of_one() {
        assertThat(hits("zelensk").get(0)).isEqualTo("actor/volodymyr-zelenskyy");
        assertThat(hits("Zelen")).isEqualTo(hits("zelensk"));
        assertThat(hits("elensky")).isEmpty();
        assertThat(hits("Ze")).isEmpty();
    }

    @Test
    void a_word_finds_its_plural_and_what_is_written_with_a_hyphen() {
        assertThat(hits("prisoner")).hasSizeGreaterThanOrEqualTo(6).containsAll(hits("prisoners"));
        assertThat(hits("cease-fire")).hasSizeGreaterThanOrEqualTo(3).containsAll(hits("ceasefire"));
    }

    @Test
    void the_name_of_an_issue_finds_its_statements_and_positions() {
        List<String> hits = hits("territory");
        List<String> own =
                ask("{ issue(id: \"territory\") { statements(first: 100) { nodes { id } } positions { id } } }")
                        .at("issue.statements.nodes.id");
        List<String> positions =
                ask("{ issue(id: \"territory\") { positions { id } } }").at("issue.positions.id");
        assertThat(own).isNotEmpty();
        assertThat(positions).isNotEmpty();
        assertThat(hits).startsWith("issue/territory").containsAll(own).containsAll(positions);
    }

    /** However many words begin alike, a beginning stands for some of them, and its work has a bound. */
    @Test
    void beginnings_are_bounded() {
        ask("{ search(text: \"con com pro pre dis res int ter str tra ple dem neg rus ukr ame\") { totalCount } }")
                .answers("search.totalCount", 0);
    }

    private static List<String> hits(String text) {
        return ask(
                        "query ($text: String!) { search(text: $text, first: 100) { nodes { record { id } } } }",
                        Map.of("text", text))
                .at("search.nodes.record.id");
    }

    private static List<String> statements(String text) {
        return hits(text).stream().filter(id -> id.startsWith("statement/")).toList();
    }

    @Test
    void better_hits_come_first_and_equal_ones_by_id() {
        List<Map<String, Object>> nodes =
                ask("{ search(text: \"Kyiv\", first: 100) { nodes { score record { id } } } }")
                        .at("search.nodes");
        assertThat(nodes)
                .hasSizeGreaterThan(10)
                .isSortedAccordingTo(Comparator.<Map<String, Object>>comparingInt(hit -> -(int) hit.get("score"))
                        .thenComparing(hit -> (String) ((Map<?, ?>) hit.get("record")).get("id")));
    }

    @Test
    void a_hit_shows_the_words_that_were_found() {
        ask("{ search(text: \"scared\", kinds: STATEMENT) { nodes { kind snippet record { id ... on Statement { quote } } } } }")
                .answersInOrder("search.nodes.record.id", "statement/zelenskyy-putin-fears-trump")
                .answersInOrder("search.nodes.kind", "STATEMENT")
                .answersInOrder("search.nodes.snippet", "Putin is only «scared» of Trump");
    }

    @Test
    void a_hit_shows_the_text_with_most_of_the_words() {
        ask("{ search(text: \"157 prisoners\", kinds: FIGURE) { nodes { snippet } } }")
                .answersInOrder("search.nodes.snippet", "«157» «prisoners» of war each");
    }

    @Test
    void a_hit_by_another_spelling_shows_the_word_as_it_stands_there() {
        ask("{ search(text: \"Kiev\", kinds: PLACE) { nodes { snippet } } position: search(text: \"lugansk\", kinds: POSITION) { nodes { snippet } } }")
                .answersInOrder("search.nodes.snippet", "«Kyiv»")
                .answersInOrder(
                        "position.nodes.snippet", "Russia claims «Luhansk», Kherson and Zaporizhzhia for itself.");
    }

    @Test
    void every_snippet_marks_something() {
        List<String> snippets = ask("{ search(text: \"talks\", first: 100) { nodes { snippet } } }")
                .at("search.nodes.snippet");
        assertThat(snippets).hasSizeGreaterThan(20).allMatch(snippet -> snippet.toLowerCase()
                .matches("(?s).*«(talks?|talked|talking)».*"));
    }

    @Test
    void kinds_come_as_one_value_or_a_list() {
        ask("""
                        { one: search(text: "Kyiv", kinds: PLACE) { totalCount nodes { record { id } } } two: search(text: "Kyiv", kinds: [PLACE, ISSUE]) { nodes { kind } }
                          none: search(text: "Kyiv", kinds: []) { totalCount } all: search(text: "Kyiv", kinds: null, first: 1) { nodes { kind } } }""")
                .answers("one.totalCount", 1)
                .answersInOrder("one.nodes.record.id", "place/kyiv")
                .answers("none.totalCount", 0)
                .answersInOrder("all.nodes.kind", "PLACE");
        List<String> kinds = ask("{ search(text: \"Kyiv\", kinds: [PLACE, ISSUE]) { nodes { kind } } }")
                .at("search.nodes.kind");
        assertThat(kinds).contains("PLACE").isSubsetOf("PLACE", "ISSUE");
    }

    @Test
    void records_of_many_kinds_are_found() {
        List<String> kinds = ask("{ search(text: \"talks\", first: 100) { nodes { kind } } }")
                .at("search.nodes.kind");
        assertThat(kinds).contains("NEGOTIATION", "ISSUE", "STATEMENT", "ROUND", "ASSERTION", "DISAGREEMENT", "SOURCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?", "— … «»", "'", "\u0301", "ʼ", "ʼs"})
    void a_text_without_words_is_refused(String text) {
        Map<String, Object> variables = Map.of("text", text);
        ask("query ($text: String!) { search(text: $text) { nodes { snippet } } }", variables)
                .failsWith("INVALID_ARGUMENT", "text");
        ask("query ($text: String!) { statements(filter: { text: $text }) { nodes { id } } }", variables)
                .failsWith("INVALID_ARGUMENT", "text");
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        ask("query ($text: String!) { search(text: $text) { nodes { snippet } } }", Map.of("text", "a".repeat(201)))
                .failsWith("INVALID_ARGUMENT", "text", "200", "201");
        ask("query ($text: String!) { search(text: $text) { totalCount } }", Map.of("text", "xylophone ".repeat(20)))
                .answers("search.totalCount", 0);
    }

    @Test
    void signs_of_sql_and_patterns_are_no_words() {
        assertThat(hits("scared%' or 1=1 --")).isEmpty();
        assertThat(hits("scared_ (%)")).contains("statement/zelenskyy-putin-fears-trump");
    }

    @Test
    void statements_with_a_text_can_be_ranked() {
        // Peskov's remark has the name in its quote, its summary and all three renderings.
        ask("{ statements(filter: { text: \"Kiev\" }, orderBy: RELEVANCE_DESC, first: 1) { nodes { id } } }")
                .answersInOrder("statements.nodes.id", "statement/peskov-until-kyiv-decides");
    }

    @Test
    void ranked_statements_are_paged_in_both_directions() {
        String query =
                "{ statements(filter: { text: \"talks\" }, orderBy: RELEVANCE_DESC, %s) { totalCount pageInfo { startCursor endCursor } nodes { id } } }";
        List<String> whole = ask(query.formatted("first: 100")).at("statements.nodes.id");
        assertThat(whole).hasSizeGreaterThan(6).doesNotHaveDuplicates();
        List<String> forward =
                new ArrayList<>(ask(query.formatted("first: 2")).<List<String>>at("statements.nodes.id"));
        String cursor = ask(query.formatted("first: 2")).at("statements.pageInfo.endCursor");
        while (forward.size() < whole.size()) {
            String page = query.formatted("first: 2, after: \"" + cursor + "\"");
            forward.addAll(ask(page).<List<String>>at("statements.nodes.id"));
            cursor = ask(page).at("statements.pageInfo.endCursor");
        }
        assertThat(forward).isEqualTo(whole);
        List<String> backward =
                new ArrayList<>(ask(query.formatted("last: 2")).<List<String>>at("statements.nodes.id"));
        cursor = ask(query.formatted("last: 2")).at("statements.pageInfo.startCursor");
        while (backward.size() < whole.size()) {
            String page = query.formatted("last: 2, before: \"" + cursor + "\"");
            backward.addAll(0, ask(page).<List<String>>at("statements.nodes.id"));
            cursor = ask(page).at("statements.pageInfo.startCursor");
        }
        assertThat(backward).isEqualTo(whole);
    }

    @Test
    void what_an_actor_said_can_be_ranked_for_several_actors_at_once() {
        ask("""
                        { nodes(ids: ["actor/rustem-umerov", "actor/dmitry-peskov"]) { ... on Actor {
                          statements(filter: { text: "begun Abu Dhabi" }, orderBy: RELEVANCE_DESC) { nodes { id } } } } }""")
                .answersInOrder(
                        "nodes[0].statements.nodes.id", "statement/umerov-another-round", "statement/umerov-second-day")
                .answersInOrder("nodes[1].statements.nodes");
    }

    @Test
    void without_a_text_there_is_no_relevance_to_sort_by() {
        ask("{ statements(orderBy: RELEVANCE_DESC) { nodes { id } } }")
                .failsWith("INVALID_ARGUMENT", "orderBy", "RELEVANCE_DESC");
        ask("{ incidents(orderBy: RELEVANCE_DESC, filter: { kind: SHELLING }) { nodes { id } } }")
                .failsWith("INVALID_ARGUMENT", "orderBy", "RELEVANCE_DESC");
    }
}
