package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of actors. */
@Name("ActorConnection")
@Description("A page of a list of actors.")
public class ActorPage extends Page<Actor, ActorEdge> {
    ActorPage(ListQuery<Actor> query) {
        super(query);
    }

    @Override
    protected ActorEdge edge(String cursor, Actor node) {
        return new ActorEdge(cursor, node);
    }
}
