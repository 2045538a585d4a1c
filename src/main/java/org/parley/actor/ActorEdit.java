package org.parley.actor;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.identifier.IdentifierInput;
import org.parley.source.CitationInput;
import org.parley.source.NameInput;

/** The edit of an actor. */
@Input("ActorEdit")
@Description("A row of an actor: a new one, or what changes in an old one.")
public class ActorEdit extends RawInput {
    @NonNull
    @Id
    @Description("The actor's id; of a new record one that no actor has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("The name to show.")
    public String name;

    @Description("What the actor is.")
    public ActorKind kind;

    @Description("Who this is, as the sources tell it, in your own words.")
    public String description;

    @Description("ISO 3166-1 alpha-2 of a state.")
    public String countryCode;

    @Id
    @Description("The party that the actor speaks for; left out for a party itself.")
    public String side;

    @Description("The forms of the name.")
    public List<@NonNull NameInput> names;

    @Description("What ties the actor to organisations, states or blocs.")
    public List<@NonNull AffiliationInput> affiliations;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
