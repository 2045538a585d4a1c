package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.AnyDatabase;
import org.parley.Ask;

/** A type takes the same values as a literal and as a variable, and refuses the same. */
@AnyDatabase
@QuarkusTest
class TypesTest {
    private static final Map<String, String> USES = Map.of(
            "Int", "statements(first: %s) { totalCount }",
            "ID", "actor(id: %s) { name }",
            "Date", "statements(filter: {from: %s}) { totalCount }",
            "String", "search(text: %s) { totalCount }",
            "Boolean", "statements(filter: {singleOrigin: %s}) { totalCount }",
            "StatementKind", "statements(filter: {kind: [%s]}) { totalCount }",
            "StatementFilter", "statements(filter: %s) { totalCount }");

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("Int", "1.5", 1.5),
                Arguments.of("Int", "2147483648", 2147483648L),
                Arguments.of("Int", "-2147483649", -2147483649L),
                Arguments.of("Int", "99999999999999999999", new java.math.BigInteger("99999999999999999999")),
                Arguments.of("Int", "\"5\"", "5"),
                Arguments.of("Int", "true", true),
                Arguments.of("Int", "[1, 2]", List.of(1, 2)),
                Arguments.of("Int", "{a: 1}", Map.of("a", 1)),
                Arguments.of("ID", "{a: 1}", Map.of("a", 1)),
                Arguments.of("ID", "[\"russia\", \"ukraine\"]", List.of("russia", "ukraine")),
                Arguments.of("ID", "1.5", 1.5),
                Arguments.of("ID", "true", true),
                Arguments.of("Date", "\"2026-02-30\"", "2026-02-30"),
                Arguments.of("Date", "\"2026-2-3\"", "2026-2-3"),
                Arguments.of("Date", "\"2026-02-04T10:00:00Z\"", "2026-02-04T10:00:00Z"),
                Arguments.of("Date", "20260204", 20260204),
                Arguments.of("Date", "{day: 1}", Map.of("day", 1)),
                Arguments.of("String", "5", 5),
                Arguments.of("String", "{a: 1}", Map.of("a", 1)),
                Arguments.of("Boolean", "\"true\"", "true"),
                Arguments.of("Boolean", "1", 1),
                Arguments.of("StatementKind", "SHOUTED", "SHOUTED"),
                Arguments.of("StatementKind", "5", 5),
                Arguments.of("StatementFilter", "{colour: 1}", Map.of("colour", 1)),
                Arguments.of("StatementFilter", "\"text\"", "text"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_value_is_refused_however_it_is_given(String type, String literal, Object value) {
        String use = USES.get(type);
        Ask written = ask("{ " + use.formatted(literal) + " }");
        assertThat(codes(written)).containsOnly("GRAPHQL_VALIDATION_FAILED");
        Ask given = ask(asVariable(type, use), Map.of("v", value));
        given.failsWith("BAD_USER_INPUT", "v");
        for (Ask refused : List.of(written, given)) {
            assertThat(refused.body())
                    .doesNotContain("java", "Exception", "Value{", "graphql.", "Big", "Integer", "Map", "ArrayList");
        }
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of("Int", "5", 5),
                Arguments.of("ID", "\"russia\"", "russia"),
                Arguments.of("ID", "7", 7),
                Arguments.of("Date", "\"2026-02-28\"", "2026-02-28"),
                Arguments.of("Date", "\"2024-02-29\"", "2024-02-29"),
                Arguments.of("String", "\"peace\"", "peace"),
                Arguments.of("Boolean", "true", true),
                Arguments.of("StatementKind", "VERBATIM", "VERBATIM"),
                Arguments.of("StatementFilter", "{singleOrigin: true}", Map.of("singleOrigin", true)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void a_right_value_has_the_same_answer_however_it_is_given(String type, String literal, Object value) {
        String use = USES.get(type);
        Map<String, Object> answer = ask("{ " + use.formatted(literal) + " }").at("");
        assertThat(ask(asVariable(type, use), Map.of("v", value)).<Map<String, Object>>at(""))
                .isEqualTo(answer);
    }

    @Test
    void null_is_no_id_however_it_is_given() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("v", null);
        assertThat(codes(ask("{ actor(id: null) { name } }"))).containsOnly("GRAPHQL_VALIDATION_FAILED");
        ask("query ($v: ID!) { actor(id: $v) { name } }", variables).failsWith("BAD_USER_INPUT", "v");
    }

    private static String asVariable(String type, String use) {
        return "query ($v: " + type
                + (type.equals("ID") || type.equals("String") || type.equals("StatementKind") ? "!" : "") + ") { "
                + use.formatted("$v") + " }";
    }

    private static Stream<Object> codes(Ask asked) {
        return asked.errors().stream().map(error -> ((Map<?, ?>) ((Map<?, ?>) error).get("extensions")).get("code"));
    }
}
