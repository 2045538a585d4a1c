package org.parley.lists;

import org.parley.graph.InvalidArgument;
import org.parley.graph.InvalidCursor;

/**
 * All that defines one page of one list. The constructor checks that cursors and order fit the list, so that every instance is valid.
 * Immutable.
 *
 * @param owner   the owner's id; null if the path has no owner
 * @param ranking the terms that an order by relevance scores; null if the filter has no text
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
     * @throws InvalidCursor   if a cursor of the request was made for another list or order
     * @throws InvalidArgument if the order is by relevance, and there is no text
     */
    public ListQuery {
        request.mustBelongTo(source.name(), order);
        if (ranking == null && order.isByRelevance()) {
            throw new InvalidArgument("orderBy must not be " + order.name() + " without a text in the filter");
        }
    }

    /**
     * What two queries must have in common to be read by the same SQL: everything but the owner.
     *
     * @param ranking null unless the order is by relevance
     * @param counted whether the client asks for the length of the whole list
     * @param listed  whether the client asks for records, or where the page stands
     */
    record SqlShape(
            ListSource<?> source,
            Path path,
            Condition condition,
            ListOrder order,
            Ranking ranking,
            PageRequest request,
            boolean counted,
            boolean listed) {

        /** Whether the list is read by relevance from the word index, and not along an index. */
        boolean isOfHits() {
            return path.words() != null && path.owner() == null;
        }
    }

    SqlShape shape(boolean counted, boolean listed) {
        return new SqlShape(
                source, path, condition, order, order.isByRelevance() ? ranking : null, request, counted, listed);
    }

    /** The cursor of a record in this list. */
    Cursor cursor(T record, Long rank) {
        return new Cursor(
                source.name(),
                order.name(),
                order.isByRelevance() ? rank : source.key().apply(record, order),
                source.id().apply(record));
    }
}
