package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;

/** Merges an actor into another one. */
@Input("Merger")
@Description(
        "Merges an actor into another one that it was found to be: it leaves the graph, its id leads to the other, which gets its names, affiliations and citations, and everything that names it names the other. All rows stay as they are.")
public class Merger extends RawInput {
    @NonNull
    @Id
    @Description("The id of the actor that leaves the graph.")
    public String id;

    @NonNull
    @Description("The number of the change from which the actor was read.")
    public Integer expect;

    @NonNull
    @Id
    @Description("The id of the actor that it is: one that is not merged itself.")
    public String into;
}
