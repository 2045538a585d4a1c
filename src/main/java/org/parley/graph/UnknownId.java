package org.parley.graph;

/** A filter, or an argument of a list, names an id that no record has. A field that looks up one record returns null instead. */
public class UnknownId extends RequestError {
    private static final long serialVersionUID = 1;

    public UnknownId(String sentence) {
        super("UNKNOWN_ID", sentence);
    }
}
