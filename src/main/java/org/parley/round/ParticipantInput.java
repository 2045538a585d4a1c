package org.parley.round;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** An actor's part in a round. */
@Input("ParticipantInput")
@Description("An actor's part in a round.")
public class ParticipantInput extends RawInput {
    @Id
    @Description("The actor who takes part.")
    public String actor;

    @Id
    @Description("The party that the actor sits for; left out for a party itself.")
    public String side;

    @Description("What the actor is in the round.")
    public ParticipationRole role;

    @Description("How the actor is known to have been there.")
    public Presence presence;

    @Description("What else to know about the actor's part.")
    public String note;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
