package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of sessions. */
@Name("SessionConnection")
@Description("A page of a list of sessions.")
public class SessionPage extends Page<Session, SessionPage.Edge> {
    SessionPage(ListQuery<Session> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Session node) {
        return new Edge(cursor, node);
    }

    /** A session in a list. */
    @Name("SessionEdge")
    @Description("A session in a list, with its place.")
    public static final class Edge extends ListEdge<Session> {
        Edge(Cursor cursor, Session node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of sessions. */
    @Name("SessionOrder")
    @Description("Orders of a list of sessions.")
    public enum Order implements ListOrder {
        @Description("By the day on which it began, oldest first; undated ones last.")
        DATE_ASC,
        @Description("By the day on which it began, newest first; undated ones last.")
        DATE_DESC
    }
}
