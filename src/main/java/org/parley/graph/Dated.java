package org.parley.graph;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The two columns that put records in the order of time, undated ones last in either direction. */
@RegisterForReflection // its getters are called by name on the types below it
@MappedSuperclass
public abstract class Dated {
    private static final long UNDATED = Long.MAX_VALUE;

    @Column(name = "oldest_first")
    long oldestFirst;

    @Column(name = "newest_first")
    long newestFirst;

    /** Undated, until {@link #happened} is told. */
    protected Dated() {
        happened(null, null);
    }

    /** Dated like the record that this belongs to. */
    protected Dated(Dated whole) {
        oldestFirst = whole.oldestFirst;
        newestFirst = whole.newestFirst;
    }

    /**
     * @param at  the instant, or null if only the day or nothing is known
     * @param day the day (UTC), or null
     */
    protected final void happened(Instant at, LocalDate day) {
        oldestFirst = at != null ? at.toEpochMilli() : day != null ? startOf(day) : UNDATED;
        newestFirst = oldestFirst == UNDATED ? UNDATED : -oldestFirst;
    }

    /** Milliseconds since 1970, or the largest long if undated. */
    public long oldestFirst() {
        return oldestFirst;
    }

    /** Milliseconds before 1970, or the largest long if undated. */
    public long newestFirst() {
        return newestFirst;
    }

    /** The value of an order's column for this record. */
    public long sortKey(Order order) {
        return order.column().equals("newest_first") ? newestFirst : oldestFirst;
    }

    /** Milliseconds since 1970 of the start of a day in UTC. */
    public static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /**
     * Dated on one of these days, both inside; every record if both are null.
     *
     * @throws InvalidArgument if {@code from} is after {@code to}
     */
    public static Condition between(LocalDate from, LocalDate to) {
        mustNotBeAfter(from, to);
        return Condition.all(
                from == null && to == null ? Condition.TRUE : Condition.of("k.oldest_first < ?", UNDATED),
                from == null ? Condition.TRUE : Condition.of("k.oldest_first >= ?", startOf(from)),
                to == null ? Condition.TRUE : Condition.of("k.oldest_first < ?", startOf(to.plusDays(1))));
    }

    /**
     * At least one day from {@code start} to {@code end} (columns; no end means one day) is inside; every record if both are null.
     *
     * @throws InvalidArgument if {@code from} is after {@code to}
     */
    public static Condition overlaps(String start, String end, LocalDate from, LocalDate to) {
        mustNotBeAfter(from, to);
        return Condition.all(
                from == null ? Condition.TRUE : Condition.of("coalesce(" + end + ", " + start + ") >= ?", from),
                // The second says the same of the column that an index may be walked by.
                to == null
                        ? Condition.TRUE
                        : Condition.of(start + " <= ? and k.oldest_first < ?", to, startOf(to.plusDays(1))));
    }

    private static void mustNotBeAfter(LocalDate from, LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidArgument("from must not be after to, not from " + from + " and to " + to);
        }
    }

    /** Whether any date is known; every record if null. */
    public static Condition dated(Boolean dated) {
        return dated == null
                ? Condition.TRUE
                : Condition.of(dated ? "k.oldest_first < ?" : "k.oldest_first = ?", UNDATED);
    }
}
