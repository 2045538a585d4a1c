package org.parley.http;

import graphql.schema.GraphQLSchema;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.parley.engine.Declarations;

/** Sends the schema, as a file. SmallRye would print it anew for everybody, and answer GET alone. */
@Singleton
final class SchemaHandler implements Handler<RoutingContext> {
    private final GraphQLSchema schema;

    /** Null until somebody asks for it. */
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
            // Two who ask at once make the same.
            file = WebFile.of("text/plain", Declarations.text(schema));
        }
        WebFileHandler.send(context, file, "no-cache");
    }
}
