package org.parley.graph;

/** An id in a filter or an argument of a list that no record has. A field that looks up one record answers null instead. */
public class UnknownId extends RequestError {
    private static final long serialVersionUID = 1;

    public UnknownId(String sentence) {
        super("UNKNOWN_ID", sentence);
    }
}
