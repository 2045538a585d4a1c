package org.parley.timeline;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** An event in the timeline. */
@Description("An event in the timeline, with its place.")
public class TimelineEdge extends Edge<TimelineEvent> {
    TimelineEdge(String cursor, TimelineEvent node) {
        super(cursor, node);
    }
}
