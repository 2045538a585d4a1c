package org.parley.graph;

import io.smallrye.graphql.api.ErrorCode;

/** An id in a filter or an argument of a list that no record has. A field that looks up one record answers null instead. */
@ErrorCode("UNKNOWN_ID")
public class UnknownId extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownId(String sentence) {
        super(sentence, null, false, false);
    }
}
