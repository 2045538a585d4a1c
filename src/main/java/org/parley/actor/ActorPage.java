package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of actors. */
@Name("ActorConnection")
@Description("A page of a list of actors.")
public class ActorPage extends Page<Actor, ActorPage.Edge> {
    ActorPage(ListQuery<Actor> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Actor node) {
        return new Edge(cursor, node);
    }

    /** An actor in a list. */
    @Name("ActorEdge")
    @Description("An actor in a list, with its place.")
    public static final class Edge extends ListEdge<Actor> {
        Edge(Cursor cursor, Actor node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of actors. */
    @Name("ActorOrder")
    @Description("Orders of a list of actors.")
    public enum Order implements ListOrder {
        @Description("By name, A to Z, in the order of Unicode (CLDR root collation).")
        NAME_ASC,
        @Description("By name, Z to A, in the order of Unicode (CLDR root collation).")
        NAME_DESC
    }
}
