package org.parley.graph;

import java.time.Instant;

/**
 * The point of the record's history that an operation asks for by the directive {@code @knownAt}: one of the two is null.
 *
 * @param change the number of the last change that is in the record; 0 for the record before its first change
 * @param at     the changes that were made by then are in the record
 */
public record KnownAt(Long change, Instant at) {
    /** The name of the directive. */
    public static final String DIRECTIVE = "knownAt";

    /** The name of the argument for the number of a change. */
    public static final String CHANGE = "change";

    /** The name of the argument for an instant. */
    public static final String AT = "at";
}
