package org.parley.lists;

/**
 * A total order of a list: by one column of the list's table, then by id, both in the same direction.
 *
 * <p>Implemented by the order enums. The column must be the one behind an index {@code (owner, column, id)} of every
 * path that the list is read along.
 */
public interface Order {

    /** The enum constant's name, which the cursors of this order carry. */
    String name();

    /** The column that comes first, in the listed table and in every link to it. */
    String column();

    /** Whether the index is walked from its end. */
    boolean descending();

    /** Whether the column holds numbers, as those of time and relevance do, and no text. */
    default boolean isByNumber() {
        return column().endsWith("_first") || column().equals(Ranking.COLUMN);
    }
}
