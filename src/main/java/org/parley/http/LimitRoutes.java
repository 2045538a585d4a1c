package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.parley.graph.ErrorShape;
import org.parley.limit.Admission;
import org.parley.limit.IntrospectionConfig;
import org.parley.limit.LimitsConfig;

/** The routes that limit or refuse a request before its body is parsed. */
@ApplicationScoped
class LimitRoutes {
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
            RouteOrder.HIDDEN.of(router.route("/graphql/schema.graphql")).handler(LimitRoutes::hide);
            RouteOrder.HIDDEN.of(router.route("/graphiql*")).handler(LimitRoutes::hide);
        }
        RouteOrder.BODY
                .of(router.route("/graphql"))
                .handler(BodyHandler.create(false).setBodyLimit(limits.bodyBytes()))
                .failureHandler(this::refuseTooLarge);
        RouteOrder.ADMISSION
                .of(router.route("/graphql"))
                .handler(request -> admission.enter(request, this::refuseBusy));
    }

    private static void hide(RoutingContext request) {
        request.response().setStatusCode(404).end();
    }

    private void refuseBusy(RoutingContext request) {
        request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        EarlyRefusal.send(request, 503, Admission.SERVER_BUSY, admission.rule());
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
