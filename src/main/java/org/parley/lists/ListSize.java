package org.parley.lists;

import java.util.Set;

/**
 * How long a list is that does not hold the records of one kind, for the cost of operations. The feature with the list has a bean of this
 * type. Thread-safe.
 */
public interface ListSize {

    /** The name of the list's type, without {@code Connection}; for a list without pages, the type of its elements. */
    String type();

    /** About how many rows the database has to read for the whole list. Told without asking the database. */
    long rows();

    /** The argument that names an owner, for which the list has an index of its own; empty if there is none. */
    default Set<String> indexed() {
        return Set.of();
    }
}
