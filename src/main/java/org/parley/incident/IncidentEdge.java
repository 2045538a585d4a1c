package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** An incident in a list. */
@Description("An incident in a list, with its place.")
public class IncidentEdge extends Edge<Incident> {
    IncidentEdge(String cursor, Incident node) {
        super(cursor, node);
    }
}
