package org.parley.limit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.parley.graph.ErrorShape;

/** What a request passes before it is read. */
@ApplicationScoped
class LimitRoutes {
    /** Ahead of the one who answers. */
    private static final int AHEAD = -101;

    private final LimitsConfig limits;
    private final IntrospectionConfig introspection;
    private final Admission admission;

    LimitRoutes(LimitsConfig limits, IntrospectionConfig introspection, Admission admission) {
        this.limits = limits;
        this.introspection = introspection;
        this.admission = admission;
    }

    void init(@Observes Router router) {
        if (!introspection.enabled()) {
            router.route("/graphql/schema.graphql").order(AHEAD).handler(LimitRoutes::hide);
            router.route("/graphiql*").order(AHEAD).handler(LimitRoutes::hide);
        }
        router.route("/graphql").order(AHEAD).handler(LimitRoutes::refuseWebSocket);
        // The body is read before the request gets its place: one who sends slowly takes none.
        router.route("/graphql")
                .order(AHEAD)
                .handler(BodyHandler.create(false).setBodyLimit(limits.bodyBytes()))
                .failureHandler(this::refuseTooLarge);
        router.route("/graphql").order(AHEAD).handler(admission::enter);
    }

    private static void hide(RoutingContext request) {
        request.response().setStatusCode(404).end();
    }

    /**
     * SmallRye would open one, and answer queries in it that no limit on requests holds for. They are made for subscriptions,
     * and the record, which changes only when it is loaded anew, has none.
     */
    private static void refuseWebSocket(RoutingContext request) {
        if (request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            EarlyRefusal.send(
                    request,
                    400,
                    ErrorShape.BAD_REQUEST,
                    "upgrade must not be websocket: there are no subscriptions, and queries are sent by GET or POST");
            return;
        }
        request.next();
    }

    private void refuseTooLarge(RoutingContext request) {
        if (request.statusCode() != 413) {
            request.next();
            return;
        }
        EarlyRefusal.send(
                request, 413, ErrorShape.BODY_TOO_LARGE, "the body must have at most " + limits.bodyBytes() + " bytes");
    }
}
