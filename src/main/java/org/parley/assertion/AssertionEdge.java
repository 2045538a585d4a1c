package org.parley.assertion;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** An assertion in a list. */
@Description("An assertion in a list, with its place.")
public class AssertionEdge extends Edge<Assertion> {
    AssertionEdge(String cursor, Assertion node) {
        super(cursor, node);
    }
}
