package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void the_matched_words_stand_between_guillemets() {
        assertThat(Snippet.of(List.of("Kyiv and Kiev are one city."), Set.of("kyiv", "kiev")))
                .isEqualTo("«Kyiv» and «Kiev» are one city.");
    }

    @Test
    void the_text_with_most_of_the_words_is_shown_and_the_first_of_equals() {
        assertThat(Snippet.of(
                        List.of("first prisoners", "prisoners exchange", "exchange of prisoners"),
                        Set.of("prisoners", "exchange")))
                .isEqualTo("«prisoners» «exchange»");
    }

    @Test
    void a_long_text_is_cut_around_the_first_match_at_the_ends_of_words() {
        String text = "word ".repeat(100) + "match " + "word ".repeat(100);
        String snippet = Snippet.of(List.of(text), Set.of("match"));
        assertThat(snippet).startsWith("… word").endsWith("word …").contains("«match»");
        assertThat(snippet.length()).isLessThan(Snippet.LENGTH + 10);
    }
}
