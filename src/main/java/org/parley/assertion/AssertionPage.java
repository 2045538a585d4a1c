package org.parley.assertion;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of assertions. */
@Name("AssertionConnection")
@Description("A page of a list of assertions.")
public class AssertionPage extends Page<Assertion, AssertionPage.Edge> {
    AssertionPage(ListQuery<Assertion> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Assertion node) {
        return new Edge(cursor, node);
    }

    /** An assertion in a list. */
    @Name("AssertionEdge")
    @Description("An assertion in a list, with its place.")
    public static final class Edge extends ListEdge<Assertion> {
        Edge(Cursor cursor, Assertion node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of assertions, which have neither a date nor a name. */
    @Name("AssertionOrder")
    @Description("Orders of a list of assertions.")
    public enum Order implements ListOrder {
        @Description("By id.")
        ID_ASC
    }
}
