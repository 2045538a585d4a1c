package org.parley.round;

import org.eclipse.microprofile.graphql.Description;

/** What kind of result an outcome is. */
@Description("What kind of result an outcome is.")
public enum OutcomeKind {
    @Description("An exchange of prisoners.")
    PRISONER_EXCHANGE,
    @Description("That talks are to go on.")
    FURTHER_TALKS,
    @Description("That there is no breakthrough.")
    NO_BREAKTHROUGH,
    @Description("An invitation.")
    INVITATION,
    @Description("An agreement on something else.")
    AGREEMENT,
    @Description("None of the other kinds.")
    OTHER
}
