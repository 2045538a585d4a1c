package org.parley.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;

/** Between which days something lies. */
@AnyDatabase
class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026,    2026-01-01, 2026-12-31",
        "0001,    0001-01-01, 0001-12-31",
        "9999,    9999-01-01, 9999-12-31",
        "2026-02, 2026-02-01, 2026-02-28",
        "2024-02, 2024-02-01, 2024-02-29",
        "1900-02, 1900-02-01, 1900-02-28",
        "2026-12, 2026-12-01, 2026-12-31",
        "2025-21, 2025-03-01, 2025-05-31",
        "2025-22, 2025-06-01, 2025-08-31",
        "2025-23, 2025-09-01, 2025-11-30",
        // December and the year that follows
        "2025-24, 2025-12-01, 2026-02-28",
        "2023-24, 2023-12-01, 2024-02-29",
        "9999-24, 9999-12-01, 9999-12-31"
    })
    void a_coarse_date_has_a_first_and_a_last_day(String edtf, LocalDate earliest, LocalDate latest) {
        assertThat(Days.of(edtf)).isEqualTo(new Days(earliest, latest));
    }

    @Test
    void what_is_not_known_has_no_days() {
        assertThat(Days.of(null)).isNull();
        assertThat(Days.from(null, null)).isNull();
        assertThat(Days.between(null, null)).isNull();
    }

    @Test
    void one_day_is_its_own_last() {
        LocalDate day = LocalDate.of(2026, 2, 4);
        assertThat(Days.from(day, null)).isEqualTo(new Days(day, day)).returns(false, Days::isSeveral);
        assertThat(Days.from(day, null).shown()).isEqualTo("2026-02-04");
        assertThat(Days.from(day, day.plusDays(1)).shown()).isEqualTo("2026-02-04 to 2026-02-05");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10, ,           2026-02-10, 2026-02-28",
        ",           2026-02-10, 2026-02-01, 2026-02-10",
        "2026-02-10, 2026-02-12, 2026-02-10, 2026-02-12",
        "2025-01-01, 2027-01-01, 2026-02-01, 2026-02-28",
        "2026-02-28, ,           2026-02-28, 2026-02-28"
    })
    void bounds_narrow_a_coarse_date(LocalDate notBefore, LocalDate notAfter, LocalDate earliest, LocalDate latest) {
        Days bounds = Days.between(notBefore, notAfter);
        assertThat(bounds.and(Days.of("2026-02")))
                .isEqualTo(new Days(earliest, latest))
                .returns(false, Days::isEmpty);
        assertThat(Days.of("2026-02").and(bounds)).isEqualTo(new Days(earliest, latest));
        assertThat(bounds.and(null)).isEqualTo(bounds);
    }

    @Test
    void bounds_outside_a_coarse_date_leave_nothing() {
        assertThat(Days.between(LocalDate.of(2026, 3, 1), null)
                        .and(Days.of("2026-02"))
                        .isEmpty())
                .isTrue();
        assertThat(Days.between(null, LocalDate.of(2026, 1, 31))
                        .and(Days.of("2026-02"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_bound_that_is_not_known_excludes_nothing() {
        Days later = Days.between(LocalDate.of(2026, 2, 6), null);
        assertThat(later.hold(Days.LAST)).isTrue();
        assertThat(later.hold(LocalDate.of(2026, 2, 5))).isFalse();
        Days earlier = Days.between(null, LocalDate.of(2026, 2, 6));
        assertThat(earlier.hold(Days.FIRST)).isTrue();
        assertThat(earlier.hold(LocalDate.of(2026, 2, 7))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T09:59:59.999Z, false",
        "2026-02-03T10:00:00Z,     true",
        "2026-02-04T12:00:00Z,     true",
        "2026-02-05T11:59:59.999Z, true",
        "2026-02-05T12:00:00Z,     false"
    })
    void an_instant_falls_on_a_day_if_it_does_in_some_zone(Instant at, boolean held) {
        assertThat(Days.from(LocalDate.of(2026, 2, 4), null).mayHold(at)).isEqualTo(held);
    }

    /** Whatever a clock somewhere shows can be kept. */
    @Test
    void an_instant_falls_on_the_day_of_every_zone() {
        for (String zone : ZoneId.getAvailableZoneIds()) {
            for (int hour = 0; hour < 24 * 366; hour += 7) {
                Instant at = Instant.parse("2011-01-01T00:30:00Z").plusSeconds(hour * 3600L);
                LocalDate day = at.atZone(ZoneId.of(zone)).toLocalDate();
                assertThat(Days.from(day, null).mayHold(at)).as(zone + " " + at).isTrue();
            }
        }
    }
}
