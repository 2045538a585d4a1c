package org.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

@AnyDatabase
class ConditionTest {
    private static final Condition A = Condition.of("a = ?", 1);
    private static final Condition B = Condition.of("b = ?", 2);

    @Test
    void what_is_left_out_of_a_filter_is_no_condition() {
        assertThat(Condition.all(Condition.TRUE, Condition.in("x", null), Condition.in("y", null)))
                .isEqualTo(Condition.TRUE);
        assertThat(Condition.all(Condition.TRUE, A)).isEqualTo(A);
    }

    @Test
    void values_keep_the_order_of_their_signs() {
        Condition both = Condition.all(A, Condition.any(List.of(B, A)));
        assertThat(both.sql()).isEqualTo("(a = ? and (b = ? or a = ?))");
        assertThat(both.values()).containsExactly(1, 2, 1);
    }

    @Test
    void a_list_is_one_value_whatever_its_length() {
        assertThat(Condition.in("x", List.of("b", "a", "b")))
                .isEqualTo(Condition.of("{record.x} = any(?)", List.of("a", "b")));
    }

    /** So that H2 takes no index on it, where the record is found by its id. */
    @Test
    void a_column_of_a_record_that_is_found_otherwise_is_hidden_from_the_planner() {
        Condition both = Condition.all(Condition.in("kind", List.of("X")), Condition.in("id", List.of("Y")));
        assertThat(both.renderedForSelected("r", "r.time", "r.ordinal").sql())
                .isEqualTo("(unindexed(r.kind) = any(?) and r.id = any(?))");
        assertThat(both.rendered("r", "r.time", "r.ordinal").sql()).isEqualTo("(r.kind = any(?) and r.id = any(?))");
    }

    @Test
    void the_record_is_called_as_the_query_calls_it() {
        Condition both =
                Condition.all(A, Condition.in("kind", List.of("X")), Condition.isIn("f({record}.y)", List.of("Y")));
        assertThat(both.rendered("k", "k.time", "k.ordinal").sql())
                .isEqualTo("(a = ? and k.kind = any(?) and f(k.y) = any(?))");
        assertThat(both.namesRecord()).isTrue();
        assertThat(A.namesRecord()).isFalse();
    }

    @Test
    void none_of_no_filters_holds_and_all_of_no_filters_do() {
        assertThat(Condition.any(List.of()).sql()).isEqualTo("1 = 0");
        assertThat(Condition.all(List.of())).isEqualTo(Condition.TRUE);
        assertThat(Condition.any(List.of(A, Condition.TRUE))).isEqualTo(Condition.TRUE);
    }

    @Test
    void not_takes_in_what_is_unknown() {
        assertThat(A.negated().sql()).isEqualTo("not coalesce(a = ?, false)");
        assertThat(Condition.TRUE.negated().sql()).isEqualTo("1 = 0");
    }
}
