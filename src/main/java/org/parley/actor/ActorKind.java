package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

/** What an actor is (after Popolo and the conflict data sets' actor types). */
@Description("What an actor is.")
public enum ActorKind {
    @Description("A state.")
    STATE,
    @Description("A group of states, or states that the sources speak of as one.")
    BLOC,
    @Description("An organisation: a ministry, a council, an armed service, a news agency.")
    ORGANIZATION,
    @Description("One human being, named or not.")
    PERSON,
    @Description("Several people or bodies that the sources treat as one speaker.")
    GROUP
}
