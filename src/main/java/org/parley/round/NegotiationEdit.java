package org.parley.round;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.identifier.IdentifierInput;
import org.parley.source.CitationInput;

/** The edit of a negotiation. */
@Input("NegotiationEdit")
@Description("A row of a negotiation: a new one, or what changes in an old one.")
public class NegotiationEdit extends RawInput {
    @NonNull
    @Id
    @Description("The negotiation's id; of a new record one that no negotiation has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("What to call it.")
    public String title;

    @Description("What it is, in your own words.")
    public String summary;

    @Description("Who takes part as what.")
    public List<@NonNull NegotiationRoleInput> roles;

    @Id
    @Description("The issues that are negotiated.")
    public List<@NonNull String> issues;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
