package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

@AnyDatabase
class SnippetTest {

    @Test
    void the_matched_words_stand_between_guillemets() {
        assertThat(new Snippet(Set.of("kyiv", "kiev"), Set.of()).of(List.of("Kyiv and Kiev are one city.")))
                .isEqualTo("«Kyiv» and «Kiev» are one city.");
    }

    @Test
    void the_text_with_most_of_the_words_is_shown_and_the_first_of_equals() {
        assertThat(new Snippet(Set.of("prisoners", "exchange"), Set.of())
                        .of(List.of("first prisoners", "prisoners exchange", "exchange of prisoners")))
                .isEqualTo("«prisoners» «exchange»");
    }

    @Test
    void a_long_text_is_cut_around_the_first_match_at_the_ends_of_words() {
        String text = "word ".repeat(100) + "match " + "word ".repeat(100);
        String snippet = new Snippet(Set.of("match"), Set.of()).of(List.of(text));
        assertThat(snippet).startsWith("… word").endsWith("word …").contains("«match»");
        assertThat(snippet.length()).isLessThan(Snippet.LENGTH + 10);
    }

    @Test
    void the_words_are_marked_as_they_are_written() {
        assertThat(new Snippet(Set.of("rustem", "маряна", "1000"), Set.of())
                        .of(List.of("RUS\u200Btem, Мар‘яна’s 1,000 cars")))
                .isEqualTo("«RUS\u200Btem», «Мар‘яна’s» «1,000» cars");
    }

    @Test
    void two_words_that_make_one_are_marked() {
        assertThat(new Snippet(Set.of("ceasefire"), Set.of("ceasefire", "+ceasefire"))
                        .of(List.of("A cease-fire, the cease fire, a ceasefire")))
                .isEqualTo("A «cease-fire», the «cease fire», a «ceasefire»");
        assertThat(new Snippet(Set.of("cease", "fire", "ceasefire"), Set.of("cease", "fire", "ceasefire"))
                        .of(List.of("A cease-fire, a cease fire")))
                .isEqualTo("A «cease-fire», a «cease» «fire»");
    }

    @Test
    void pieces_of_text_without_spaces_are_marked_together() {
        assertThat(new Snippet(Set.of(), Set.of("習近", "近平")).of(List.of("國家主席習近平說")))
                .isEqualTo("國家主席«習近平»說");
        assertThat(new Snippet(Set.of(), Set.of("ชาย")).of(List.of("สมชายใจดี")))
                .isEqualTo("สม«ชาย»ใจดี");
    }

    @Test
    void long_text_without_spaces_is_cut_too() {
        String snippet = new Snippet(Set.of(), Set.of("主席")).of(List.of("国".repeat(500) + "主席" + "家".repeat(500)));
        assertThat(snippet).startsWith("… 国").endsWith("家 …").contains("国«主席»家");
        assertThat(snippet.length()).isLessThan(Snippet.LENGTH + 10);
    }
}
