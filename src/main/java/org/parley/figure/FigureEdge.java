package org.parley.figure;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** A figure in a list. */
@Description("A figure in a list, with its place.")
public class FigureEdge extends Edge<Figure> {
    FigureEdge(String cursor, Figure node) {
        super(cursor, node);
    }
}
