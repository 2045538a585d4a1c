package org.parley.graph;

import io.smallrye.graphql.api.ErrorCode;

/** A cursor that Parley did not make, or made for another list or order. */
@ErrorCode("INVALID_CURSOR")
public class InvalidCursor extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidCursor(String sentence) {
        super(sentence, null, false, false);
    }
}
