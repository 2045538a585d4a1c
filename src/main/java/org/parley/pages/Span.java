package org.parley.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A range of days, both inclusive.
 *
 * @param from the first day
 * @param to   the same day or a later one
 */
record Span(LocalDate from, LocalDate to) {
    /** Writes the range in words, as "4 to 5 February 2026"; each day has a machine-readable {@code time} element. */
    void write(Html page) {
        if (!from.equals(to)) {
            boolean oneYear = from.getYear() == to.getYear();
            boolean oneMonth = oneYear && from.getMonth() == to.getMonth();
            write(page, from, oneMonth ? "d" : oneYear ? "d MMMM" : "d MMMM u");
            page.markup(" to ");
        }
        write(page, to, "d MMMM u");
    }

    private static void write(Html page, LocalDate day, String pattern) {
        page.markup("<time datetime=\"")
                .text(day.toString())
                .markup("\">")
                .text(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day))
                .markup("</time>");
    }
}
