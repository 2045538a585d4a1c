package org.parley.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.graph.InvalidCursor;
import org.parley.lists.Cursor;
import org.parley.lists.PageInfo;
import org.parley.lists.PageRequest;
import org.parley.store.Sql;

/** Pages of lists whose rows have a number, by which they are sorted: changes, revisions and proposals. */
final class Numbered {
    private Numbered() {}

    /**
     * A list, without its page.
     *
     * @param from   the SQL of its rows, from {@code from} on, with its conditions
     * @param values of its parameters
     */
    record Query(String from, List<Object> values) {}

    /** The number of rows on all pages; one statement. */
    static int count(Query query) {
        return Sql.bind("select count(*)" + query.from, query.values, Long.class)
                .getSingleResult()
                .intValue();
    }

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The rows of a page, by their numbers, in the order of the list.
     *
     * @param hasNext     whether rows follow
     * @param hasPrevious whether rows come before
     */
    record Window<T>(Map<Long, T> rows, boolean hasNext, boolean hasPrevious) {
        PageInfo info(String list, String order) {
            List<Long> numbers = List.copyOf(rows.keySet());
            return new PageInfo(
                    hasNext,
                    hasPrevious,
                    numbers.isEmpty()
                            ? null
                            : cursor(list, order, numbers.get(0)).encode(),
                    numbers.isEmpty()
                            ? null
                            : cursor(list, order, numbers.get(numbers.size() - 1))
                                    .encode());
        }
    }

    static Cursor cursor(String list, String order, long number) {
        return new Cursor(list, order, number, list);
    }

    /**
     * @param key     the column with the number, by which the list is sorted
     * @param columns the first is the number
     */
    static <T> Window<T> window(
            Query query,
            String key,
            String columns,
            String list,
            String order,
            boolean isDescending,
            PageRequest request,
            Reader<T> reader) {
        List<Object> values = new ArrayList<>(query.values);
        StringBuilder sql = new StringBuilder("select " + columns + query.from);
        String and = query.from.contains(" where ") ? " and " : " where ";
        if (request.after() != null) {
            sql.append(and).append(key).append(isDescending ? " < ?" : " > ?");
            values.add(place("after", request.after(), list, order));
            and = " and ";
        }
        if (request.before() != null) {
            sql.append(and).append(key).append(isDescending ? " > ?" : " < ?");
            values.add(place("before", request.before(), list, order));
        }
        boolean isReadDescending = isDescending != request.backward();
        sql.append(" order by ").append(key).append(isReadDescending ? " desc" : "");
        sql.append(" fetch first ").append(request.size() + 1).append(" rows only");
        List<Map.Entry<Long, T>> rows = new ArrayList<>();
        Sql.read(sql.toString(), values, row -> rows.add(Map.entry(row.getLong(1), reader.read(row))));
        boolean isMore = rows.size() > request.size();
        List<Map.Entry<Long, T>> shown = new ArrayList<>(rows.subList(0, Math.min(rows.size(), request.size())));
        if (request.backward()) {
            Collections.reverse(shown);
        }
        Map<Long, T> page = new LinkedHashMap<>();
        shown.forEach(each -> page.put(each.getKey(), each.getValue()));
        return new Window<>(
                page,
                request.backward() ? request.before() != null : isMore,
                request.backward() ? isMore : request.after() != null);
    }

    private static Object place(String argument, Cursor cursor, String list, String order) {
        if (!cursor.list().equals(list)
                || !Objects.equals(cursor.order(), order)
                || !(cursor.key() instanceof Long number)) {
            throw new InvalidCursor(argument + " must be a cursor of this list of " + list + "s, in this order");
        }
        return number;
    }
}
