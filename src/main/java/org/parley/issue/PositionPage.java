package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of positions. */
@Name("PositionConnection")
@Description("A page of a list of positions.")
public class PositionPage extends Page<Position, PositionPage.Edge> {
    PositionPage(ListQuery<Position> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Position node) {
        return new Edge(cursor, node);
    }

    /** A position in a list. */
    @Name("PositionEdge")
    @Description("A position in a list, with its place.")
    public static final class Edge extends ListEdge<Position> {
        Edge(Cursor cursor, Position node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of positions. */
    @Name("PositionOrder")
    @Description("Orders of a list of positions.")
    public enum Order implements ListOrder {
        @Description("By id.")
        ID_ASC
    }
}
