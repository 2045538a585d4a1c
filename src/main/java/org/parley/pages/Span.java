package org.parley.pages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A range of days, both inclusive.
 *
 * @param from null if no day is known, and then {@code to} is null too
 * @param to   the same day or a later one
 */
record Span(LocalDate from, LocalDate to) {
    private static final Span UNKNOWN = new Span(null, null);

    /** Reads two columns of dates. If one of them is null, the range is the other one's day. */
    static Span of(ResultSet row, String from, String to) throws SQLException {
        LocalDate first = row.getObject(from, LocalDate.class);
        LocalDate last = row.getObject(to, LocalDate.class);
        if (first == null && last == null) {
            return UNKNOWN;
        }
        return new Span(first == null ? last : first, last == null ? first : last);
    }

    boolean isKnown() {
        return from != null;
    }

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
