package org.parley.graph;

/** A cursor that Parley did not make, or made for another list or order. */
public class InvalidCursor extends RequestError {
    private static final long serialVersionUID = 1;

    public InvalidCursor(String sentence) {
        super("INVALID_CURSOR", sentence);
    }
}
