package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.graph.Page;

/** A page of actors. */
@Name("ActorConnection")
@Description("A page of a list of actors.")
public class ActorPage extends Page<Actor, ActorEdge> {
    ActorPage(Slice<Actor> slice) {
        super(slice);
    }

    @Override
    protected ActorEdge edge(String cursor, Actor node) {
        return new ActorEdge(cursor, node);
    }
}
