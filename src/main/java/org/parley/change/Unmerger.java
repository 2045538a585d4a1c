package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;

/** Undoes a merge. */
@Input("Unmerger")
@Description("Undoes the merge of an actor: it is back, and everything that names it names it again.")
public class Unmerger extends RawInput {
    @NonNull
    @Id
    @Description("The id of the actor that was merged.")
    public String id;

    @NonNull
    @Description("The number of the change that merged it.")
    public Integer expect;
}
