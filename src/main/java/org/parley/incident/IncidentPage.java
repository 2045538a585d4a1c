package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of incidents. */
@Name("IncidentConnection")
@Description("A page of a list of incidents.")
public class IncidentPage extends Page<Incident, IncidentPage.Edge> {
    IncidentPage(ListQuery<Incident> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Incident node) {
        return new Edge(cursor, node);
    }

    /** An incident in a list. */
    @Name("IncidentEdge")
    @Description("An incident in a list, with its place.")
    public static final class Edge extends ListEdge<Incident> {
        Edge(Cursor cursor, Incident node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of incidents. */
    @Name("IncidentOrder")
    @Description("Orders of a list of incidents.")
    public enum Order implements ListOrder {
        @Description(
                "By first day, and by time within it, oldest first; where no day is known, by the earliest that a coarse date or bounds allow, or by the latest if there is no earliest; undated ones last.")
        DATE_ASC,
        @Description(
                "By first day, and by time within it, newest first; where no day is known, by the earliest that a coarse date or bounds allow, or by the latest if there is no earliest; undated ones last.")
        DATE_DESC,
        @Description("By how well the filter's text is met, best first; only with a text in the filter.")
        RELEVANCE_DESC
    }
}
