package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Which handler answers which path, where Quarkus does not decide it. */
@ApplicationScoped
class Routes {
    /** Ahead of SmallRye's own route, and behind its WebSocket's (-99), which passes on what asks for none. */
    private static final int FIRST = -50;

    private final CurrentVertxRequest currentRequest;
    private final ObjectMapper mapper;

    Routes(CurrentVertxRequest currentRequest, ObjectMapper mapper) {
        this.currentRequest = currentRequest;
        this.mapper = mapper;
    }

    void init(@Observes Router router) {
        GraphQLHandler handler = new GraphQLHandler(currentRequest, mapper);
        router.route("/graphql")
                .order(FIRST)
                .handler(BodyHandler.create(false).setBodyLimit(GraphQLHandler.LARGEST_BODY))
                .blockingHandler(handler, false)
                .failureHandler(context -> {
                    if (context.statusCode() == 413) {
                        handler.refuseTooLarge(context);
                    } else {
                        context.next();
                    }
                });
    }
}
