package org.parley.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 4);

    private static final class Event extends Dated {
        Event(Instant at, LocalDate day) {
            happened(at, day);
        }
    }

    @Test
    void undated_events_come_last_in_either_direction() {
        Event dated = new Event(null, DAY);
        Event undated = new Event(null, null);
        assertThat(dated.oldestFirst()).isLessThan(undated.oldestFirst());
        assertThat(dated.newestFirst()).isLessThan(undated.newestFirst());
    }

    @Test
    void the_instant_orders_the_events_of_a_day() {
        Event morning = new Event(Instant.parse("2026-02-04T08:00:00Z"), DAY);
        Event evening = new Event(Instant.parse("2026-02-04T19:00:00Z"), DAY);
        assertThat(morning.oldestFirst()).isLessThan(evening.oldestFirst());
        assertThat(morning.newestFirst()).isGreaterThan(evening.newestFirst());
    }

    @Test
    void events_before_1970_come_before_those_after() {
        assertThat(new Event(null, LocalDate.of(1945, 2, 4)).oldestFirst())
                .isLessThan(new Event(null, DAY).oldestFirst());
        assertThat(new Event(null, LocalDate.of(1945, 2, 4)).newestFirst())
                .isGreaterThan(new Event(null, DAY).newestFirst());
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> Dated.between(DAY, DAY.minusDays(1)))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage("from must not be after to, not from 2026-02-04 and to 2026-02-03");
        assertThat(Dated.between(null, null).isTrue()).isTrue();
    }
}
