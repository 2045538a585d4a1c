package org.parley.change;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

// This file stands in for the mutation, so that the inputs are in the schema, and is replaced as a whole.
/** How the record is changed. */
@GraphQLApi
@RegisterForReflection
public class ChangeApi {

    @Mutation
    @NonNull
    @Description("Changes the record: all edits, or none.")
    public String change(@Name("edits") @NonNull @Description("The edits.") List<@NonNull Edit> edits) {
        throw new UnsupportedOperationException();
    }
}
