package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** A round in a list. */
@Description("A round in a list, with its place.")
public class RoundEdge extends Edge<Round> {
    RoundEdge(String cursor, Round node) {
        super(cursor, node);
    }
}
