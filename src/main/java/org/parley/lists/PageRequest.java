package org.parley.lists;

import org.parley.graph.InvalidArgument;
import org.parley.graph.InvalidCursor;

/**
 * Which part of a list a client asks for. Every instance is valid: {@link #of} checks the four paging arguments. Immutable.
 *
 * @param size     how many records at most, 1 to {@value #MAX}
 * @param backward whether the last records before the end or {@code before} are wanted, instead of the first ones
 * @param after    only what comes after this place, or null
 * @param before   only what comes before this place, or null
 */
public record PageRequest(int size, boolean backward, Cursor after, Cursor before) {
    /** The page size when neither {@code first} nor {@code last} is given. */
    public static final int DEFAULT = 20;

    /** The largest page. */
    public static final int MAX = 100;

    public static final String FIRST =
            "How many records at most, from the beginning or from after on: 1 to 100, 20 if left out. Not together with last.";
    public static final String AFTER =
            "A cursor from an earlier answer of the same list and order: only records after it.";
    public static final String LAST =
            "How many records at most, from the end or from before backwards: 1 to 100. Not together with first.";
    public static final String BEFORE =
            "A cursor from an earlier answer of the same list and order: only records before it.";
    public static final String FILTER = "Conditions that must all hold; every record if left out.";
    public static final String ORDER = "The order of the list; the id decides between equals.";

    /**
     * @throws InvalidArgument if {@code first} or {@code last} is outside 1 to {@value #MAX}, or both are given
     * @throws InvalidCursor   if {@code after} or {@code before} is no cursor
     */
    public static PageRequest of(Integer first, String after, Integer last, String before) {
        if (first != null && last != null) {
            throw new InvalidArgument(
                    "first and last must not be given together, not first " + first + " and last " + last);
        }
        return new PageRequest(
                last == null ? size("first", first == null ? DEFAULT : first) : size("last", last),
                last != null,
                after == null ? null : Cursor.decode("after", after),
                before == null ? null : Cursor.decode("before", before));
    }

    private static int size(String argument, int value) {
        if (value < 1 || value > MAX) {
            throw new InvalidArgument(argument + " must be between 1 and " + MAX + ", not " + value);
        }
        return value;
    }

    /**
     * @throws InvalidCursor if a cursor of this request was made for another list or order
     */
    void mustBelongTo(String list, ListOrder order) {
        check("after", after, list, order);
        check("before", before, list, order);
    }

    private static void check(String argument, Cursor cursor, String list, ListOrder order) {
        if (cursor != null && !cursor.list().equals(list)) {
            throw new InvalidCursor(argument + " must be a cursor of this list of " + list + " records, not one of "
                    + cursor.list() + " records");
        }
        if (cursor != null && !cursor.order().equals(order.name())) {
            throw new InvalidCursor(argument + " must be a cursor of a list in the order " + order.name()
                    + ", not one in the order " + cursor.order());
        }
        if (cursor != null && cursor.key() instanceof Long != order.isByNumber()) {
            throw new InvalidCursor(argument + " must be a cursor from an earlier answer");
        }
    }
}
