package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** A negotiation in a list. */
@Description("A negotiation in a list, with its place.")
public class NegotiationEdge extends Edge<Negotiation> {
    NegotiationEdge(String cursor, Negotiation node) {
        super(cursor, node);
    }
}
