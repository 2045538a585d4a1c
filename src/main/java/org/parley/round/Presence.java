package org.parley.round;

import org.eclipse.microprofile.graphql.Description;

/** How a participant is known to have been there. */
@Description("How a participant is known to have been there.")
public enum Presence {
    @Description("A source says so.")
    STATED,
    @Description("It follows from what a source says.")
    IMPLIED,
    @Description("The actor is called a negotiator, but no source places it at the table.")
    NOT_STATED
}
