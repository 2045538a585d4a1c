package org.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.graph.Characters;

@AnyDatabase
class WordsTest {

    @Test
    void case_diacritics_and_apostrophes_do_not_matter() {
        assertThat(tokens("Žáleská ŽÁLESKÁ zaleska")).containsOnly("zaleska");
        assertThat(tokens("Зеленський ЗЕЛЕНСЬКИЙ")).containsOnly("зеленськии");
        assertThat(tokens("Kyiv's Kyiv’s Kyiv")).containsOnly("kyiv");
        assertThat(tokens("О'Ніл ОʼНіл О’Ніл")).hasSize(3).containsOnly("оніл");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Wałęsa | walesa
                    Gahr Støre | gahr store
                    Đinđić | dindic
                    Ærø | aero
                    Œuvre | oeuvre
                    Ħamrun | hamrun
                    Þórr Eiður | thorr eidur
                    Strauß STRAUSS STRAUẞ | strauss strauss strauss
                    IĞDIR Iğdır ığdır İĞDİR | igdir igdir igdir igdir
                    ﬁnance Ｋｙｉｖ | finance kyiv
                    ΠΑΎΛΟΣ Παύλος | παυλοσ παυλοσ
                    מֹשֶׁה | משה
                    Иван Йосиф Її | иван иосиф іі
                    """)
    void letters_are_folded_whether_unicode_takes_them_apart_or_not(String text, String folded) {
        assertThat(String.join(" ", tokens(text))).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    مصطفى | مصطفي
                    کریم | كريم
                    فاطمة | فاطمه
                    مُحَمَّد | محمد
                    محـــمد | محمد
                    إسرائيل | اسراييل
                    آقا | أقا
                    می\u200Cخواهم | میخواهم
                    ہندوستان | هندوستان
                    ﻣﺤﻤﺪ | محمد
                    """)
    void forms_of_one_arabic_letter_are_one(String one, String other) {
        assertThat(tokens(one)).hasSize(1).isEqualTo(tokens(other));
    }

    @Test
    void vowels_of_indic_scripts_are_letters() {
        assertThat(tokens("राम रामा रामी रमी")).doesNotHaveDuplicates().hasSize(4);
        assertThat(tokens("কলকাতা কলকাত")).doesNotHaveDuplicates();
        assertThat(tokens("தமிழ் தமழ்")).doesNotHaveDuplicates();
        assertThat(tokens("फ़ोन फोन क़लम")).containsExactly("फोन", "फोन", "कलम");
    }

    @Test
    void voicing_marks_of_kana_are_kept_in_whichever_form() {
        assertThat(tokens("ガス")).isEqualTo(tokens("ｶﾞｽ")).isNotEqualTo(tokens("カス"));
    }

    static List<String> invisible() {
        return List.of(
                "\u00AD",
                "\u200B",
                "\u200C",
                "\u200D",
                "\u200E",
                "\u200F",
                "\u2060",
                "\uFEFF",
                "\u061C",
                "\u034F",
                "\uFE0F",
                "\u180E",
                "\u202A",
                "\u2066",
                "\u3164",
                "\uDB40\uDD00",
                "\uDB40\uDC41");
    }

    @ParameterizedTest
    @MethodSource("invisible")
    void what_nobody_sees_splits_no_word(String character) {
        assertThat(Words.of("a Rus" + character + "tem b"))
                .extracting(Words.Word::token)
                .containsExactly("a", "rustem", "b");
        assertThat(Words.of("a Rus" + character + "tem b").get(1))
                .extracting(Words.Word::start, Words.Word::end)
                .containsExactly(2, 8 + character.length());
        assertThat(tokens(character)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "’", "ʼ", "‘", "`", "´", "′", "＇", "ʹ", "‛", "ʻ", "ʾ", "׳"})
    void every_apostrophe_is_one(String apostrophe) {
        assertThat(tokens("Мар" + apostrophe + "яна")).containsExactly("маряна");
        assertThat(tokens(apostrophe + "Kyiv" + apostrophe)).containsExactly("kyiv");
        assertThat(tokens("Kyiv" + apostrophe + "s")).containsExactly("kyiv");
    }

    @Test
    void abbreviations_of_hebrew_and_signs_within_armenian_words_are_no_parts_of_them() {
        assertThat(tokens("צה״ל צה\"ל צהל")).containsOnly("צהל").hasSize(3);
        assertThat(tokens("ինչո՞ւ")).isEqualTo(tokens("ինչու"));
    }

    @Test
    void digits_have_their_value_in_every_script() {
        assertThat(tokens("157 ١٥٧ ۱۵۷ १५७ １５７ ๑๕๗")).containsOnly("157");
        assertThat(tokens("said¹")).containsExactly("said");
    }

    @Test
    void numbers_are_words_however_they_are_grouped() {
        assertThat(tokens("1,000 1000 1,000,000 1.000.000 ١٬٠٠٠ 1,234.5"))
                .containsExactly("1000", "1000", "1000000", "1000000", "1000", "1234.5");
        assertThat(tokens("157 prisoners, 5.5 hours, 5,5; 20 % 20%"))
                .containsExactly("157", "prisoners", "5.5", "hours", "5.5", "20", "20");
        assertThat(tokens("12.04.2026, 2026-04-12")).containsExactly("12", "04", "2026", "2026", "04", "12");
    }

