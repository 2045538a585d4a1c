package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** How quoted words are given, and how they are found in a text that is typed otherwise. */
@AnyDatabase
class WordingTest {

    private static boolean isIn(String text, String words) {
        return Wording.isIn(Wording.folded(text), Wording.folded(words));
    }

    // --- Found
    // --------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "“It’s a ‘big step’,” she said. | It's a \"big step\",",
                "It´s clear, he said | It's clear",
                "„Das ist «gut»“ sagte er | Das ist \"gut\"",
                "He said: 'never again' | never again",
                "the talks -- long awaited -- began | the talks — long awaited – began",
                "minus −20C | -20C",
                "military‑political issues | military-political issues",
                "nego\u00adtiations be\u200bgan | negotiations began",
                "157\u00a0prisoners\u2009a\u3000side | 157 prisoners a side",
                "«\u00a0Oui\u00a0», dit-il | Oui",
                "Zelensky\u0301 said | Zelensk\u00fd said",
                "他说“这是一大步”。 | 这是一大步",
                "他说这是一大步吧 | 一大步",
                "เขาบอกว่าก้าวใหญ่มาก | ก้าวใหญ่",
                "l'accord est mort | accord est mort",
                "צה\"ל הודיע | צה״ל הודיע",
                "\u200fقال \u202b\"خطوة كبيرة\"\u202c | خطوة كبيرة",
                "unable, but able to agree | able to agree"
            })
    void words_that_stand_there(String text, String words) {
        assertThat(isIn(text, words)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a big step | A big step",
                "a big step | a  big leap",
                "a big, step | a big step",
                "a big step | a big... step",
                "unable to agree | able to agree",
                "we agreed | we agree",
                "we can't agree | we can",
                "we can’t agree | we can",
                "Ukraine's terms | Ukraine",
                "1,570 prisoners | 570 prisoners",
                "1.57 million | 1",
                "1570 prisoners | 157",
                "Україною | Україно",
                "Kyiv regime | Kiev regime",
                "می‌خواهم | میخواهم",
                "it ended… | it ended..."
            })
    void words_that_do_not(String text, String words) {
        assertThat(isIn(text, words)).isFalse();
    }

    @Test
    void nothing_stands_nowhere() {
        assertThat(isIn("a big step", "\u00ad")).isFalse();
        assertThat(isIn("", "a")).isFalse();
    }

    // --- Given
    // --------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Our position is clear,\"",
                "“Our position is clear,”",
                "”Our position”",
                "„Unsere Position“",
                "»Unsere Position«",
                "«Notre position»",
                "« Notre position »",
                "\" Notre position \"",
                "「我们的立场」",
                "『我们的立场』",
                "＂Our position＂",
                "‹Notre position›",
                "'Our position'",
                "‘Our position’",
                "`Our position'",
                "“Our position”.",
                "\"Our position\"!",
                "'Our position',",
                "\"Our position is clear",
                "Our position is clear\"",
                "“Our position is clear",
                "Our position is clear”",
                "Our position, «clear",
                "Notre position»",
                "Our position,\" he said, \"is clear",
                "Our position,” he said, “is clear",
                "Notre position», dit-il, «est claire",
                "He said \"never and left",
                "「我们的立场",
                "我们的立场」",
                "He \"said\" it\"",
                "It ended in 2022\"",
                "\"",
                "'a'"
            })
    void marks_that_are_left_at_the_words(String words) {
        assertThat(Wording.hasStrayMarks(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our position is clear,",
                "He told me \"never\", and left",
                "He told me “never”, and left",
                "\"Never,\" he told me, and left",
                "He told me \"never\"",
                "\"Never\" and \"ever\"",
                "“Never” means ‘ever’",
                "'Never' and 'ever'",
                "‘Never’ and ‘ever’",
                "Er sagte „nie“ und ging",
                "Er sagte »nie« und ging",
                "Il a dit «non» et «oui»",
                "Il a dit \" oui \" hier",
                "Он сказал: «это „шаг“ вперёд», и ушёл",
                "他说“是”然后走了",
                "他说「是」然后",
                "everyone's had enough,",
                "the parties'",
                "’Tis for the parties’",
                "'cause we said so",
                "rock 'n' roll",
                "צה\"ל הודיע",
                "48°27′30″ north",
                "don't",
                "I"
            })
    void words_of_the_speaker(String words) {
        assertThat(Wording.hasStrayMarks(words)).isFalse();
    }
}
