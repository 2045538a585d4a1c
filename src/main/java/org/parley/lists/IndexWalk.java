package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.lists.ListQuery.SqlShape;

/** Reads along an index of the record's own table or a link table: by owner, constants, key and id. */
final class IndexWalk extends Walk {
    private static final String TIME = "k.oldest_first";

    private final String id;

    /** The sort key: a column, or the relevance with the values of its parameters. */
    private final Condition key;

    IndexWalk(SqlShape shape) {
        super(shape);
        id = "k." + shape.path().id();
        key = shape.ranking() == null
                ? Condition.of("k." + shape.order().column())
                : rendered(shape.ranking().key());
    }

    @Override
    Condition all(Part part) {
        return switch (part) {
            case ALL -> Condition.TRUE;
            case DATED -> Condition.of(TIME + " < " + Dated.UNDATED);
            case UNDATED -> Condition.of(TIME + " = " + Dated.UNDATED);
        };
    }

    /** The records with the cursor's own key, then those beyond that key. */
    @Override
    List<Condition> beyond(Cursor start, Part part, boolean descending) {
        List<Condition> ranges = new ArrayList<>();
        ranges.add(Condition.all(
                compared(" = ?", start.key()), Condition.of(id + (descending ? " < ?" : " > ?"), start.id())));
        if (!(start.key() instanceof Long number)) {
            ranges.add(compared(descending ? " < ?" : " > ?", start.key()));
        } else if (part != Part.UNDATED && (descending || number != Long.MAX_VALUE)) {
            // H2 begins the scan for "> n" at the first record with n, and the scan for ">= n + 1" after the last.
            ranges.add(Condition.all(
                    compared(descending ? " <= ?" : " >= ?", descending ? number - 1 : number + 1), all(part)));
        }
        return ranges;
    }

    @Override
    Condition before(Cursor end, Part part, boolean descending) {
        List<Object> values = new ArrayList<>(key.values());
        values.add(end.key());
        values.add(end.id());
        return new Condition("(" + key.sql() + ", " + id + ") " + (descending ? ">" : "<") + " (?, ?)", values);
    }

    private Condition compared(String comparison, Object value) {
        return new Condition(
                key.sql() + comparison,
                Stream.concat(key.values().stream(), Stream.of(value)).toList());
    }

    @Override
    String id() {
        return id;
    }

    @Override
    String order(boolean descending, List<Object> values) {
        String direction = descending ? " desc" : "";
        StringBuilder columns = new StringBuilder();
        if (shape.path().owner() != null) {
            columns.append("k.").append(shape.path().owner()).append(direction).append(", ");
        }
        shape.path().fixed().forEach(fixed -> columns.append("k.")
                .append(fixed.column())
                .append(direction)
                .append(", "));
        values.addAll(key.values());
        return columns.append(key.sql())
                .append(direction)
                .append(", ")
                .append(id)
                .append(direction)
                .toString();
    }

    @Override
    String from(Condition range, boolean ids, List<Object> values) {
        Path path = shape.path();
        String table = shape.source().table();
        boolean linked = isLinked();
        List<Condition> conditions = new ArrayList<>();
        if (path.owner() != null) {
            conditions.add(Condition.of("k." + path.owner() + " = o.id"));
        }
        path.fixed()
                .forEach(fixed -> conditions.add(Condition.of("k." + fixed.column() + " = '" + fixed.literal() + "'")));
        conditions.add(rendered(shape.condition()));
        conditions.add(range);
        return " from " + path.table() + " k"
                + (linked && shape.condition().namesRecord() ? " join " + table + " r on r.id = " + id : "")
                + where(conditions, values);
    }

    /** Without a link table, {@code k} is the record's own table. */
    private Condition rendered(Condition condition) {
        String ordinal = "(select q.ordinal from record_order q where q.record_id = " + id + ")";
        if (isLinked()) {
            return condition.renderedForSelected("r", TIME, ordinal);
        }
        return shape.path().owner() == null
                ? condition.rendered("k", TIME, ordinal)
                : condition.renderedForSelected("k", TIME, ordinal);
    }

    private boolean isLinked() {
        return !shape.path().table().equals(shape.source().table());
    }
}
