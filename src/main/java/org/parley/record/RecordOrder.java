package org.parley.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.graph.RecordKind;
import org.parley.lists.Ordinals;

/**
 * Writes {@link Ordinals}. A record that is added gets an ordinal between those of its neighbours. Where no number is left between
 * them, the records around them are numbered anew, evenly (online list labeling: Itai, Konheim, Rodeh, "A sparse table implementation
 * of priority queues", 1981). Not thread-safe.
 */
final class RecordOrder {
    /** The most numbers between two records of a load. */
    private static final long WIDEST = 1L << 20;

    /** The numbers between the first, or the last, record and one that is added beyond it. */
    private static final long STEP = 1L << 10;

    /** At least so many numbers a record has the part of the ordinals that is numbered anew. */
    private static final long ROOM = 64;

    /** How far from a record the one before it is looked for first. */
    private static final long NEAR = 1L << 10;

    /** How many ordinals are read at once to find the last one. */
    private static final int FEW = 64;

    private static final String INSERT = "insert into record_order (ordinal, record_id) values (?, ?)";

    private final Connection connection;
    private final DatedTables dated;

    /**
     * A record with what it is sorted by.
     *
     * @param time the value of its {@code oldest_first}
     */
    private record Entry(RecordKind kind, long time, String id) {
        static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> entry.kind.name())
                .thenComparingLong(Entry::time)
                .thenComparing(Entry::id);

        /** The lowest of the ordinals that records of its kind, dated or undated, have. */
        long low() {
            return time == Long.MAX_VALUE ? Ordinals.undated(kind) : Ordinals.first(kind);
        }

