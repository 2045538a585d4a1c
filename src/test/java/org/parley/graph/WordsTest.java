package org.parley.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void case_diacritics_and_apostrophes_do_not_matter() {
        assertThat(tokens("Žáleská ŽÁLESKÁ zaleska")).containsOnly("zaleska");
        assertThat(tokens("Зеленський ЗЕЛЕНСЬКИЙ")).containsOnly("зеленськии");
        assertThat(tokens("Kyiv's Kyiv’s Kyiv")).containsOnly("kyiv");
        assertThat(tokens("О'Ніл ОʼНіл О’Ніл")).hasSize(3).containsOnly("оніл");
    }

    @Test
    void numbers_and_hyphenated_words_are_words() {
        assertThat(tokens("157 prisoners, 5.5 hours; front-line"))
                .containsExactly("157", "prisoners", "5", "5", "hours", "front", "line");
    }

    @Test
    void text_without_letters_has_no_words() {
        assertThat(tokens("— … !?")).isEmpty();
        assertThat(tokens("")).isEmpty();
    }

    @Test
    void a_word_knows_its_place() {
        assertThat(Words.of("«Kyiv», said"))
                .containsExactly(new Words.Word(1, 5, "kyiv"), new Words.Word(8, 12, "said"));
    }

    @Test
    void an_endless_word_is_cut_to_what_the_index_holds() {
        assertThat(tokens("a".repeat(5000))).containsExactly("a".repeat(100));
    }

    private static List<String> tokens(String text) {
        return Words.of(text).stream().map(Words.Word::token).toList();
    }
}
