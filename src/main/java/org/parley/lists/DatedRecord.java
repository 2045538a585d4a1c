package org.parley.lists;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.parley.graph.Days;
import org.parley.graph.InvalidArgument;
import org.parley.graph.RecordKind;

/** A record with the days between which it lies, by which ranges of days are asked for. */
@MappedSuperclass
public abstract class DatedRecord extends Dated {
    /** Days since 1970-01-01; one bound that is known alone is both of them, and null if undated. */
    Integer earliest;

    Integer latest;

    /**
     * @param days between which it lies, or null if nothing is known
     * @param at   the instant, which falls on the first of them in some zone, or null
     */
    protected final void lies(Days days, Instant at) {
        happened(at, days == null ? null : days.first());
        earliest = days == null ? null : number(days.first());
        latest = days == null ? null : number(days.last());
    }

    /** The first of the days between which it stands, since 1970-01-01; null if undated. */
    public Integer earliest() {
        return earliest;
    }

    /** The last of the days between which it stands, since 1970-01-01; null if undated. */
    public Integer latest() {
        return latest;
    }

    /** Whether it lies on more than one day, or on one of several. */
    public boolean spans() {
        return earliest != null && !earliest.equals(latest);
    }

    /**
     * At least one of the days between which the record stands is inside; every record if both are null.
     *
     * <p>Where the order of time is walked, the walk begins at the first record of these kinds that reaches into the range: most
     * records have one day, and of others the table {@code span} tells. It ends at the last that begins in the range.
     *
     * @param kinds of the listed records
     * @throws InvalidArgument if {@code from} is after {@code to}
     */
    public static Condition between(LocalDate from, LocalDate to, RecordKind... kinds) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidArgument("from must not be after to, not from " + from + " and to " + to);
        }
        String ofKinds = Arrays.stream(kinds).map(RecordKind::name).collect(Collectors.joining("', '", "('", "')"));
        return Condition.all(
                from == null
                        ? Condition.TRUE
                        : Condition.of(
                                "{record}.latest >= ? and k.oldest_first >= coalesce((select min(s.oldest_first) from span s where s.kind in "
                                        + ofKinds + " and s.latest >= ? and s.oldest_first < ?), ?)",
                                number(from),
                                number(from),
                                startOf(from),
                                startOf(from)),
                to == null
                        ? from == null ? Condition.TRUE : Condition.of("k.oldest_first < ?", UNDATED)
                        : Condition.of(
                                "{record}.earliest <= ? and k.oldest_first < ?", number(to), startOf(to.plusDays(1))));
    }

    private static int number(LocalDate day) {
        return (int) day.toEpochDay();
    }
}
