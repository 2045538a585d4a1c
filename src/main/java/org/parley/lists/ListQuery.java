package org.parley.lists;

import org.parley.graph.InvalidArgument;
import org.parley.graph.InvalidCursor;

/**
 * Everything that tells one part of one list; a value of this type is proof that its cursors and its order fit.
 *
 * @param owner   the owner's id where the path has one, else null
 * @param ranking what an order by relevance is relative to, or null if there is no text
 */
public record ListQuery<T>(
        Pages reader,
        ListSource<T> source,
        Path path,
        String owner,
        Condition condition,
        ListOrder order,
        Ranking ranking,
        PageRequest request) {

    /**
     * @throws InvalidCursor   if a cursor of the request is one of another list or order
     * @throws InvalidArgument if the order is by relevance, and there is no text
     */
    public ListQuery {
        request.mustBelongTo(source.name(), order);
        if (ranking == null && isByRelevance(order)) {
            throw new InvalidArgument("orderBy must not be " + order.name() + " without a text in the filter");
        }
    }

    private static boolean isByRelevance(ListOrder order) {
        return order.column().equals(Ranking.COLUMN);
    }

    /**
     * What must be equal for two lists to be read by the same SQL: all but the owner.
     *
     * @param ranking null in other orders than that by relevance
     * @param counted whether the length of the whole list is asked for
     */
    record SqlShape(
            ListSource<?> source,
            Path path,
            Condition condition,
            ListOrder order,
            Ranking ranking,
            PageRequest request,
            boolean counted) {}

    SqlShape shape(boolean counted) {
        return new SqlShape(source, path, condition, order, isByRelevance(order) ? ranking : null, request, counted);
    }

    /** The cursor of a record in this list. */
    String cursor(T record, Long rank) {
        return new Cursor(
                        source.name(),
                        order.name(),
                        isByRelevance(order) ? rank : source.key().apply(record, order),
                        source.id().apply(record))
                .encode();
    }
}
