package org.parley.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** Dates as people write them. */
@AnyDatabase
class ImportedDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02-04, 2026-02-04",
        "20260204, 2026-02-04",
        "04.02.2026, 2026-02-04",
        "4.2.2026, 2026-02-04",
        "04-02-2026, 2026-02-04",
        "4 February 2026, 2026-02-04",
        "4 feb 2026, 2026-02-04",
        "04-Feb-2026, 2026-02-04",
        "'February 4, 2026', 2026-02-04",
        "31/01/2026, 2026-01-31",
        "01/31/2026, 2026-01-31",
        "05/05/2026, 2026-05-05",
        "2026-02-04T10:00, 2026-02-04",
        "2026-02-04 9:00:00.5, 2026-02-04",
        "2024-02-29, 2024-02-29"
    })
    void a_day_is_read(String text, String day) {
        assertThat(ImportedDay.of("date", text, null, null).date()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2026, 2026", "2026-02, 2026-02", "2026-24, 2026-24", "Feb 2026, 2026-02", "february 2026, 2026-02"})
    void a_coarse_date_is_read(String text, String edtf) {
        ImportedDay day = ImportedDay.of("date", text, null, null);
        assertThat(day.edtf()).isEqualTo(edtf);
        assertThat(day.date()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "31/02/2026",
                "2023-02-29",
                "2026-13",
                "2026-25",
                "20260231",
                "Tuesday",
                "44231",
                "13/13/2026",
                "2026-02-04T25:00",
                "04.13.2026",
                "4 Febtober 2026"
            })
    void what_is_no_day_is_refused(String text) {
        assertThatThrownBy(() -> ImportedDay.of("date", text, null, null))
                .isInstanceOfSatisfying(
                        RowRefused.class, e -> assertThat(e.note().code()).isEqualTo(ImportCode.BAD_DATE));
    }

    @Test
    void the_order_of_numbers_has_to_be_known() {
        assertThatThrownBy(() -> ImportedDay.of("date", "05/09/2026", null, null))
                .isInstanceOfSatisfying(
                        RowRefused.class, e -> assertThat(e.note().code()).isEqualTo(ImportCode.AMBIGUOUS_DATE));
        assertThat(ImportedDay.of("date", "05/09/2026", DateOrder.DMY, null).date())
                .isEqualTo("2026-09-05");
        assertThat(ImportedDay.of("date", "05/09/2026", DateOrder.MDY, null).date())
                .isEqualTo("2026-05-09");
        assertThatThrownBy(() -> ImportedDay.of("date", "05/09/26", DateOrder.DMY, null))
                .isInstanceOfSatisfying(
                        RowRefused.class, e -> assertThat(e.note().code()).isEqualTo(ImportCode.TWO_DIGIT_YEAR));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-04T10:00Z, 2026-02-04T10:00:00Z",
        "2026-02-05T00:30+02:00, 2026-02-04T22:30:00Z",
        "2026-02-05 00:30:15+0200, 2026-02-04T22:30:15Z"
    })
    void a_moment_with_an_offset_is_one(String text, String instant) {
        ImportedDay day = ImportedDay.of("date", text, null, null);
        assertThat(day.at()).isEqualTo(instant);
        assertThat(day.date()).isEqualTo(text.substring(0, 10));
        assertThat(day.told()).isNull();
    }

    @Test
    void a_moment_without_an_offset_needs_a_zone() {
        ImportedDay day = ImportedDay.of("date", "2026-02-05T00:30", null, null);
        assertThat(day.at()).isNull();
        assertThat(day.told().code()).isEqualTo(ImportCode.INSTANT_LEFT_OUT);
        assertThat(ImportedDay.of("date", "2026-02-05T00:30", null, ZoneId.of("Europe/Kyiv"))
                        .at())
                .isEqualTo("2026-02-04T22:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~2026-02-04", "2026-02-04?", "~ 4 February 2026"})
    void what_is_not_exact_says_so(String text) {
        ImportedDay day = ImportedDay.of("date", text, null, null);
        assertThat(day.date()).isEqualTo("2026-02-04");
        assertThat(day.note()).isEqualTo("approximate");
        assertThat(day.told().code()).isEqualTo(ImportCode.APPROXIMATE);
    }
}
