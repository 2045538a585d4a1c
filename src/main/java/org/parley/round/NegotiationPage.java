package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of negotiations. */
@Name("NegotiationConnection")
@Description("A page of a list of negotiations.")
public class NegotiationPage extends Page<Negotiation, NegotiationPage.Edge> {
    NegotiationPage(ListQuery<Negotiation> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Negotiation node) {
        return new Edge(cursor, node);
    }

    /** A negotiation in a list. */
    @Name("NegotiationEdge")
    @Description("A negotiation in a list, with its place.")
    public static final class Edge extends ListEdge<Negotiation> {
        Edge(Cursor cursor, Negotiation node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of negotiations. */
    @Name("NegotiationOrder")
    @Description("Orders of a list of negotiations.")
    public enum Order implements ListOrder {
        @Description("By title, A to Z, in the order of Unicode (CLDR root collation).")
        TITLE_ASC,
        @Description("By title, Z to A, in the order of Unicode (CLDR root collation).")
        TITLE_DESC
    }
}
