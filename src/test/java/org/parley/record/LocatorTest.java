package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** What names a place in a source, in any language, and what only points somewhere. */
@AnyDatabase
class LocatorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line 3",
                "lines 10-12",
                "lines 10–12",
                "lines 3, 7",
                "lines 3, 7-9 and 12",
                "Line 3",
                "line 3.",
                "l. 3",
                "L12",
                "paragraph 2",
                "para. 2",
                "paragraphs 2 and 4",
                "¶ 12",
                "page 7",
                "p. 7",
                "p.7",
                "pp. 3-4",
                "pages 3 to 5",
                "pp. 12-15, 18",
                "p. xii",
                "page A4",
                "p. 3 ff.",
                "fol. 12r-13v",
                "section 2.1",
                "§ 5",
                "§§ 5-7",
                "chapter 4",
                "article 5",
                "Art. 5(2)(b)",
                "Article 5, paragraph 2",
                "Annex II",
                "annex B",
                "schedule 3",
                "recital 12",
                "clause 7a",
                "headline",
                "the headline",
                "Headline",
                "caption",
                "caption of photo 2",
                "second caption",
                "lead",
                "preamble",
                "front page",
                "signature page",
                "end of page 3",
                "headline, line 2",
                "page 3, line 12",
                "page 3; footnote 2",
                "00:12:30",
                "12:30",
                "12:30-13:05",
                "at 01:02:03.5",
                "1:02:03 to 1:02:09",
                "minute 12",
                "12 min 30 s",
                "1h 20m",
                "90 s",
                "slide 4",
                "footnote 3",
                "note no. 3",
                "table 2",
                "table 2, row 3, column B",
                "cell B7",
                "row 12",
                "figure 1",
                "question 9",
                "post 3",
                "message 1234",
                "verse 3:16",
                "version 2 of slide 4",
                "operative part paragraph 4",
                "#anchor",
                "#:~:text=ferry",
                "https://example.org/story#part-2",
                "section \"Land, sea and air\"",
                "chapter “The pier”",
                "second paragraph",
                "3rd paragraph",
                "last line",
                "Seite 7",
                "S. 7",
                "Zeilen 3-5",
                "2. Absatz",
                "ligne 3",
                "alinéa 2",
                "página 7",
                "рядок 3",
                "с. 12",
                "стр. 5-6",
                "абз. 2",
                "صفحة ٣",
                "पृष्ठ ३",
                "第3页",
                "第三段",
                "3ページ",
                "제3조",
                "3쪽"
            })
    void a_place(String text) {
        assertThat(Locator.brokenRule(text)).as(text).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see above",
                "see below",
                "see line 3",
                "ibid.",
                "Ibid., p. 3",
                "ibidem",
                "idem",
                "op. cit.",
                "loc. cit., p. 7",
                "cf. page 3",
                "passim",
                "supra",
                "infra note 3",
                "somewhere",
                "somewhere on page 3",
                "throughout",
                "various",
                "various pages",
                "page",
                "line",
                "lines",
                "paragraph",
                "section",
                "3",
                "10-12",
                "?",
                "-",
                "n/a",
                "unknown",
                "same",
                "as before",
                "the article",
                "the interview",
                "in the middle part",
                "about line 3",
                "around page 7",
                "4 February 2026",
                "February 2026",
                "in 2019",
                "2026-02-04",
                "line three",
                "page seven or so",
                "line 3, somewhere",
                "line 3, see above",
                "line -3",
                "#",
                "# 3 4",
                "ftp://example.org/a",
                "https://example.org/a b",
                "first of all",
                ", line 3",
                "line 3,"
            })
    void no_place(String text) {
        assertThat(Locator.brokenRule(text)).as(text).startsWith("must name a place in the source, as line 3,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line 0", "lines 0-3", "lines 12-10", "lines 3, 9-7", "lines 3 and 0"})
    void lines_that_no_text_has(String text) {
        assertThat(Locator.brokenRule(text)).startsWith("must count the lines of the document from 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line 3 | line 3",
                "Line 3. | line 3",
                "lines 10-12 | lines 10-12",
                "lines 10 – 12 | lines 10-12",
                "lines 10 to 12 | lines 10-12",
                "lines 3, 7-9 and 12 | line 3, lines 7-9, line 12",
                "lines 7-7 | line 7",
                "line ٣ | line 3"
            })
    void the_lines_that_it_names(String text, String lines) {
        assertThat(Locator.lines(text)).map(Locator.Lines::toString).containsExactly(lines.split(", "));
    }

    /** A line of a page is counted from the page's top, and nobody knows where that is in the document. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "page 3",
                "page 3, line 12",
                "line 3 of page 2",
                "headline",
                "00:12:30",
                "рядок 3",
                "line 1234567890"
            })
    void no_lines(String text) {
        assertThat(Locator.lines(text)).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_for_a_place() {
        String pages = "pages 3" + ", 12345".repeat(50);
        assertThat(Locator.brokenRule(pages.substring(0, 300))).isNull();
        assertThat(Locator.brokenRule(pages)).isEqualTo("must name a place in the source in at most 300 characters");
        assertThat(Locator.brokenRule("https://example.org/" + "a".repeat(3000)))
                .isNull();
    }

    @Test
    void a_long_text_is_judged_at_once() {
        for (String part : new String[] {
            "a", "a ", "a. ", "1", "1 ", "1, ", "line 1, ", "i", "x1", "(1)", "\"", "1:", "12 m ", "#", "first "
        }) {
            for (int length : new int[] {280, 3900}) {
                String text = part.repeat(length / part.length());
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                    for (String place : new String[] {text, "line " + text, text + "!", "lines 1" + text + "!"}) {
                        Locator.brokenRule(place);
                        Locator.lines(place);
                    }
                });
            }
        }
    }
}
