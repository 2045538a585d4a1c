package org.parley.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;

@AnyDatabase
class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "2026-02-04, 2026-02-04, 4 February 2026",
        "2026-02-04, 2026-02-05, 4 to 5 February 2026",
        "2026-01-23, 2026-02-05, 23 January to 5 February 2026",
        "2025-12-31, 2026-01-01, 31 December 2025 to 1 January 2026",
        "2025-02-04, 2026-02-04, 4 February 2025 to 4 February 2026",
        "0001-01-01, 9999-12-31, 1 January 1 to 31 December 9999"
    })
    void days_are_told_in_words(LocalDate from, LocalDate to, String words) {
        Html page = new Html();
        new Span(from, to).write(page);
        assertThat(page.toString().replaceAll("<[^>]*>", "")).isEqualTo(words);
        assertThat(page.toString()).contains("<time datetime=\"" + to + "\">");
    }
}
