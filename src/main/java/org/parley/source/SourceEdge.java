package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** A source in a list. */
@Description("A source in a list, with its place.")
public class SourceEdge extends Edge<Source> {
    SourceEdge(String cursor, Source node) {
        super(cursor, node);
    }
}
