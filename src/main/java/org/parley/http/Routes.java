package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.parley.operate.Operations;

/** Which handler answers which path, where Quarkus does not decide it. */
@ApplicationScoped
class Routes {
    /** Ahead of SmallRye's own route. */
    private static final int FIRST = -100;

    private final CurrentVertxRequest currentRequest;
    private final ObjectMapper mapper;
    private final Operations operations;

    Routes(CurrentVertxRequest currentRequest, ObjectMapper mapper, Operations operations) {
        this.currentRequest = currentRequest;
        this.mapper = mapper;
        this.operations = operations;
    }

    void init(@Observes Router router) {
        GraphQLHandler handler = new GraphQLHandler(currentRequest, mapper);
        router.route("/graphql")
                .order(FIRST)
                .handler(BodyHandler.create(false).setBodyLimit(GraphQLHandler.LARGEST_BODY))
                .handler(operations::begin)
                .blockingHandler(operations.reporting(handler), false)
                .failureHandler(context -> {
                    if (context.statusCode() == 413) {
                        handler.refuseTooLarge(context);
                    } else if (context.statusCode() == 408) {
                        handler.refuseTooSlow(context);
                    } else {
                        context.next();
                    }
                });
    }
}
