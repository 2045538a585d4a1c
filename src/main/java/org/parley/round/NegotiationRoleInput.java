package org.parley.round;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** What an actor is in a negotiation; an actor may have several roles. */
@Input("NegotiationRoleInput")
@Description("What an actor is in a negotiation; an actor may have several roles.")
public class NegotiationRoleInput extends RawInput {
    @Id
    @Description("The actor who has the role.")
    public String actor;

    @Description("The role.")
    public NegotiationRoleKind role;

    @Description("What else to know about the role.")
    public String note;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
