package org.parley.identifier;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.lists.Rows;

/** Under which ids other data sets know a record. */
@GraphQLApi
@RegisterForReflection
public class IdentifierApi {
    private final Rows rows;

    IdentifierApi(Rows rows) {
        this.rows = rows;
    }

    @NonNull
    @Description("Its ids in other data sets, catalogues and registers.")
    public List<@NonNull List<@NonNull Identifier>> identifiers(@Source List<Identified> records) {
        return rows.of(
                Identifier.class,
                "recordId",
                records.stream().map(Identified::getId).toList(),
                "ordinal");
    }
}
