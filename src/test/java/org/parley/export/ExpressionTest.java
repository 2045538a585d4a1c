package org.parley.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** How a column finds its value in a record. */
@AnyDatabase
class ExpressionTest {
    private static Map<String, Object> record() {
        Map<String, Object> state = new HashMap<>(Map.of("name", "Oster"));
        state.put("side", null);
        Map<String, Object> record = new HashMap<>();
        record.put("name", "a name");
        record.put("number", 7);
        record.put("nothing", null);
        record.put("place", Map.of("name", "Kyiv"));
        record.put(
                "speakers",
                List.of(
                        Map.of("name", "Ilse", "side", Map.of("name", "Oster")),
                        state,
                        Map.of("name", "Jo $1", "side", Map.of("name", "Wester"))));
        record.put("flags", List.of(Map.of("is", false), Map.of("is", true)));
        record.put("none", List.of());
        record.put("sparse", Arrays.asList("a", null, "b"));
        record.put(Expression.PARENT, Map.of("id", "round/x"));
        return record;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name; a name",
                "place.name; Kyiv",
                "speakers.name; Ilse | Oster | Jo $1",
                "speakers[{side.name|name}]; Oster | Oster | Wester",
                "distinct(speakers[{side.name|name}]); Oster | Wester",
                "speakers[{name} of {side.name}!]; Ilse of Oster! | Oster of ! | Jo $1 of Wester!",
                "sparse; a | b",
                "^id; round/x"
            })
    void a_value_is_found(String expression, String value) {
        assertThat(Expression.of(expression).of(record())).isEqualTo(value);
    }

    @Test
    void a_single_value_keeps_its_type() {
        assertThat(Expression.of("number").of(record())).isEqualTo(7);
        assertThat(Expression.of("any(flags.is)").of(record())).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "nothing.name", "none.name", "missing", "any(none.is)", "distinct(none)", "edtf()"})
    void what_is_not_there_is_null(String expression) {
        assertThat(Expression.of(expression).of(record())).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "2026-02-04; 2026-02-04; -; -; -; 2026-02-04",
                "2026-02-04; -; -; -; -; 2026-02-04",
                "2026-02-04; 2026-02-05; -; -; -; 2026-02-04/2026-02-05",
                "-; -; 2026-02; -; -; 2026-02",
                "-; -; -; 2026-01-25; -; 2026-01-25/..",
                "-; -; -; -; 2026-02-05; ../2026-02-05",
                "-; -; -; 2026-01-25; 2026-02-05; 2026-01-25/2026-02-05"
            })
    void days_are_edtf(String start, String end, String coarse, String notBefore, String notAfter, String edtf) {
        Map<String, Object> record = new HashMap<>();
        record.put("start", start);
        record.put("end", end);
        record.put("edtf", coarse);
        record.put("notBefore", notBefore);
        record.put("notAfter", notAfter);
        assertThat(Expression.of("edtf()").of(record)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "other(a)", "a[b"})
    void anything_else_is_refused(String expression) {
        assertThatThrownBy(() -> Expression.of(expression)).isInstanceOf(IllegalArgumentException.class);
    }
}
