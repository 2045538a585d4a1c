package org.parley.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.lists.ListQuery.SqlShape;
import org.parley.store.Sql;

/** Reads a page of the records that have all words of a text, by relevance. */
final class Hits {
    private Hits() {}

    /** The ids of a page with their ranks, in the direction of reading, and one more if more records follow; one statement. */
    static Map<String, Long> page(SqlShape shape) {
        PageRequest request = shape.request();
        List<Object> values = new ArrayList<>();
        String from = from(
                shape, Condition.all(compared(" > ?", request.after()), compared(" < ?", request.before())), values);
        String order = " order by h.rank" + (request.backward() ? " desc" : "");
        Map<String, Long> page = new LinkedHashMap<>();
        Sql.read(
                "select p.record_id, h.rank from (select h.ordinal, h.rank" + from + order + " fetch first "
                        + (request.size() + 1) + " rows only) h join record_order p on p.ordinal = h.ordinal" + order,
                values,
                row -> page.put(row.getString(1), row.getLong(2)));
        return page;
    }

    private static Condition compared(String comparison, Cursor cursor) {
        return cursor == null ? Condition.TRUE : Condition.of("h.rank" + comparison, cursor.key());
    }

    /** The number of all hits; one statement. */
    static int count(SqlShape shape) {
        List<Object> values = new ArrayList<>();
        String from = from(shape, Condition.TRUE, values);
        return Sql.bind("select count(*)" + from, values, Long.class)
                .getSingleResult()
                .intValue();
    }

    private static String from(SqlShape shape, Condition range, List<Object> values) {
        Condition query = WordHits.filtered(
                        shape.ranking().sought(), shape.path().words())
                .query();
        Condition condition = shape.condition();
        values.addAll(query.values());
        return " from (" + query.sql() + ") h"
                + (condition.namesRecord() || condition.namesTime()
                        ? " join record_order o on o.ordinal = h.ordinal join "
                                + shape.source().table() + " r on r.id = o.record_id"
                        : "")
                + Walk.where(List.of(condition.renderedForSelected("r", "r.oldest_first", "h.ordinal"), range), values);
    }
}
