package org.parley.timeline;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.graph.Page;

/** A page of the timeline. */
@Name("TimelineConnection")
@Description("A page of the timeline.")
public class TimelinePage extends Page<TimelineEvent, TimelineEdge> {
    TimelinePage(Slice<TimelineEvent> slice) {
        super(slice);
    }

    @Override
    protected TimelineEdge edge(String cursor, TimelineEvent node) {
        return new TimelineEdge(cursor, node);
    }
}
