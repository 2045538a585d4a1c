package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import org.parley.lists.ListQuery.SqlShape;

/**
 * The SQL that reads a page along an index. An index is read in one direction; a list in the order {@code DATE_DESC} is read in two
 * parts, since the index has the undated records at its end, which the list has there, too: the dated ones backwards, then the undated
 * ones. So is a page that starts at a cursor: for {@code (key, id) > (?, ?)} H2 would begin its scan at the first record with that key,
 * and all undated records have the same key. Immutable.
 */
abstract class Walk {
    final SqlShape shape;

    Walk(SqlShape shape) {
        this.shape = shape;
    }

    static Walk of(SqlShape shape) {
        return shape.path().words() == null ? new IndexWalk(shape) : new WordWalk(shape);
    }

    /** A part of a list that is read in one direction: whether it has the dated or the undated records. */
    enum Part {
        ALL,
        DATED,
        UNDATED
    }

    /**
     * A part of the index that is read.
     *
     * @param condition  the SQL condition that selects it
     * @param descending whether it is read backwards
     */
    record Range(Condition condition, boolean descending) {}

    /** The ranges that are read for the page, one after the other. */
    final List<Range> ranges() {
        PageRequest request = shape.request();
        boolean backward = request.backward();
        Cursor start = backward ? request.before() : request.after();
        Cursor end = backward ? request.after() : request.before();
        List<Part> parts = shape.order().hasUndatedApart()
                ? backward ? List.of(Part.UNDATED, Part.DATED) : List.of(Part.DATED, Part.UNDATED)
                : List.of(Part.ALL);
        int first = start == null ? 0 : parts.indexOf(partOf(start));
        int last = end == null ? parts.size() - 1 : parts.indexOf(partOf(end));
        List<Range> ranges = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            Part part = parts.get(i);
            boolean descending =
                    backward != (part != Part.UNDATED && shape.order().descending());
            Condition inside = end != null && i == last ? before(end, part, descending) : Condition.TRUE;
            List<Condition> read = start != null && i == first ? beyond(start, part, descending) : List.of(all(part));
            read.forEach(each -> ranges.add(new Range(Condition.all(each, inside), descending)));
        }
        return ranges.isEmpty() ? List.of(new Range(Condition.any(List.of()), false)) : ranges;
    }

    private Part partOf(Cursor cursor) {
        if (!shape.order().hasUndatedApart()) {
            return Part.ALL;
        }
        return cursor.key().equals(Dated.UNDATED) ? Part.UNDATED : Part.DATED;
    }

    /** The ids of a range, in its direction, at most one more than the page holds. */
    final String ids(Range range, List<Object> values) {
        return "select " + id() + from(range.condition, true, values) + " order by " + order(range.descending, values)
                + " fetch first " + (shape.request().size() + 1) + " rows only";
    }

    /** The condition that selects the records of a part. */
    abstract Condition all(Part part);

    /** The ranges of a part that lie beyond a place in it. */
    abstract List<Condition> beyond(Cursor start, Part part, boolean descending);

    /** The condition that selects what is read before a place in a part. */
    abstract Condition before(Cursor end, Part part, boolean descending);

    /** The SQL of the id of a record. */
    abstract String id();

    /** The columns by which a range is sorted; adds the values of their parameters. */
    abstract String order(boolean descending, List<Object> values);

    /**
     * The {@code from} and {@code where} clauses; adds the values of their parameters. They refer to the owner as {@code o.id} of the
     * enclosing query.
     *
     * @param ids whether the {@link #id} is read
     */
    abstract String from(Condition range, boolean ids, List<Object> values);

    /** The number of records in the whole list. */
    final String count(List<Object> values) {
        return "select count(*)" + from(all(Part.ALL), false, values);
    }

    /** The {@code where} clause of all conditions but true ones. */
    static String where(List<Condition> conditions, List<Object> values) {
        Condition all = Condition.all(conditions);
        values.addAll(all.values());
        return all.isTrue() ? "" : " where " + all.sql();
    }
}
