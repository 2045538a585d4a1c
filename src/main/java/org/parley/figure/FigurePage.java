package org.parley.figure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of figures. */
@Name("FigureConnection")
@Description("A page of a list of figures.")
public class FigurePage extends Page<Figure, FigurePage.Edge> {
    FigurePage(ListQuery<Figure> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Figure node) {
        return new Edge(cursor, node);
    }

    /** A figure in a list. */
    @Name("FigureEdge")
    @Description("A figure in a list, with its place.")
    public static final class Edge extends ListEdge<Figure> {
        Edge(Cursor cursor, Figure node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of figures. */
    @Name("FigureOrder")
    @Description("Orders of a list of figures.")
    public enum Order implements ListOrder {
        @Description("By the day of the claim, oldest first; undated ones last.")
        DATE_ASC,
        @Description("By the day of the claim, newest first; undated ones last.")
        DATE_DESC
    }
}
