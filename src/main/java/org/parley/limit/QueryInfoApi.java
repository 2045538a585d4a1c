package org.parley.limit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.graph.Operation;

/** The fields that the limits add to the schema. */
@GraphQLApi
@RegisterForReflection
public class QueryInfoApi {

    @Query
    @NonBlocking
    @NonNull
    @Description("The cost of this operation, and the limit on it.")
    public QueryInfo queryInfo() {
        Operation operation = Operation.current();
        return new QueryInfo(operation.cost(), operation.costLimit(), operation.nodes());
    }
}
