package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of statements. */
@Name("StatementConnection")
@Description("A page of a list of statements.")
public class StatementPage extends Page<Statement, StatementPage.Edge> {
    StatementPage(ListQuery<Statement> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Statement node) {
        return new Edge(cursor, node);
    }

    /** A statement in a list. */
    @Name("StatementEdge")
    @Description("A statement in a list, with its place.")
    public static final class Edge extends ListEdge<Statement> {
        Edge(Cursor cursor, Statement node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of statements. */
    @Name("StatementOrder")
    @Description("Orders of a list of statements.")
    public enum Order implements ListOrder {
        @Description(
                "By day, and by time within it, oldest first; where no day is known, by the earliest that a coarse date or bounds allow, or by the latest if there is no earliest; undated ones last.")
        DATE_ASC,
        @Description(
                "By day, and by time within it, newest first; where no day is known, by the earliest that a coarse date or bounds allow, or by the latest if there is no earliest; undated ones last.")
        DATE_DESC,
        @Description("By how well the filter's text is met, best first; only with a text in the filter.")
        RELEVANCE_DESC
    }
}