    @Test
    void abbreviations_are_one_word() {
        assertThat(tokens("U.S. US U.S.A. a.m. J.D. США С.Ш.А."))
                .containsExactly("us", "us", "usa", "am", "jd", "сша", "сша");
        assertThat(tokens("U.S.-mediated")).containsExactly("us", "mediated");
    }

    @Test
    void what_signs_part_are_words_of_their_own() {
        assertThat(Words.of("talks.The www.example.com a_b:c"))
                .extracting(word -> word.start() + " " + word.end() + " " + word.token())
                .containsExactly(
                        "0 5 talks",
                        "6 9 the",
                        "10 13 www",
                        "14 21 example",
                        "22 25 com",
                        "26 27 a",
                        "28 29 b",
                        "30 31 c");
        assertThat(tokens("front-line and/or")).containsExactly("front", "line", "and", "or");
    }

    @Test
    void text_without_letters_has_no_words() {
        assertThat(tokens("— … !?")).isEmpty();
        assertThat(tokens("")).isEmpty();
        assertThat(tokens("🇺🇦 🙂")).isEmpty();
        assertThat(tokens("' ʼs 's \u0301")).isEmpty();
    }

    @Test
    void a_word_knows_its_place() {
        assertThat(Words.of("«Kyiv», said"))
                .containsExactly(new Words.Word(1, 5, "kyiv"), new Words.Word(8, 12, "said"));
    }

    @Test
    void an_endless_word_is_cut_to_what_the_index_holds() {
        assertThat(tokens("a".repeat(4000))).containsExactly("a".repeat(100));
        assertThat(tokens("\uD835\uDC00" + "а".repeat(98) + "\uD83A\uDD22".repeat(9))
                        .get(0))
                .hasSize(99);
        assertThat(tokens("習".repeat(4000)).get(0)).hasSize(100);
        assertThat(tokens("김정은".repeat(600)).get(0)).hasSize(100);
    }

    @Test
    void text_without_spaces_is_found_by_its_pieces() {
        assertThat(grams("習近平国家")).containsExactly("習", "習近", "近", "近平", "平", "平国", "国", "国家", "家");
        assertThat(grams("東京タワー")).containsExactly("東", "東京", "京", "京タ", "タワ", "ワー");
        assertThat(grams("대통령이")).containsExactly("대통", "통령", "령이");
        assertThat(grams("สมชาย")).containsExactly("สม", "สมช", "มช", "มชา", "ชา", "ชาย", "าย");
        assertThat(grams("ភ្នំពេញ")).contains("ភ្ន", "ពេញ");
        assertThat(grams("ນະຄອນ")).contains("ຄອນ");
        assertThat(grams("မြန်မာ")).isNotEmpty();
        assertThat(grams("Kyiv Київ")).isEmpty();
        assertThat(Words.of("在習近平說")).singleElement().satisfies(word -> assertThat(word.grams())
                .contains(new Words.Word(1, 3, "習近"), new Words.Word(2, 4, "近平")));
    }

    @Test
    void other_scripts_may_stand_beside_text_without_spaces() {
        assertThat(tokens("G7峰会2026年")).containsExactly("g7", "峰会", "2026", "年");
    }

    @ParameterizedTest
    @CsvSource({
        "prisoners, prisoner",
        "countries, country",
        "talks, talk",
        "attacked, attack",
        "demands, demand",
        "negotiated, negotiate",
        "kyiv, kyiv",
        "us, us",
        "news, news",
        "abbas, abba",
        "glass, glass",
        "crisis, crisis",
        "геноцид, геноцид"
    })
    void forms_of_an_english_word_have_one_stem(String token, String stem) {
        assertThat(Words.stem(token, UnaryOperator.identity())).isEqualTo(stem);
        assertThat(Words.stem(stem, UnaryOperator.identity())).isEqualTo(stem);
    }

    @Test
    void a_stem_and_a_spelling_that_lead_to_each_other_come_to_an_end() {
        UnaryOperator<String> canonical = form -> form.equals("country") ? "countries" : form;
        assertThat(Words.stem("country", canonical)).isEqualTo(Words.stem("countries", canonical));
    }

    @Test
    void what_may_be_written_as_one_word_is_known() {
        assertThat(joined("the cease-fire, a cease fire")).containsExactly("ceasefire", "ceasefire");
        assertThat(joined("F-16 2026-02 vice\u2011president")).containsExactly("f16", "vicepresident");
        assertThat(joined("end of the war in Abu Dhabi")).containsExactly("abudhabi");
        assertThat(joined("cease  fire, cease, fire")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\u00A0",
                "\u200B",
                "\u2800",
                "\u3164",
                "\uFFA0",
                "\u2003\u3000",
                "\n\t",
                "\uFEFF",
                "\uDB40\uDC41",
                "\u115F",
                ""
            })
    void text_of_what_nobody_sees_is_blank(String text) {
        assertThat(Characters.areInvisible(text)).isTrue();
        assertThat(Characters.areInvisible(text + "a")).isFalse();
    }

    private static List<String> tokens(String text) {
        return Words.of(text).stream().map(Words.Word::token).toList();
    }

    private static List<String> grams(String text) {
        return Words.of(text).stream()
                .flatMap(word -> word.grams().stream())
                .map(Words.Word::token)
                .toList();
    }

    private static List<String> joined(String text) {
        return Words.joined(text, Words.of(text)).stream()
                .map(Words.Joined::token)
                .toList();
    }
}
