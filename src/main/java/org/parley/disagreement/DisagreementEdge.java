package org.parley.disagreement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** A disagreement in a list. */
@Description("A disagreement in a list, with its place.")
public class DisagreementEdge extends Edge<Disagreement> {
    DisagreementEdge(String cursor, Disagreement node) {
        super(cursor, node);
    }
}
