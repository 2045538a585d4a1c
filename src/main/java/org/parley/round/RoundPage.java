package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of rounds. */
@Name("RoundConnection")
@Description("A page of a list of rounds.")
public class RoundPage extends Page<Round, RoundPage.Edge> {
    RoundPage(ListQuery<Round> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Round node) {
        return new Edge(cursor, node);
    }

    /** A round in a list. */
    @Name("RoundEdge")
    @Description("A round in a list, with its place.")
    public static final class Edge extends ListEdge<Round> {
        Edge(Cursor cursor, Round node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of rounds. */
    @Name("RoundOrder")
    @Description("Orders of a list of rounds.")
    public enum Order implements ListOrder {
        @Description(
                "By first day, oldest first; where only a coarse date is known, by the first day that it allows; undated ones last.")
        DATE_ASC,
        @Description(
                "By first day, newest first; where only a coarse date is known, by the first day that it allows; undated ones last.")
        DATE_DESC
    }
}
