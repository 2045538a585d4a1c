package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of sources. */
@Name("SourceConnection")
@Description("A page of a list of sources.")
public class SourcePage extends Page<Source, SourcePage.Edge> {
    SourcePage(ListQuery<Source> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Source node) {
        return new Edge(cursor, node);
    }

    /** A source in a list. */
    @Name("SourceEdge")
    @Description("A source in a list, with its place.")
    public static final class Edge extends ListEdge<Source> {
        Edge(Cursor cursor, Source node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of sources. */
    @Name("SourceOrder")
    @Description("Orders of a list of sources.")
    public enum Order implements ListOrder {
        @Description(
                "By day of publication, oldest first; where only bounds are known, by the earliest day that they allow, or by the latest if there is no earliest; undated ones last.")
        DATE_ASC,
        @Description(
                "By day of publication, newest first; where only bounds are known, by the earliest day that they allow, or by the latest if there is no earliest; undated ones last.")
        DATE_DESC
    }
}
