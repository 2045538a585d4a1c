package org.parley.round;

import org.eclipse.microprofile.graphql.Description;

/** What an actor is in a negotiation. */
@Description("What an actor is in a negotiation.")
public enum NegotiationRoleKind {
    @Description("One of those between whom a settlement is sought.")
    PARTY,
    @Description("Brings the parties together or leads their talks.")
    MEDIATOR,
    @Description("Provides the place.")
    HOST,
    @Description("Is present without a part in the talks.")
    OBSERVER
}
