package org.parley.lists;

import java.util.List;
import java.util.Map;

/**
 * What {@link Pages} read for a page.
 *
 * @param nodes      the records in the order of the list
 * @param ranks      the sort keys of the records, by id, if the order is by relevance; otherwise empty
 * @param totalCount the length of the whole list; null if it was not counted
 */
record PageAnswer<T>(List<T> nodes, Map<String, Long> ranks, boolean hasPrevious, boolean hasNext, Integer totalCount) {

    /** @param beyond whether more records follow in the direction of reading */
    static <T> PageAnswer<T> of(
            PageRequest request, List<T> nodes, Map<String, Long> ranks, boolean beyond, Integer totalCount) {
        return request.backward()
                ? new PageAnswer<>(nodes, ranks, beyond, request.before() != null, totalCount)
                : new PageAnswer<>(nodes, ranks, request.after() != null, beyond, totalCount);
    }
}
