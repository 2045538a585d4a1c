package org.parley.limit;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a request passes before it is read. */
@ApplicationScoped
class LimitRoutes {
    /** Ahead of the one who answers. */
    private static final int AHEAD = -101;

    /** Behind SmallRye's route for WebSockets (-99), which passes on whatever does not become one. */
    private static final int BEHIND_WEBSOCKETS = -98;

    private final Limits limits;
    private final IntrospectionSettings introspection;
    private final Admission admission;

    LimitRoutes(Limits limits, IntrospectionSettings introspection, Admission admission) {
        this.limits = limits;
        this.introspection = introspection;
        this.admission = admission;
    }

    void init(@Observes Router router) {
        if (!introspection.enabled()) {
            router.route("/graphql/schema.graphql").order(AHEAD).handler(LimitRoutes::hide);
            router.route("/graphiql*").order(AHEAD).handler(LimitRoutes::hide);
        }
        // The body is read before the request gets its place: one who sends slowly takes none. An open WebSocket takes
        // none
        // either; a request that only asks for another protocol does.
        router.route("/graphql")
                .order(AHEAD)
                .handler(BodyHandler.create(false).setBodyLimit(limits.bodyBytes()))
                .failureHandler(this::refuseTooLarge);
        router.route("/graphql").order(BEHIND_WEBSOCKETS).handler(admission::enter);
    }

    private static void hide(RoutingContext request) {
        request.response().setStatusCode(404).end();
    }

    private void refuseTooLarge(RoutingContext request) {
        if (request.statusCode() != 413) {
            request.next();
            return;
        }
        EarlyRefusal.send(
                request, 413, Refusal.BODY_TOO_LARGE, "the body must have at most " + limits.bodyBytes() + " bytes");
    }
}
