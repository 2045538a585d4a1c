package org.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

@AnyDatabase
class ConversionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-04T10:00:00Z",
                "2026-02-04T10:00:01Z",
                "2026-02-04T10:07:00Z",
                "2026-02-04T00:00:00.120Z",
                "2026-02-04T23:59:59.001002003Z",
                "1994-12-05T08:30:00+02:00",
                "1994-12-05T08:30:10-11:30",
            })
    void an_instant_is_written_as_iso_8601_with_seconds(String text) {
        OffsetDateTime instant = OffsetDateTime.parse(text);
        assertThat(Conversion.text(instant)).isEqualTo(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant));
    }
}
