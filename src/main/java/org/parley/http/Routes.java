package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.parley.limit.Admission;

/** Which handler answers which path, where Quarkus does not decide it. */
@ApplicationScoped
class Routes {
    /** Ahead of SmallRye's own route. */
    private static final int FIRST = -100;

    private final CurrentVertxRequest currentRequest;
    private final ObjectMapper mapper;
    private final Admission admission;

    Routes(CurrentVertxRequest currentRequest, ObjectMapper mapper, Admission admission) {
        this.currentRequest = currentRequest;
        this.mapper = mapper;
        this.admission = admission;
    }

    void init(@Observes Router router) {
        GraphQLHandler handler = new GraphQLHandler(currentRequest, mapper);
        router.route("/graphql").order(FIRST).blockingHandler(admission.during(handler), false);
    }
}
