package org.parley.limit;

import graphql.schema.DataFetchingEnvironment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Context;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The limits' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class QueryInfoApi {

    @Query
    @NonNull
    @Description("What this operation takes.")
    public QueryInfo queryInfo(Context context) {
        Cost cost = context.unwrap(DataFetchingEnvironment.class)
                .getGraphQlContext()
                .get(Cost.KEY);
        // An operation that runs is within the limit, which is an int.
        return new QueryInfo((int) cost.cost(), cost.limit(), (int) cost.nodes());
    }
}
