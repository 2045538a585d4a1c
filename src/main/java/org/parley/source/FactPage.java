package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of the records that a source supports. */
@Name("FactConnection")
@Description("A page of a list of the records that a source supports.")
public class FactPage extends Page<Cited, FactPage.Edge> {
    FactPage(ListQuery<Cited> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Cited node) {
        return new Edge(cursor, node);
    }

    /** A record that a source supports, in a list. */
    @Name("FactEdge")
    @Description("A record that a source supports, with its place in the list.")
    public static final class Edge extends ListEdge<Cited> {
        Edge(Cursor cursor, Cited node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of the records that a source supports. */
    @Name("FactOrder")
    @Description("Orders of a list of the records that a source supports.")
    public enum Order implements ListOrder {
        @Description("By date, oldest first; undated ones last, by id.")
        DATE_ASC,
        @Description("By date, newest first; undated ones last, by id.")
        DATE_DESC
    }
}
