package org.parley.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.parley.graph.Days;

/**
 * The column that sorts records by time: by day, then by instant. Undated records come last in both directions ({@link Pages}).
 *
 * <p>Each day takes 50 hours of the scale, from its start in UTC+14 to its end in UTC-12, so that an instant sorts within its day in
 * every time zone. A record without an instant comes before the others of its day.
 */
@RegisterForReflection // its getters are called by reflection on its subclasses
@MappedSuperclass
public abstract class Dated {
    /** The value of {@link #oldestFirst} of undated records. */
    static final long UNDATED = Long.MAX_VALUE;

    /** The length of one day on the scale, in milliseconds: from its start in UTC+14 to its end in UTC-12. */
    private static final long ROOM = Duration.ofHours(24 + 14 + 12).toMillis();

    @Column(name = "oldest_first")
    long oldestFirst;

    /** Undated until {@link #happened} is called. */
    protected Dated() {
        happened(null, null);
    }

    /** With the date of the record that this row belongs to. */
    protected Dated(Dated whole) {
        oldestFirst = whole.oldestFirst;
    }

    /**
     * @param at  the instant, on the day in at least one time zone; null if it is not known
     * @param day null if undated
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
    }

    /** Grows with time; {@link Long#MAX_VALUE} if undated. */
    public long oldestFirst() {
        return oldestFirst;
    }

    /** The record's value in the column of an order by date, which is the same in both directions. */
    public long sortKey(ListOrder order) {
        return oldestFirst;
    }

    /** The value of {@link #oldestFirst} at which a day begins. */
    static long startOf(LocalDate day) {
        return day.toEpochDay() * ROOM;
    }

    /** The record has a date, or none; every record if null. */
    public static Condition dated(Boolean dated) {
        return dated == null ? Condition.TRUE : Condition.of(Condition.TIME + (dated ? " < ?" : " = ?"), UNDATED);
    }
}
