package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of outcomes. */
@Name("OutcomeConnection")
@Description("A page of a list of outcomes.")
public class OutcomePage extends Page<Outcome, OutcomePage.Edge> {
    OutcomePage(ListQuery<Outcome> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Outcome node) {
        return new Edge(cursor, node);
    }

    /** An outcome in a list. */
    @Name("OutcomeEdge")
    @Description("An outcome in a list, with its place.")
    public static final class Edge extends ListEdge<Outcome> {
        Edge(Cursor cursor, Outcome node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of outcomes. */
    @Name("OutcomeOrder")
    @Description("Orders of a list of outcomes.")
    public enum Order implements ListOrder {
        @Description("By id.")
        ID_ASC
    }
}
