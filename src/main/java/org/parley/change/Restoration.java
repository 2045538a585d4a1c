package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;

/** Brings a retracted record back. */
@Input("Restoration")
@Description("Brings a retracted record back, as it was.")
public class Restoration extends RawInput {
    @NonNull
    @Id
    @Description("The record's id, in full.")
    public String id;

    @NonNull
    @Description("The number of the change that retracted it.")
    public Integer expect;
}
