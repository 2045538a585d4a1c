package org.parley.round;

import org.eclipse.microprofile.graphql.Description;

/** What became of a round. */
@Description("What became of a round.")
public enum RoundStatus {
    @Description("Announced, and not reported as held.")
    PLANNED,
    @Description("It took place or is under way.")
    HELD,
    @Description("Put off to another day, known or not.")
    POSTPONED,
    @Description("Called off.")
    CANCELLED
}
