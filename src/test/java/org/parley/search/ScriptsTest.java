package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.record.Seeder;

/** Names and words in every script, in a record of its own. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptsTest {
    @Inject
    Seeder seeder;

    @BeforeEach
    void load() {
        seeder.load(Optional.of(Scripts.FOLDER));
    }

    @AfterAll
    void load_the_built_in_record_again() {
        seeder.load(Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("org.parley.search.Scripts#questions")
    void a_search_finds(Scripts.Question question) {
        ask(question.query()).answers("search.totalCount", question.found().size());
        assertThat(question.slugs(ask(question.query()).at("search.nodes.record.id")))
                .containsExactlyElementsOf(question.found());
    }

    /** Only what begins like a word that some record has is the search's alone. */
    @ParameterizedTest
    @MethodSource("org.parley.search.Scripts#questions")
    void a_filter_finds_the_same(Scripts.Question question) {
        Map<String, Object> text = Map.of("text", question.text());
        for (String list : List.of("actors", "statements", "issues")) {
            List<String> searched = ask(
                            "query ($text: String!) { search(text: $text, kinds: "
                                    + list.substring(0, list.length() - 1).toUpperCase()
                                    + ", first: 100) { nodes { record { id } } } }",
                            text)
                    .at("search.nodes.record.id");
            String query = "query ($text: String!) { " + list
                    + "(filter: { text: $text }, first: 100) { totalCount nodes { id } } }";
            List<String> filtered = ask(query, text).at(list + ".nodes.id");
            assertThat(filtered).containsExactlyInAnyOrderElementsOf(searched);
            ask(query, text).answers(list + ".totalCount", searched.size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Walesa | ACTOR | Lech «Wałęsa»
                    STRAUSS | ACTOR | Franz «Strauß»
                    Мар'яна | ACTOR | «Мар‘яна»
                    157 | ACTOR | «١٥٧» أسير
                    習近平 | STATEMENT | 国家主席«習近平»在北京會見他們，然後說他們會見面。
                    Beijing | STATEMENT | as the summary has it
                    ใจดี | ACTOR | สมชาย«ใจดี»
                    ceasefire | STATEMENT | The «ceasefire» holds.
                    cease-fire broken | STATEMENT | A «cease-fire» was «broken».
                    prisoner home | STATEMENT | One «prisoner» came «home».
                    prisoner many | STATEMENT | «Many» «prisoners» are still held.
                    zelensk | ACTOR | Volodymyr «Zelenskyy»
                    territory | POSITION | «Territory»
                    1000 20 | STATEMENT | «1,000» drones and «20» % of them fell.
                    """)
    void a_snippet_marks_the_words_as_they_are_written(String text, String kind, String snippet) {
        List<String> snippets = ask(
                        "query ($text: String!) { search(text: $text, kinds: " + kind
                                + ", first: 1) { nodes { snippet } } }",
                        Map.of("text", text))
                .at("search.nodes.snippet");
        if (text.equals("Beijing")) {
            assertThat(snippets).isEmpty();
        } else {
            assertThat(snippets).containsExactly(snippet);
        }
    }

    @Test
    void names_are_in_unicodes_order() {
        ask(Scripts.NAMES).answersInOrder("actors.nodes.name", Scripts.SORTED.toArray());
    }

    @Test
    void a_name_of_thousands_of_characters_is_sorted_and_paged() {
        ask("{ actor(id: \"hangul\") { id } }").answers("actor.id", "actor/hangul");
        List<String> whole = ask("{ actors(first: 100) { nodes { id } } }").at("actors.nodes.id");
        int place = whole.indexOf("actor/hangul");
        String cursor = ask("{ actors(first: " + (place + 1) + ") { pageInfo { endCursor } } }")
                .at("actors.pageInfo.endCursor");
        assertThat(ask("{ actors(first: 100, after: \"" + cursor + "\") { nodes { id } } }")
                        .<List<String>>at("actors.nodes.id"))
                .isEqualTo(whole.subList(place + 1, whole.size()));
        assertThat(ask("{ actors(last: 100, before: \"" + cursor + "\") { nodes { id } } }")
                        .<List<String>>at("actors.nodes.id"))
                .isEqualTo(whole.subList(0, place));
    }

    @Test
    void countries_that_iso_leaves_to_its_users_are_taken() {
        ask("{ kosovo: actor(id: \"kosovo\") { countryCode } nowhere: actor(id: \"nowhere\") { countryCode } }")
                .answers("kosovo.countryCode", "XK")
                .answers("nowhere.countryCode", "QZ");
    }

    @Test
    void languages_have_the_case_that_bcp_47_recommends() {
        ask("{ source(id: \"s1\") { language } moscow: actor(id: \"moscow\") { names { language } }"
                        + " zelensky: actor(id: \"zelensky\") { names { language } } }")
                .answers("source.language", "en-GB")
                .answersInOrder(
                        "moscow.names.language", "zh", "ru", "und", "x-made-up", "zh-Hant-TW", "he", "tlh", "gsw")
                .answersInOrder("zelensky.names.language", "en", "uk-Cyrl");
    }

    @Test
    void the_word_as_it_was_typed_comes_before_its_other_forms_and_these_before_beginnings() {
        List<Integer> scores = ask("{ search(text: \"prisoner\", kinds: STATEMENT) { nodes { score } } }")
                .at("search.nodes.score");
        assertThat(scores).hasSize(2);
        assertThat(scores.get(0)).isBetween(201, 299);
        assertThat(scores.get(1)).isBetween(101, 199);
        List<Integer> beginnings = ask("{ search(text: \"prisone\", kinds: STATEMENT) { nodes { score } } }")
                .at("search.nodes.score");
        assertThat(beginnings).hasSize(2).allMatch(score -> score < 100);
    }

    @Test
    void by_relevance_a_filter_gives_the_searchs_order() {
        ask("{ statements(filter: { text: \"prisoners\" }, orderBy: RELEVANCE_DESC) { nodes { id } } }")
                .answersInOrder("statements.nodes.id", "statement/prisoners", "statement/prisoner");
        ask("{ statements(filter: { text: \"ceasefire\" }, orderBy: RELEVANCE_DESC) { nodes { id } } }")
                .answersInOrder(
                        "statements.nodes.id", "statement/ceasefire", "statement/cease-apart", "statement/cease-fire");
        ask("{ statements(filter: { text: \"prisone\" }, orderBy: RELEVANCE_DESC, first: 1) { pageInfo { hasNextPage } nodes { id } } }")
                .answersInOrder("statements.nodes.id", "statement/prisoner")
                .answers("statements.pageInfo.hasNextPage", true);
    }

    @Test
    void a_page_of_a_search_goes_on_where_the_one_before_ended() {
        String query =
                "{ search(text: \"territory\", first: 2%s) { totalCount pageInfo { endCursor hasNextPage } nodes { record { id } } } }";
        String cursor = ask(query.formatted("")).at("search.pageInfo.endCursor");
        ask(query.formatted(", after: \"" + cursor + "\""))
                .answersInOrder("search.nodes.record.id", "assertion/held", "position/aland-territory")
                .answers("search.totalCount", 5)
                .answers("search.pageInfo.hasNextPage", true);
    }

    @Test
    void a_filter_that_does_not_hold_leaves_out_what_the_words_find() {
        List<String> rest = ask("{ statements(first: 100, filter: { not: { text: \"ceasefire\" } }) { nodes { id } } }")
                .at("statements.nodes.id");
        assertThat(rest)
                .hasSize(13)
                .doesNotContain("statement/ceasefire", "statement/cease-fire", "statement/cease-apart");
    }
}
