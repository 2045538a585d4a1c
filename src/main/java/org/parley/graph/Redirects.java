package org.parley.graph;

/** The records that were found to be another one, and whose ids lead to it. Thread-safe. */
public interface Redirects {

    /**
     * The id of the record that a full id leads to in the record that is served: the same id, unless its record was merged into another
     * one.
     */
    String leadsTo(String id);
}
