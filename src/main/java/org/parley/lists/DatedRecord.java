package org.parley.lists;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.parley.graph.Days;
import org.parley.graph.InvalidArgument;
import org.parley.graph.RecordKind;

/** A record with its first and last possible day, which ranges of days are compared with. */
@MappedSuperclass
public abstract class DatedRecord extends Dated {
    /** Days since 1970-01-01. If only one bound is known, both columns hold it; null if undated. */
    Integer earliest;

    Integer latest;

    /**
     * @param days the days of the record, or those among which its day is; null if nothing is known
     * @param at   the instant, on the first of these days in at least one time zone; null if not known
     */
    protected final void lies(Days days, Instant at) {
        happened(at, days == null ? null : days.first());
        earliest = days == null ? null : number(days.first());
        latest = days == null ? null : number(days.last());
    }

    /** The first possible day, in days since 1970-01-01; null if undated. */
    public Integer earliest() {
        return earliest;
    }

    /** The last possible day, in days since 1970-01-01; null if undated. */
    public Integer latest() {
        return latest;
    }

    /** Whether the first and last possible day differ. */
    public boolean spans() {
        return earliest != null && !earliest.equals(latest);
    }

    /**
     * At least one possible day of the record is in the range; every record if both ends are null.
     *
     * <p>The condition also bounds the index scan in the order of time, which ends at the last record that begins in the range. It
     * starts at the range's first day or, if a record of these kinds begins before the range and reaches into it, at the first such
     * record. Only records of more than one day can do so; the table {@code span} holds those.
     *
     * @param kinds the kinds of the listed records
     * @throws InvalidArgument if {@code from} is after {@code to}
     */
    public static Condition between(LocalDate from, LocalDate to, RecordKind... kinds) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidArgument("from must not be after to, not from " + from + " and to " + to);
        }
        String ofKinds = Arrays.stream(kinds).map(RecordKind::name).collect(Collectors.joining("', '", "('", "')"));
        Condition first = from == null
                ? null
                : Condition.of(
                        "coalesce((select min(s.oldest_first) from span s where s.kind in " + ofKinds
                                + " and s.latest >= ? and s.oldest_first < ?), ?)",
                        number(from),
                        startOf(from),
                        startOf(from));
        Condition beyond =
                from == null && to == null ? null : Condition.of("?", to == null ? UNDATED : startOf(to.plusDays(1)));
        return Condition.all(
                        from == null ? Condition.TRUE : Condition.of("{record}.latest >= ?", number(from)),
                        from == null
                                ? Condition.TRUE
                                : new Condition(Condition.TIME + " >= " + first.sql(), first.values()),
                        to == null ? Condition.TRUE : Condition.of("{record}.earliest <= ?", number(to)),
                        beyond == null
                                ? Condition.TRUE
                                : new Condition(Condition.TIME + " < " + beyond.sql(), beyond.values()))
                .within(beyond == null ? null : new Condition.Period(first, beyond));
    }

    private static int number(LocalDate day) {
        return (int) day.toEpochDay();
    }
}
