package org.parley.change;

import org.eclipse.microprofile.graphql.Description;

/** What has become of a proposal. */
@Description("What has become of a proposal.")
public enum ProposalState {
    @Description("Nobody has decided on it.")
    OPEN,
    @Description("It has become a change.")
    ACCEPTED,
    @Description("It will not become a change.")
    REJECTED
}
