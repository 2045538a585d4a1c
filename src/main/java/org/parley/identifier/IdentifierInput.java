package org.parley.identifier;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** The id of a record in another data set. */
@Input("IdentifierInput")
@Description("The id of a record in another data set, catalogue or register.")
public class IdentifierInput extends RawInput {
    @Description("Whose id it is.")
    public IdentifierScheme scheme;

    @Description("The id, as the scheme writes it.")
    public String value;

    @Description("A web page about what has this id, http or https; left out where it follows from the id.")
    public String url;
}
