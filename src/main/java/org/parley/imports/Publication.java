package org.parley.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a source was published: on a day, or between two days. Immutable.
 *
 * @param first null if not known
 * @param last  the same as {@code first} if the day is known
 * @param note  how the days were found; null if the day stands in the file
 */
record Publication(LocalDate first, LocalDate last, String note) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern COARSE = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]|2[1-4]))?");

    /**
     * Of a date as {@link ImportedDay} reads it, a season of EDTF, or two of these with {@code /} between.
     *
     * @param text null if it is not known
     */
    static Publication of(String text) {
        if (text == null) {
            return new Publication(null, null, null);
        }
        String plain = text.replaceAll("[~?]", "");
        String[] ends = plain.split("/");
        LocalDate first = first(ends[0]);
        LocalDate last = last(ends[ends.length - 1]);
        boolean isExact = first.equals(last) && plain.equals(text);
        return new Publication(first, last, isExact ? null : "The file gives " + text + ".");
    }

    /** Of a date of a row; null if it is not known. */
    static Publication of(ImportedDay day) {
        String text = day == null ? null : day.date() != null ? day.date() : day.edtf();
        return of(text == null || day.note() == null ? text : text + "~");
    }

    /** Whether {@link #of} can read it. */
    static boolean isDate(String text) {
        if (text.isEmpty()) {
            return false;
        }
        try {
            Publication read = of(text);
            return !read.first.isAfter(read.last);
        } catch (RowRefused | DateTimeException e) {
            return false; // in another form
        }
    }

    private static LocalDate first(String text) {
        if (!COARSE.matcher(text).matches()) {
            return day(text);
        }
        return month(text, 1).atDay(1);
    }

    private static LocalDate last(String text) {
        if (!COARSE.matcher(text).matches()) {
            return day(text);
        }
        return month(text, text.length() == 4 ? 12 : 1)
                .plusMonths(isSeason(text) ? 2 : 0)
                .atEndOfMonth();
    }

    private static boolean isSeason(String text) {
        return text.length() > 4 && text.charAt(5) == '2';
    }

    /** The first month: of a season, March, June, September or December. */
    private static YearMonth month(String text, int ofYear) {
        int year = Integer.parseInt(text.substring(0, 4));
        int month = text.length() == 4 ? ofYear : Integer.parseInt(text.substring(5));
        return YearMonth.of(year, isSeason(text) ? (month - 20) * 3 : month);
    }

    private static LocalDate day(String text) {
        ImportedDay day = ImportedDay.of("date", text, null, null);
        if (day.date() == null) {
            throw new DateTimeException(text);
        }
        return LocalDate.parse(day.date());
    }

    /** Whether it was published after this day. */
    boolean isAfter(String day) {
        return first != null && first.isAfter(LocalDate.parse(day));
    }

    /** The day, if it is known, such as 4 February 2026. */
    Optional<String> dayInWords() {
        return isDay() ? Optional.of(first.format(DAY)) : Optional.empty();
    }

    private boolean isDay() {
        return first != null && first.equals(last);
    }

    /** Puts the keys of a source. */
    void into(Map<String, Object> source) {
        if (isDay()) {
            source.put("publishedOn", first.toString());
        }
        source.put("dateBasis", isDay() ? "STATED" : "UNKNOWN");
        if (first != null && !isDay()) {
            source.put("publishedAfter", first.toString());
            source.put("publishedBefore", last.toString());
        }
        if (note != null) {
            source.put("dateNote", note);
        }
    }
}
