package org.parley.engine;

import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.spi.EventingService;

/**
 * Changes SmallRye's schema: strict scalars ({@link StrictScalars}), only declarations that work ({@link Declarations}), and Parley's
 * own fetchers for batched fields. Found by the service loader and called at build time: the native executable starts with the
 * finished schema.
 */
public class StrictSchema implements EventingService {

    /** No setting turns this off. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        GraphQLSchema declared = Declarations.in(StrictScalars.in(builder.build()));
        return GraphQLSchema.newSchema(Resolvers.in(declared));
    }

    /** Fails on purpose: SmallRye's own engine enforces no limits, so nothing may be executed by it. */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        throw new IllegalStateException("Operations are executed by Parley's engine alone");
    }
}
