package org.parley.round;

import org.eclipse.microprofile.graphql.Description;

/** What an actor is in a round. */
@Description("What an actor is in a round.")
public enum ParticipationRole {
    @Description("Leads the delegation.")
    HEAD,
    @Description("Takes part in a delegation, or is a party to the meeting.")
    MEMBER,
    @Description("Mediates.")
    MEDIATOR,
    @Description("Provides the place.")
    HOST
}
