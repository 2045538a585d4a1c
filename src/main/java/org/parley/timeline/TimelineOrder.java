package org.parley.timeline;

import org.parley.lists.Order;

/** The one order of the timeline: oldest first, undated events last. */
enum TimelineOrder implements Order {
    DATE_ASC;

    @Override
    public String column() {
        return "oldest_first";
    }

    @Override
    public boolean descending() {
        return false;
    }
}
