package org.parley.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;
import org.parley.statement.WordingComparison.Worded;

@AnyDatabase
class WordingComparisonTest {
    private static final String WORDING =
            "We're working in the same formats as yesterday: trilateral consultations, group work";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We're working in the same formats as yesterday | EXACT",
                "trilateral  consultations, group work | EXACT",
                "WE’RE WORKING in the same formats, as yesterday! | SAME_WORDS",
                "We are working in the same format as yesterday | SIMILAR",
                "in the same formats as before: trilateral talks | SIMILAR",
                "working in the same for | SIMILAR",
                "The day before yesterday was a holiday |",
                "formats |EXACT",
                "format |",
                "Nothing of this was said |"
            })
    void a_text_is_held_against_a_wording(String text, QuoteMatchKind kind) {
        assertThat(compared(text, WORDING).kind()).isEqualTo(kind);
    }

    @Test
    void words_that_differ_are_told_apart() {
        WordingComparison compared = compared("We are working in the same format as yesterday", WORDING);
        assertThat(shown(compared)).isEqualTo("+[We are] =[working in the same] -[formats] +[format] =[as yesterday:]");
        assertThat(compared.similarity()).isBetween(0.6, 0.9);
    }

    @Test
    void of_a_longer_wording_only_the_part_counts_that_is_compared() {
        assertThat(shown(compared("the very same formats as yesterday", WORDING)))
                .isEqualTo("=[the] +[very] =[same formats as yesterday:]");
    }

    @Test
    void a_quote_within_a_longer_text_is_found() {
        WordingComparison compared = compared(
                "He said on Thursday that it is all just a show for the public, and left.",
                "it is all just a show for the public");
        assertThat(compared.kind()).isEqualTo(QuoteMatchKind.SIMILAR);
        assertThat(shown(compared)).contains("=[it is all just a show for the public]", "+[He said on Thursday that]");
    }

    @Test
    void other_scripts_are_compared_too() {
        assertThat(compared("مفاوضات جديدة", "بدأت مفاوضات جديدة في أبو ظبي").kind())
                .isEqualTo(QuoteMatchKind.EXACT);
        assertThat(compared("переговоры продолжаются", "Переговоры продолжаются завтра")
                        .kind())
                .isEqualTo(QuoteMatchKind.SAME_WORDS);
    }

    private static WordingComparison compared(String text, String wording) {
        return WordingComparison.of(Worded.of(text), Worded.of(wording));
    }

    private static String shown(WordingComparison compared) {
        return compared.pieces().stream()
                .map(piece -> switch (piece.kind()) {
                            case SAME -> "=";
                            case MISSING -> "-";
                            case ADDED -> "+";
                        } + "[" + piece.text() + "]")
                .collect(Collectors.joining(" "));
    }
}