        long high() {
            return low() + Ordinals.POSITIONS;
        }
    }

    /** A record that has an ordinal. */
    private record Placed(long ordinal, Entry entry) {}

    /**
     * Where a record belongs.
     *
     * @param after  the ordinal of the record before it, or one less than the lowest
     * @param before the record after it; null if it is the last
     */
    private record Gap(long after, Placed before) {}

    /** Is told the records whose ordinals are about to change. */
    interface Mover {
        void forget(Collection<String> ids) throws SQLException;
    }

    RecordOrder(Connection connection, DatedTables dated) {
        this.connection = connection;
        this.dated = dated;
    }

    /** Numbers all records. The table is empty. */
    void fill(LoadTarget target) throws SQLException {
        Map<Long, Long> counts = counts();
        try (PreparedStatement select = connection.prepareStatement(
                        "select kind, oldest_first, id from record order by kind, oldest_first, id");
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            select.setFetchSize(1000);
            Inserts rows = new Inserts(insert, target);
            long low = -1;
            long gap = 0;
            long ordinal = 0;
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    Entry entry = entry(found, 1);
                    if (entry.low() != low) {
                        low = entry.low();
                        gap = Math.max(1, Math.min(WIDEST, Ordinals.POSITIONS / 2 / (counts.get(low) + 1)));
                        // A quarter of the numbers is left for earlier records, and one for later ones.
                        ordinal = low + Ordinals.POSITIONS / 4;
                    }
                    rows.add(ordinal, entry.id);
                    ordinal += gap;
                }
            }
            rows.flush();
        }
        target.commit();
    }

    /** How many records there are, by their {@link Entry#low}. */
    private Map<Long, Long> counts() throws SQLException {
        Map<Long, Long> counts = new HashMap<>();
        try (PreparedStatement count = connection.prepareStatement(
                        "select kind, max(oldest_first), '', count(*) from record group by kind, case when oldest_first = "
                                + Long.MAX_VALUE + " then 1 else 0 end");
                ResultSet rows = count.executeQuery()) {
            while (rows.next()) {
                counts.put(entry(rows, 1).low(), rows.getLong(4));
            }
        }
        return counts;
    }

    void forget(Collection<String> ids) throws SQLException {
        ById.update(connection, "delete from record_order where record_id = any(?)", ids);
    }

    /**
     * Numbers those of these records that exist; they have no ordinals yet.
     *
     * @param mover is called before the ordinals of other records change
     * @return those other records; they have new ordinals, too
     */
    Set<String> add(Collection<String> ids, Mover mover) throws SQLException {
        TreeSet<Entry> waiting = entries(ids);
        Set<String> moved = new TreeSet<>();
        while (!waiting.isEmpty()) {
            Entry first = waiting.first();
            Gap gap = gap(first);
            List<Entry> between = new ArrayList<>(
                    gap.before == null
                            ? waiting.headSet(new Entry(first.kind, Long.MAX_VALUE, "\uffff"))
                            : waiting.headSet(gap.before.entry));
            between.removeIf(entry -> entry.low() != first.low());
            long after = gap.after;
            long before = gap.before == null ? first.high() : gap.before.ordinal;
            if (before - after > between.size()) {
                insert(between, after, before, first);
                waiting.removeAll(between);
            } else {
                Set<String> crowded = crowded(first, Math.max(after, first.low()), between.size());
                Set<String> others = new TreeSet<>(crowded);
                others.removeAll(ids);
                others.removeAll(moved);
                mover.forget(others);
                forget(crowded);
                moved.addAll(others);
                waiting.addAll(entries(crowded));
            }
        }
        return moved;
    }

    private void insert(List<Entry> entries, long after, long before, Entry of) throws SQLException {
        long room = before - after;
        boolean isFirst = after < of.low() && before < of.high();
        boolean isLast = before == of.high();
        // Records are mostly added in their order, at the end or between two others: each would take half of the
        // numbers that are left.
        long share = room / (entries.size() + 1);
        long step = Math.max(1, Math.min(STEP, isFirst || isLast ? share : share / 4));
        long left = (room - step * (entries.size() + 1)) / 8;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Inserts rows = new Inserts(insert);
            for (int i = 0; i < entries.size(); i++) {
                long ordinal;
                if (isLast && after < of.low()) {
                    ordinal = of.low() + Ordinals.POSITIONS / 4 + i * step;
                } else if (isLast) {
                    ordinal = after + (i + 1) * step;
                } else if (isFirst) {
                    ordinal = before - (entries.size() - i) * step;
                } else {
                    ordinal = after + left + (i + 1) * step;
                }
                rows.add(ordinal, entries.get(i).id);
            }
            rows.flush();
        }
    }

    /** The records around an ordinal that must move, so that each and as many as are added have some numbers. */
    private Set<String> crowded(Entry of, long ordinal, int added) throws SQLException {
        for (long length = ROOM; length < Ordinals.POSITIONS; length *= 2) {
            // The ordinals of a kind begin with a multiple of every length.
            long from = ordinal / length * length;
            Set<String> inside = inside(from, from + length);
            if ((inside.size() + added + 1L) * ROOM <= length) {
                return inside;
            }
        }
        return inside(of.low(), of.high());
    }

    private Set<String> inside(long from, long to) throws SQLException {
        Set<String> ids = new TreeSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("select record_id from record_order where ordinal >= ? and ordinal < ?")) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** Finds the neighbours of a record that has no ordinal: the next one that has one, in the order of the records, and the one before that. */
    private Gap gap(Entry entry) throws SQLException {
        Placed next = next(entry);
        long end = next == null ? entry.high() : next.ordinal;
        try (PreparedStatement select = connection.prepareStatement(
                "select ordinal from record_order where ordinal >= ? and ordinal < ? order by ordinal fetch first "
                        + FEW + " rows only")) {
            for (long length = NEAR; ; length *= NEAR) {
                long from = Math.max(entry.low(), end - length);
                Long last = last(select, from, end);
                if (last != null) {
                    return new Gap(last, next);
                }
                if (from == entry.low()) {
                    return new Gap(entry.low() - 1, next);
                }
            }
        }
    }

    /**
     * The last ordinal in a range; null if there is none. Found by halving, since it must not be sorted backwards: within a transaction, H2
     * then passes over rows (src/README.md), and the highest of a range is found by reading all of it.
     *
     * @param select the first {@value #FEW} of a range
     */
    private static Long last(PreparedStatement select, long from, long to) throws SQLException {
        List<Long> some = some(select, from, to);
        Long last = null;
        long end = to;
        while (!some.isEmpty()) {
            last = some.get(some.size() - 1);
            if (some.size() < FEW) {
                break;
            }
            long middle = last + 1 + (end - last - 1) / 2;
            some = some(select, middle, end);
            if (some.isEmpty()) {
                end = middle;
                some = some(select, last + 1, end);
            }
        }
        return last;
    }

    private static List<Long> some(PreparedStatement select, long from, long to) throws SQLException {
        List<Long> ordinals = new ArrayList<>();
        select.setLong(1, from);
        select.setLong(2, to);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ordinals.add(rows.getLong(1));
            }
        }
        return ordinals;
    }

    /** Null if it is the last of those that have the same {@link Entry#low}. */
    private Placed next(Entry entry) throws SQLException {
        String table = dated.of(entry.kind, connection);
        if (table == null) {
            return first(
                    entry.kind,
                    "record s",
                    "s.id > ? and s.id < ? and s.oldest_first = ? order by s.id",
                    entry.id,
                    entry.kind.prefix() + '\uffff',
                    entry.time);
        }
        Placed next =
                first(entry.kind, table + " s", "s.oldest_first = ? and s.id > ? order by s.id", entry.time, entry.id);
        return next != null || entry.time == Long.MAX_VALUE
                ? next
                : first(
                        entry.kind,
                        table + " s",
                        // Not > ?, for which H2 passes over all records of the same time.
                        "s.oldest_first >= ? and s.oldest_first < ? order by s.oldest_first, s.id",
                        entry.time + 1,
                        Long.MAX_VALUE);
    }

    private Placed first(RecordKind kind, String table, String condition, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select q.ordinal, s.oldest_first, s.id from "
                + table + " join record_order q on q.record_id = s.id where " + condition
                + " fetch first 1 row only")) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? new Placed(rows.getLong(1), new Entry(kind, rows.getLong(2), rows.getString(3)))
                        : null;
            }
        }
    }

    private TreeSet<Entry> entries(Collection<String> ids) throws SQLException {
        TreeSet<Entry> entries = new TreeSet<>(Entry.ORDER);
        try (PreparedStatement select =
                connection.prepareStatement("select kind, oldest_first, id from record where id = any(?)")) {
            select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows, 1));
                }
            }
        }
        return entries;
    }

    private static Entry entry(ResultSet rows, int column) throws SQLException {
        return new Entry(
                RecordKind.named(rows.getString(column)), rows.getLong(column + 1), rows.getString(column + 2));
    }
}
