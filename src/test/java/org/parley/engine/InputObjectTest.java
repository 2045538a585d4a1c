package org.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Input;
import org.junit.jupiter.api.Test;
import org.parley.issue.Stance;

/** Values as the engine holds them. */
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
}
