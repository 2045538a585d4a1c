package org.parley.pages;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.parser.Parser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

@AnyDatabase
class TemplateTest {
    private static final Template TEMPLATE =
            new Template("# What of <name>?\nquery About<id> { actor(id: \"<name>\", kind: <kind>) { name } }");

    @Test
    void a_row_fills_the_gaps() {
        assertThat(TEMPLATE.filled(Map.of("name", "Ilse Marten", "id", "ilse-marten", "kind", "PERSON")))
                .isEqualTo("# What of Ilse Marten?\n"
                        + "query AboutIlseMarten { actor(id: \"Ilse Marten\", kind: PERSON) { name } }");
    }

    @Test
    void there_is_no_question_without_what_fills_it() {
        assertThat(TEMPLATE.filled(Map.of("name", "Ilse Marten", "id", "ilse-marten")))
                .isNull();
        assertThat(new Template("<name.word>").filled(Map.of("name", "… !?"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Records.HOSTILE,
                "\"",
                "\\",
                "\\\"",
                "\"\"\"",
                "a\nquery Other { x }",
                "a\r\n\r\n# b",
                "\u0000\u0001\u007f\u0085",
                "<kind>",
                "#",
                "{ } ( ) $ & @ !",
                "\ud83d\udd4a",
                "\ud83d",
                "\u2028\u2029\ufeff",
                "عربي",
                "\u202ea\u202c"
            })
    void whatever_a_name_is_the_question_stays_the_question(String name) {
        String filled = TEMPLATE.filled(Map.of("name", name, "id", "x", "kind", "PERSON"));
        assertThat(filled.lines()).hasSize(2);
        assertThat(filled.split("[\\r\\n\\u2028\\u2029\\u0085]")).hasSize(2);
        Document document = Parser.parse(filled);
        assertThat(document.getDefinitions()).hasSize(1);
        OperationDefinition operation =
                (OperationDefinition) document.getDefinitions().get(0);
        Field field = (Field) operation.getSelectionSet().getSelections().get(0);
        StringValue value = (StringValue) field.getArguments().get(0).getValue();
        assertThat(operation.getName()).isEqualTo("AboutX");
        // Half of a pair is no character, and can't be asked for.
        assertThat(value.getValue()).isEqualTo(name.equals("\ud83d") ? "" : name);
    }

    @ParameterizedTest
    @CsvSource({
        "Volodymyr Zelenskyy, Zelenskyy",
        "Marten, Marten",
        "Group (7), 7",
        "Зеленський Володимир, Володимир",
        "محمد بن زايد, زايد",
        "王毅, 王毅",
        "<script>, script"
    })
    void the_last_word_of_a_name_is_searched_for(String name, String word) {
        assertThat(new Template("\"<name.word>\"").filled(Map.of("name", name))).isEqualTo('"' + word + '"');
    }

    @Test
    void a_long_name_is_cut() {
        assertThat(Template.comment("a ".repeat(1000))).hasSize(300).endsWith("a…");
        assertThat(new Template("\"<name.word>\"").filled(Map.of("name", "a".repeat(4000))))
                .hasSize(62);
    }

    @ParameterizedTest
    @CsvSource({"abu-dhabi-2, AbuDhabi2", "x, X", "ORGANIZATION, ORGANIZATION", "a--b, AB", "1-2, 12"})
    void a_slug_makes_a_name(String slug, String name) {
        assertThat(Template.name(slug)).isEqualTo(name);
    }
}
