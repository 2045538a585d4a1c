package org.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Input;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.graph.RawInput;
import org.parley.graph.RecordKind;
import org.parley.issue.Stance;

/** Values as the engine holds them. */
@AnyDatabase
class InputObjectTest {
    @Input
    public static class Sample {
        public static final String CONSTANT = "no member";

        public String text = "unless told";
        public Boolean yes;
        public Integer number;
        public LocalDate day;
        public Stance stance;
        public List<String> ids;
        public List<Stance> stances;
        public Sample not;
        public List<Sample> or;
        String hidden;
    }

    @Input
    public static class Unreadable {
        public BigDecimal amount;
    }

    @Input
    public static class Row extends RawInput {
        public BigDecimal amount;
        public List<Row> parts;
    }

    private static Sample sample(Map<String, Object> values) {
        return (Sample) InputObject.as(Sample.class).of(values);
    }

    @Test
    void each_member_is_read_as_its_type() {
        Sample sample = sample(Map.of(
                "text",
                "a",
                "yes",
                true,
                "number",
                3,
                "day",
                "2026-02-04",
                "stance",
                "DEMANDS",
                "ids",
                List.of("b", "c"),
                "stances",
                List.of("DEMANDS", "SUPPORTS")));
        assertThat(sample.text).isEqualTo("a");
        assertThat(sample.yes).isTrue();
        assertThat(sample.number).isEqualTo(3);
        assertThat(sample.day).isEqualTo(LocalDate.of(2026, 2, 4));
        assertThat(sample.stance).isEqualTo(Stance.DEMANDS);
        assertThat(sample.ids).containsExactly("b", "c");
        assertThat(sample.stances).containsExactly(Stance.DEMANDS, Stance.SUPPORTS);
    }

    @Test
    void objects_hold_objects() {
        Sample sample = sample(Map.of(
                "not", Map.of("text", "a"), "or", List.of(Map.of("not", Map.of("text", "b")), Map.of("number", 1))));
        assertThat(sample.not.text).isEqualTo("a");
        assertThat(sample.or).hasSize(2);
        assertThat(sample.or.get(0).not.text).isEqualTo("b");
        assertThat(sample.or.get(1).number).isEqualTo(1);
    }

    @Test
    void what_is_left_out_stays_as_it_is_and_what_is_null_becomes_null() {
        assertThat(sample(Map.of()).text).isEqualTo("unless told");
        Map<String, Object> values = new HashMap<>();
        values.put("text", null);
        values.put("or", null);
        Sample sample = sample(values);
        assertThat(sample.text).isNull();
        assertThat(sample.or).isNull();
    }

    @Test
    void a_class_that_cannot_be_read_is_refused_with_the_schema() {
        assertThatThrownBy(() -> InputObject.as(Unreadable.class)).hasMessageContaining("BigDecimal");
        assertThatThrownBy(() -> sample(Map.of("hidden", "a"))).hasMessageContaining("hidden");
        assertThatThrownBy(() -> sample(Map.of("CONSTANT", "a"))).hasMessageContaining("CONSTANT");
    }

    private static Map<String, Object> given(Map<String, Object> values) {
        return ((Row) InputObject.as(Row.class).of(values)).given();
    }

    @Test
    void a_raw_input_tells_what_is_null_from_what_is_left_out() {
        Map<String, Object> values = new HashMap<>();
        values.put("amount", null);
        assertThat(given(values)).containsOnlyKeys("amount").containsEntry("amount", null);
        assertThat(given(Map.of())).isEmpty();
        assertThat(new Row().given()).isEmpty();
    }

    @Test
    void a_raw_input_has_the_values_of_a_row() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "a");
        values.put("stance", Stance.DEMANDS);
        values.put("name", "SUPPORTS");
        values.put("kind", RecordKind.ACTOR);
        values.put("yes", true);
        values.put("day", "2026-02-04");
        values.put("at", "2026-02-04T09:30:00Z");
        values.put("none", List.of());
        assertThat(given(values))
                .containsExactly(
                        Map.entry("text", "a"),
                        Map.entry("stance", "DEMANDS"),
                        Map.entry("name", "SUPPORTS"),
                        Map.entry("kind", "ACTOR"),
                        Map.entry("yes", true),
                        Map.entry("day", "2026-02-04"),
                        Map.entry("at", "2026-02-04T09:30:00Z"),
                        Map.entry("none", List.of()));
    }

    @Test
    void a_raw_input_has_whole_numbers_as_rows_have_them() {
        assertThat(given(Map.of("a", 3))).containsEntry("a", 3);
        assertThat(given(Map.of("a", 157.0))).containsEntry("a", 157L);
        assertThat(given(Map.of("a", -0.0))).containsEntry("a", 0L);
        assertThat(given(Map.of("a", 48.5))).containsEntry("a", 48.5);
        assertThat(given(Map.of("a", 1e300))).containsEntry("a", 1e300);
        assertThat(given(Map.of("a", new BigDecimal("0.1")))).containsEntry("a", new BigDecimal("0.1"));
    }

    @Test
    void the_parts_of_a_raw_input_are_maps() {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("stances", List.of(Stance.DEMANDS, Stance.SUPPORTS));
        part.put("amount", null);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("stances", List.of("DEMANDS", "SUPPORTS"));
        plain.put("amount", null);
        Map<String, Object> given = given(Map.of("parts", List.of(Map.of("parts", List.of(part)))));
        assertThat(given).isEqualTo(Map.of("parts", List.of(Map.of("parts", List.of(plain)))));
        assertThatThrownBy(() -> given.put("amount", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_raw_input_holds_nothing_that_a_row_can_not_hold() {
        assertThatThrownBy(() -> given(Map.of("day", LocalDate.of(2026, 2, 4)))).hasMessageContaining("LocalDate");
    }
}
