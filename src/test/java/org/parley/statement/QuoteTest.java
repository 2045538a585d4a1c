package org.parley.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Ask;

/** A pasted sentence is compared with what the sources print. */
@QuarkusTest
class QuoteTest {
    private static final String QUOTE =
            "query ($text: String!) { quote(text: $text) { text matches { kind similarity pieces { kind text } rendering { verbatim wording } statement { id } } } }";

    @Test
    void every_wording_of_the_record_finds_itself() {
        Ask all = ask("{ statements(first: 100) { nodes { id renderings { wording verbatim } } } }");
        List<Map<String, Object>> statements = all.at("statements.nodes");
        int compared = 0;
        for (Map<String, Object> statement : statements) {
            for (Object each : (List<?>) statement.get("renderings")) {
                String wording = (String) ((Map<?, ?>) each).get("wording");
                Ask found = quote(wording);
                List<String> kinds = found.at("quote.matches.kind");
                assertThat(kinds).as(wording).isNotEmpty();
                assertThat(kinds.get(0)).as(wording).isEqualTo("EXACT");
                List<String> ids = found.at("quote.matches.statement.id");
                assertThat(ids).as(wording).contains((String) statement.get("id"));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void quotation_marks_and_the_comma_before_a_speaker_do_not_count() {
        quote(" „I think it's all just a show for the public,“ ")
                .answers("quote.text", "I think it's all just a show for the public")
                .answers("quote.matches[0].kind", "EXACT")
                .answers("quote.matches[0].rendering.verbatim", true);
    }

    @Test
    void a_changed_word_is_shown() {
        Ask changed = quote("I think it was all just a great show for the public")
                .answers("quote.matches[0].kind", "SIMILAR");
        List<Map<String, String>> pieces = changed.at("quote.matches[0].pieces");
        assertThat(pieces).contains(Map.of("kind", "ADDED", "text", "great"));
    }

    @Test
    void what_nobody_said_is_not_found() {
        quote("The moon is made of green cheese").answers("quote.matches", List.of());
        quote("zzyzx").answers("quote.matches", List.of());
    }

    @Test
    void a_text_without_words_or_of_a_chapter_is_refused() {
        assertThat(quote("…!").errors().toString()).contains("text must hold at least one word");
        assertThat(quote("word ".repeat(500)).errors().toString())
                .contains("text must have at most 2000 characters, not 2500");
    }

    private static Ask quote(String text) {
        return ask(QUOTE, Map.of("text", text));
    }
}
