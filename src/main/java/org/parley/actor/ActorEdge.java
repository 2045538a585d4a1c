package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** An actor in a list. */
@Description("An actor in a list, with its place.")
public class ActorEdge extends Edge<Actor> {
    ActorEdge(String cursor, Actor node) {
        super(cursor, node);
    }
}
