package org.parley.timeline;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of the timeline. */
@Name("TimelineConnection")
@Description("A page of the timeline.")
public class TimelinePage extends Page<TimelineEvent, TimelineEdge> {
    TimelinePage(ListQuery<TimelineEvent> query) {
        super(query);
    }

    @Override
    protected TimelineEdge edge(String cursor, TimelineEvent node) {
        return new TimelineEdge(cursor, node);
    }
}
