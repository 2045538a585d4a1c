package org.parley.http;

import graphql.schema.GraphQLSchema;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.parley.engine.Declarations;

/**
 * Sends the schema as a file, printed once and then cached. SmallRye's handler would print it for each request, and would accept only
 * GET.
 */
@Singleton
final class SchemaHandler implements Handler<RoutingContext> {
    private final GraphQLSchema schema;

    /** Null until the first request. */
    private volatile WebFile file;

    SchemaHandler(GraphQLSchema schema) {
        this.schema = schema;
    }

    @Override
    public void handle(RoutingContext context) {
        if (!Methods.READING.admit(context)) {
            return;
        }
        if (file == null) {
            // Two concurrent first requests may both make it; the results are equal.
            file = WebFile.of("text/plain", Declarations.text(schema));
        }
        WebFileHandler.send(context, file, "no-cache");
    }
}
