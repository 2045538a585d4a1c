package org.parley.engine;

import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.spi.EventingService;

/**
 * Makes SmallRye's schema keep its word ({@link StrictScalars}, {@link Declarations}). Found by the service loader, and asked
 * when the program is built: the executable starts with the schema as it is then.
 */
public class StrictSchema implements EventingService {

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        return GraphQLSchema.newSchema(Declarations.in(StrictScalars.in(builder.build())));
    }
}
