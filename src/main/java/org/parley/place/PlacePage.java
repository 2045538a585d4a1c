package org.parley.place;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of places. */
@Name("PlaceConnection")
@Description("A page of a list of places.")
public class PlacePage extends Page<Place, PlacePage.Edge> {
    PlacePage(ListQuery<Place> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Place node) {
        return new Edge(cursor, node);
    }

    /** A place in a list. */
    @Name("PlaceEdge")
    @Description("A place in a list, with its place.")
    public static final class Edge extends ListEdge<Place> {
        Edge(Cursor cursor, Place node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of places. */
    @Name("PlaceOrder")
    @Description("Orders of a list of places.")
    public enum Order implements ListOrder {
        @Description("By id.")
        ID_ASC
    }
}
