package org.parley.lists;

import java.util.List;

/**
 * What {@link Pages} read for a page.
 *
 * @param nodes      the records in the order of the list
 * @param cursors    one for each record
 * @param totalCount the length of the whole list; null if it was not counted
 */
record PageAnswer<T>(List<T> nodes, List<Cursor> cursors, boolean hasPrevious, boolean hasNext, Integer totalCount) {

    /** @param beyond whether more records follow in the direction of reading */
    static <T> PageAnswer<T> of(
            PageRequest request, List<T> nodes, List<Cursor> cursors, boolean beyond, Integer totalCount) {
        return request.backward()
                ? new PageAnswer<>(nodes, cursors, beyond, request.before() != null, totalCount)
                : new PageAnswer<>(nodes, cursors, request.after() != null, beyond, totalCount);
    }
}
