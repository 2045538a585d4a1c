package org.parley.timeline;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of the timeline. */
@Name("TimelineConnection")
@Description("A page of the timeline.")
public class TimelinePage extends Page<TimelineEvent, TimelinePage.Edge> {
    TimelinePage(ListQuery<TimelineEvent> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, TimelineEvent node) {
        return new Edge(cursor, node);
    }

    /** An event in the timeline. */
    @Name("TimelineEdge")
    @Description("An event in the timeline, with its place.")
    public static final class Edge extends ListEdge<TimelineEvent> {
        Edge(Cursor cursor, TimelineEvent node) {
            super(cursor, node);
        }
    }

    /** The one order of the timeline: oldest first, undated events last. */
    enum Order implements ListOrder {
        DATE_ASC
    }
}
