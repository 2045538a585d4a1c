package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** A record that a source supports, in a list. */
@Description("A record that a source supports, with its place in the list.")
public class FactEdge extends Edge<Cited> {
    FactEdge(String cursor, Cited node) {
        super(cursor, node);
    }
}
