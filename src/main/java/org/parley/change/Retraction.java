package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;

/** Takes a record out of the graph. */
@Input("Retraction")
@Description("Takes a record out of the graph; its history stays.")
public class Retraction extends RawInput {
    @NonNull
    @Id
    @Description("The record's id, in full.")
    public String id;

    @NonNull
    @Description("The number of the change from which the record was read.")
    public Integer expect;
}
