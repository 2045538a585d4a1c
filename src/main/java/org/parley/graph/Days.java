package org.parley.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A range of days, both ends included. A record lasted all of these days, or was on one of them and nobody knows on which. At
 * least one end is known. Immutable.
 *
 * @param earliest null if only the latest day is known
 * @param latest   null if only the earliest day is known
 */
public record Days(LocalDate earliest, LocalDate latest) {
    /** The earliest day that a record may have: in ISO 8601, the years before are 0000 and those with a minus sign. */
    public static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    /** The latest day that a record may have: in ISO 8601, later years have more than four digits and a plus sign. */
    public static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** The start of the description of each field {@code edtf} in the schema; each field adds when it is null. */
    public static final String COARSE =
            "A year, month or season where no day is known, in EDTF: 2022, 2022-02, or 2025-22 for summer 2025. Seasons are those of the "
                    + "northern hemisphere: spring (21) is March to May, summer (22) June to August, autumn (23) September to November, "
                    + "and winter (24) December to the February of the next year. ";

    /** UTC+14, the time zone in which each day begins first. */
    public static final ZoneOffset EAST = ZoneOffset.ofHours(14);

    /** UTC-12, the time zone in which each day ends last. */
    static final ZoneOffset WEST = ZoneOffset.ofHours(-12);

    /**
     * The days from the first to the last.
     *
     * @param last null if the only known day is the first
     * @return null if the first day is null
     */
    public static Days from(LocalDate first, LocalDate last) {
        return first == null ? null : new Days(first, last == null ? first : last);
    }

    /** One unknown day between two bounds; null if neither bound is known. */
    public static Days between(LocalDate notBefore, LocalDate notAfter) {
        return notBefore == null && notAfter == null ? null : new Days(notBefore, notAfter);
    }

    /**
     * One unknown day of a year, month or season, such as {@code 2026}, {@code 2026-02} or {@code 2026-24}. Seasons are the
     * meteorological ones of the northern hemisphere: spring (21) is March to May, summer (22) June to August, autumn (23)
     * September to November, and winter (24) December to February of the following year.
     *
     * @param edtf already validated; null gives null
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

    /**
     * The days that are in both ranges; {@link #isEmpty} if the ranges do not overlap.
     *
     * @param others null for any day
     */
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

    /** Whether the range holds no day, as the result of {@link #and} may. */
    public boolean isEmpty() {
        return earliest != null && latest != null && earliest.isAfter(latest);
    }

    /** Whether the range has more than one day; false if either end is unknown. */
    public boolean isSeveral() {
        return earliest != null && latest != null && earliest.isBefore(latest);
    }

    /** Whether the day is in the range. An unknown end excludes nothing. */
    public boolean hold(LocalDate day) {
        return (earliest == null || !day.isBefore(earliest)) && (latest == null || !day.isAfter(latest));
    }

    /** Whether the instant falls on a day of the range in at least one time zone. */
    public boolean mayHold(Instant at) {
        return (earliest == null || !at.isBefore(earliest.atStartOfDay(EAST).toInstant()))
                && (latest == null
                        || at.isBefore(latest.plusDays(1).atStartOfDay(WEST).toInstant()));
    }

    /** The earliest day, by which records are sorted; the latest if only that is known. */
    public LocalDate first() {
        return earliest == null ? latest : earliest;
    }

    /** The latest day; the earliest if only that is known. */
    public LocalDate last() {
        return latest == null ? earliest : latest;
    }

    /** The text for an error message: {@code 2026-02-04 to 2026-02-05}, or the only day. */
    public String shown() {
        return isSeveral() ? earliest + " to " + latest : first().toString();
    }
}
