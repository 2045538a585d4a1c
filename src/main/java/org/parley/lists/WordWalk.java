package org.parley.lists;

import java.util.List;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition.Period;
import org.parley.lists.ListQuery.SqlShape;

/** Reads along the entries of one token in the word index, which are sorted by the ordinals of the records. */
final class WordWalk extends Walk {
    /** The lowest key of the token's entries. */
    private static final String BASE = "cast(o.id as bigint)";

    private static final String KEY = "k.entry";

    private final RecordKind kind;

    WordWalk(SqlShape shape) {
        super(shape);
        kind = shape.path().words();
    }

    @Override
    Condition all(Part part) {
        return Condition.all(atLeast(part), below(part));
    }

    private Condition atLeast(Part part) {
        return Condition.of(
                KEY + " >= " + BASE + " + " + (part == Part.UNDATED ? Ordinals.undated(kind) : Ordinals.first(kind)));
    }

    private Condition below(Part part) {
        return Condition.of(
                KEY + " < " + BASE + " + " + (part == Part.DATED ? Ordinals.undated(kind) : Ordinals.end(kind)));
    }

    @Override
    List<Condition> beyond(Cursor start, Part part, boolean descending) {
        return List.of(
                descending
                        ? Condition.all(atLeast(part), compared(" < ", orFollowing(start)))
                        : Condition.all(compared(" > ", orPreceding(start)), below(part)));
    }

    @Override
    Condition before(Cursor end, Part part, boolean descending) {
        return descending ? compared(" > ", orPreceding(end)) : compared(" < ", orFollowing(end));
    }

    private static Condition compared(String comparison, Condition ordinal) {
        return new Condition(KEY + comparison + BASE + " + " + ordinal.sql(), ordinal.values());
    }

    /** The ordinal of the cursor's record; if it has gone, or its date is another, that of the last one before the cursor. */
    private Condition orPreceding(Cursor cursor) {
        return nearest(cursor, "", Ordinals.first(kind) - 1);
    }

    /** The same, but the number after that of the last one before the cursor. */
    private Condition orFollowing(Cursor cursor) {
        return nearest(cursor, " + 1", Ordinals.first(kind));
    }

    private Condition nearest(Cursor cursor, String after, long ifNone) {
        String table = shape.source().table();
        return Condition.of(
                "coalesce((select q.ordinal from record_order q join " + table
                        + " x on x.id = q.record_id where q.record_id = ? and x.oldest_first = ?), (select q.ordinal"
                        + after + " from record_order q where q.record_id = (select x.id from " + table
                        + " x where (x.oldest_first, x.id) < (?, ?) order by x.oldest_first desc, x.id desc fetch first 1 row only)), "
                        + ifNone + ")",
                cursor.id(),
                cursor.key(),
                cursor.key(),
                cursor.id());
    }

    /** The first ordinal of the kind from this time on. */
    private Condition from(Condition time) {
        String table = shape.source().table();
        return new Condition(
                "coalesce((select q.ordinal from record_order q where q.record_id = (select x.id from " + table
                        + " x where x.oldest_first >= " + time.sql()
                        + " order by x.oldest_first, x.id fetch first 1 row only)), " + Ordinals.end(kind) + ")",
                time.values());
    }

    @Override
    String id() {
        return "p.record_id";
    }

    @Override
    String order(boolean descending, List<Object> values) {
        return KEY + (descending ? " desc" : "");
    }

    @Override
    String from(Condition range, boolean ids, List<Object> values) {
        Condition condition = shape.condition();
        Period period = condition.period();
        boolean ofRecord = condition.namesRecord() || condition.namesTime();
        return " from " + WordTable.NAME + " k"
                + (ids || ofRecord || condition.namesOrdinal()
                        ? " join record_order p on p.ordinal = mod(" + KEY + ", " + Ordinals.COUNT + ")"
                        : "")
                + (ofRecord ? " join " + shape.source().table() + " r on r.id = p.record_id" : "")
                + where(
                        List.of(
                                range,
                                period == null || period.from() == null
                                        ? Condition.TRUE
                                        : compared(" >= ", from(period.from())),
                                period == null ? Condition.TRUE : compared(" < ", from(period.to())),
                                condition.renderedForSelected("r", "r.oldest_first", "p.ordinal")),
                        values);
    }
}
