package org.parley.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.parley.graph.Days;

/**
 * The two columns that put records in the order of time, undated ones last in either direction: by the day, and by the instant within
 * it. Each day has room for all instants that fall on it in some zone, and one without an instant comes before those with one.
 */
@RegisterForReflection // its getters are called by name on the types below it
@MappedSuperclass
public abstract class Dated {
    static final long UNDATED = Long.MAX_VALUE;

    /** Of the instants of one day: from its start in UTC+14 to its end in UTC-12, in milliseconds. */
    private static final long ROOM = Duration.ofHours(24 + 14 + 12).toMillis();

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
     * @param at  the instant, which falls on the day in some zone, or null if only the day or nothing is known
     * @param day the day, or null
     */
    protected final void happened(Instant at, LocalDate day) {
        oldestFirst = day == null
                ? UNDATED
                : startOf(day)
                        + (at == null
                                ? 0
                                : at.toEpochMilli()
                                        - day.atStartOfDay(Days.EAST)
                                                .toInstant()
                                                .toEpochMilli());
        newestFirst = oldestFirst == UNDATED ? UNDATED : -oldestFirst;
    }

    /** The larger the later, or the largest long if undated. */
    public long oldestFirst() {
        return oldestFirst;
    }

    /** The larger the earlier, or the largest long if undated. */
    public long newestFirst() {
        return newestFirst;
    }

    /** The value of an order's column for this record. */
    public long sortKey(ListOrder order) {
        return order.column().equals("newest_first") ? newestFirst : oldestFirst;
    }

    /** The place in the order of time at which a day begins. */
    static long startOf(LocalDate day) {
        return day.toEpochDay() * ROOM;
    }

    /** Whether anything is known of the date; every record if null. */
    public static Condition dated(Boolean dated) {
        return dated == null
                ? Condition.TRUE
                : Condition.of(dated ? "k.oldest_first < ?" : "k.oldest_first = ?", UNDATED);
    }
}
