package org.parley.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The days between which a record lies, both inside: all of them, or one that nobody knows more closely.
 *
 * @param earliest null if only the latest is known
 * @param latest   null if only the earliest is known
 */
public record Days(LocalDate earliest, LocalDate latest) {
    /** The first day that a record may have: years before have no digits of their own in ISO 8601. */
    public static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    /** The last day that a record may have. */
    public static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** What EDTF tells in the graph, up to what null means. */
    public static final String COARSE =
            "A year, month or season where no day is known, in EDTF: 2022, 2022-02, or 2025-22 for summer 2025. Seasons are the north's: "
                    + "spring (21) is March to May, summer (22) June to August, autumn (23) September to November, and winter (24) "
                    + "December to the February of the next year. ";

    /** The zones in which a day begins first and ends last. */
    public static final ZoneOffset EAST = ZoneOffset.ofHours(14);

    static final ZoneOffset WEST = ZoneOffset.ofHours(-12);

    /**
     * The days from the first to the last.
     *
     * @param last null if there is only the first
     * @return null if there is no first day
     */
    public static Days from(LocalDate first, LocalDate last) {
        return first == null ? null : new Days(first, last == null ? first : last);
    }

    /** A day between two bounds; null if neither is known. */
    public static Days between(LocalDate notBefore, LocalDate notAfter) {
        return notBefore == null && notAfter == null ? null : new Days(notBefore, notAfter);
    }

    /**
     * A day of a year, month or season, {@code 2026}, {@code 2026-02} or {@code 2026-24}. The seasons are those of the north as the
     * weather has them: spring (21) is March to May, summer (22) June to August, autumn (23) September to November, and winter (24)
     * December with the January and February of the year that follows.
     *
     * @param edtf checked already; null gives null
     */
    public static Days of(String edtf) {
        if (edtf == null) {
            return null;
        }
        int year = Integer.parseInt(edtf.substring(0, 4));
        if (edtf.length() == 4) {
            return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        int part = Integer.parseInt(edtf.substring(5));
        YearMonth first = YearMonth.of(year, part <= 12 ? part : 3 * (part - 20));
        LocalDate end = (part <= 12 ? first : first.plusMonths(2)).atEndOfMonth();
        return new Days(first.atDay(1), end.isAfter(LAST) ? LAST : end);
    }

    /** Those that are also among others, which may be null for any. */
    public Days and(Days others) {
        if (others == null) {
            return this;
        }
        return new Days(
                earliest == null || others.earliest != null && others.earliest.isAfter(earliest)
                        ? others.earliest
                        : earliest,
                latest == null || others.latest != null && others.latest.isBefore(latest) ? others.latest : latest);
    }

    /** What {@link #and} makes of days that have none in common. */
    public boolean isEmpty() {
        return earliest != null && latest != null && earliest.isAfter(latest);
    }

    /** Whether there is a day beside the earliest; false if either bound is not known. */
    public boolean isSeveral() {
        return earliest != null && latest != null && earliest.isBefore(latest);
    }

    /** Whether a day is one of these. */
    public boolean hold(LocalDate day) {
        return (earliest == null || !day.isBefore(earliest)) && (latest == null || !day.isAfter(latest));
    }

    /** Whether an instant falls on one of these days in any zone. */
    public boolean mayHold(Instant at) {
        return (earliest == null || !at.isBefore(earliest.atStartOfDay(EAST).toInstant()))
                && (latest == null
                        || at.isBefore(latest.plusDays(1).atStartOfDay(WEST).toInstant()));
    }

    /** The earliest, by which it is put in order; where there is one bound alone, that. */
    public LocalDate first() {
        return earliest == null ? latest : earliest;
    }

    /** The latest; where there is one bound alone, that. */
    public LocalDate last() {
        return latest == null ? earliest : latest;
    }

    /** As an error shows it: {@code 2026-02-04 to 2026-02-05}, or the day alone. */
    public String shown() {
        return isSeveral() ? earliest + " to " + latest : first().toString();
    }
}
