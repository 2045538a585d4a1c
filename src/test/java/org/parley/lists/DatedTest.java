package org.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.graph.Days;
import org.parley.graph.InvalidArgument;
import org.parley.graph.RecordKind;

@AnyDatabase
class DatedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 4);

    private static final class Event extends DatedRecord {
        Event(Instant at, LocalDate day) {
            lies(Days.from(day, null), at);
        }

        Event(Days days) {
            lies(days, null);
        }
    }

    @Test
    void undated_events_come_last() {
        Event dated = new Event(null, DAY);
        Event undated = new Event(null, null);
        assertThat(dated.oldestFirst()).isLessThan(undated.oldestFirst());
    }

    @Test
    void the_instant_orders_the_events_of_a_day() {
        Event morning = new Event(Instant.parse("2026-02-04T08:00:00Z"), DAY);
        Event evening = new Event(Instant.parse("2026-02-04T19:00:00Z"), DAY);
        assertThat(morning.oldestFirst()).isLessThan(evening.oldestFirst());
    }

    @Test
    void events_before_1970_come_before_those_after() {
        assertThat(new Event(null, LocalDate.of(1945, 2, 4)).oldestFirst())
                .isLessThan(new Event(null, DAY).oldestFirst());
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> DatedRecord.between(DAY, DAY.minusDays(1), RecordKind.STATEMENT))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage("from must not be after to, not from 2026-02-04 and to 2026-02-03");
        assertThat(DatedRecord.between(null, null, RecordKind.STATEMENT).isTrue())
                .isTrue();
    }

    /** A day by the clock of Kiritimati, where it begins first, and one of the same number by that of Baker Island, where it ends last. */
    @Test
    void the_day_orders_first_and_the_instant_within_it() {
        Event day = new Event(null, DAY);
        Event firstInstant = new Event(Instant.parse("2026-02-03T10:00:00.001Z"), DAY);
        Event kyivNight = new Event(Instant.parse("2026-02-03T22:30:00Z"), DAY);
        Event lastInstant = new Event(Instant.parse("2026-02-05T11:59:59.999Z"), DAY);
        Event next = new Event(null, DAY.plusDays(1));
        Event nextByInstant = new Event(Instant.parse("2026-02-04T10:00:00.001Z"), DAY.plusDays(1));
        List<Event> inOrder = List.of(day, firstInstant, kyivNight, lastInstant, next, nextByInstant);
        assertThat(inOrder.stream().map(Dated::oldestFirst)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void every_day_of_the_calendar_has_its_place() {
        long before = Long.MIN_VALUE;
        for (LocalDate day = Days.FIRST; !day.isAfter(Days.LAST); day = day.plusDays(1)) {
            long place = new Event(null, day).oldestFirst();
            if (place <= before) {
                fail(day + " does not follow the day before");
            }
            before = place;
        }
        assertThat(before).isLessThan(new Event(null, null).oldestFirst());
    }

    @Test
    void what_may_be_of_several_days_stands_by_the_earliest_that_is_known() {
        assertThat(new Event(Days.of("2026-02")).oldestFirst())
                .isEqualTo(new Event(null, LocalDate.of(2026, 2, 1)).oldestFirst());
        assertThat(new Event(Days.between(DAY, null)).oldestFirst()).isEqualTo(new Event(null, DAY).oldestFirst());
        assertThat(new Event(Days.between(null, DAY)).oldestFirst()).isEqualTo(new Event(null, DAY).oldestFirst());
        assertThat(new Event((Days) null).oldestFirst()).isEqualTo(new Event(null, null).oldestFirst());
    }

    @Test
    void only_one_known_day_is_no_span() {
        assertThat(new Event(Days.from(DAY, null)).spans()).isFalse();
        assertThat(new Event((Days) null).spans()).isFalse();
        assertThat(new Event(Days.from(DAY, DAY.plusDays(1))).spans()).isTrue();
        // One bound alone counts as the day.
        assertThat(new Event(Days.between(null, DAY)).spans()).isFalse();
        assertThat(new Event(Days.between(DAY, null)).spans()).isFalse();
    }
}
