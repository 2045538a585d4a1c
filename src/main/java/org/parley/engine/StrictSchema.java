package org.parley.engine;

import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.spi.EventingService;

/**
 * Makes SmallRye's schema keep its word ({@link StrictScalars}, {@link Declarations}), with our own fetchers for batched fields.
 * Found by the service loader, and asked when the program is built: the executable starts with the schema as it is then.
 */
public class StrictSchema implements EventingService {

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        GraphQLSchema declared = Declarations.in(StrictScalars.in(builder.build()));
        return GraphQLSchema.newSchema(BatchedFieldDataFetcher.in(declared, DeferringDataFetchers.made()));
    }

    /** No limit holds in SmallRye's own engine: whoever finds a way to it gets no answer. */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        throw new IllegalStateException("Operations are executed by Parley's engine alone");
    }
}
