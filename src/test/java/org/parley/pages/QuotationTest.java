package org.parley.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.export.References;

/** What is pasted of a statement, and what reference managers get. */
@AnyDatabase
class QuotationTest {
    @Test
    void it_has_words_speaker_office_day_source_and_address() {
        assertThat(forms(statement("2031-05-06"), "https://example.org/").get("plain"))
                .isEqualTo(
                        """
                        “We row on”
                        — Ilse Marten (ferrywoman, Oster), 6 May 2031 (stated in the text)
                        Quoted word for word.
                        Source: Evening Herald, “Rowing on”, 7 May 2031, paragraph 2, https://herald.example/rowing
                        Record: https://example.org/statement/rows-on
                        """);
    }

    @Test
    void what_is_not_recorded_is_said_to_be_so() {
        Map<String, Object> statement = statement(null);
        Map<String, Object> source = PageFunctions.map(
                PageFunctions.list(statement.get("renderings")).get(0).get("source"));
        source.put("outlet", null);
        source.put("title", null);
        source.put("url", null);
        source.put("publishedOn", null);
        assertThat((String) forms(statement, null).get("plain"))
                .contains(
                        "— Ilse Marten, day not known\n", "Source: outlet not recorded, Herald of 7 May, paragraph 2\n")
                .endsWith("Record: statement/rows-on\n");
    }

    @Test
    void text_is_markup_in_no_form() {
        Map<String, Object> statement = statement("2031-05-06");
        statement.put("quote", "<b>*We* row_on_</b>");
        Map<String, Object> forms = forms(statement, null);
        assertThat((String) forms.get("html")).contains("&lt;b&gt;*We*").doesNotContain("<b>");
        assertThat((String) forms.get("markdown")).contains("\\<b\\>\\*We\\* row\\_on\\_");
    }

    @Test
    void a_source_is_a_reference() {
        Map<String, Object> source =
                PageFunctions.map(PageFunctions.list(statement("2031-05-06").get("renderings"))
                        .get(0)
                        .get("source"));
        assertThat(References.csl(source, "paragraph 2", "We row on"))
                .containsEntry("type", "article-newspaper")
                .containsEntry("container-title", "Evening Herald")
                .containsEntry("issued", Map.of("date-parts", List.of(List.of(2031, 5, 7))))
                .containsEntry("note", "paragraph 2: We row on")
                .containsEntry("archive_location", "https://archive.example/1")
                .containsEntry("author", List.of(Map.of("literal", "Jo Penn"), Map.of("literal", "Al Rey")));
        assertThat(References.ris(source, "paragraph 2", null).split("\r\n"))
                .containsExactly(
                        "TY  - NEWS",
                        "ID  - source/herald",
                        "TI  - Rowing on",
                        "T2  - Evening Herald",
                        "AU  - Jo Penn",
                        "AU  - Al Rey",
                        "PY  - 2031",
                        "DA  - 2031/05/07/",
                        "UR  - https://herald.example/rowing",
                        "LA  - en",
                        "N1  - paragraph 2",
                        "ER  - ");
    }

    @Test
    void renderings_are_compared_with_the_first_verbatim_one() {
        List<Map<String, Object>> compared = Wordings.compared(List.of(
                Map.of("wording", "a longer way to say it", "verbatim", false),
                Map.of("wording", "We row on together", "verbatim", true),
                Map.of("wording", "We row on, together", "verbatim", true),
                Map.of("wording", "Nothing is the same here", "verbatim", true)));
        assertThat(compared).extracting(each -> each.get("first")).containsExactly(false, true, false, false);
        assertThat(compared.get(0).get("parts")).isEqualTo(List.of(part("a longer way to say it", false)));
        assertThat(compared.get(2).get("parts"))
                .isEqualTo(List.of(part("We row", false), part("on,", true), part("together", false)));
        assertThat(compared.get(3).get("parts")).isEqualTo(List.of(part("Nothing is the same here", false)));
    }

    private static Map<String, Object> part(String text, boolean differs) {
        return Map.of("text", text, "differs", differs);
    }

    private static Map<String, Object> forms(Map<String, Object> statement, String base) {
        Map<String, Object> page = new HashMap<>();
        page.put("base", base);
        return new Quotation(new Messages(), page, statement).forms();
    }

    private static Map<String, Object> statement(String day) {
        Map<String, Object> source = new HashMap<>(Map.of(
                "id", "source/herald",
                "label", "Herald of 7 May",
                "kind", "ARTICLE",
                "title", "Rowing on",
                "outlet", "Evening Herald",
                "publishedOn", "2031-05-07",
                "url", "https://herald.example/rowing",
                "language", "en",
                "authors", List.of("Jo Penn", "Al Rey"),
                "archivedUrl", "https://archive.example/1"));
        Map<String, Object> office = new HashMap<>(
                Map.of("title", "ferrywoman", "from", "2030-01-01", "organization", Map.of("name", "Oster")));
        Map<String, Object> past =
                new HashMap<>(Map.of("title", "mayor", "to", "2029-12-31", "organization", Map.of("name", "Oster")));
        Map<String, Object> statement = new HashMap<>();
        statement.put("id", "statement/rows-on");
        statement.put("quote", "We row on,");
        statement.put("kind", "VERBATIM");
        statement.put("start", day);
        statement.put("dateBasis", "STATED");
        statement.put("speakers", List.of(Map.of("name", "Ilse Marten", "affiliations", List.of(past, office))));
        statement.put("renderings", List.of(Map.of("locator", "paragraph 2", "source", source)));
        return statement;
    }
}
