package org.parley.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.parley.graph.ErrorShape;

/** Refuses, on every path, requests of HTTP versions that Parley does not support. */
@ApplicationScoped
class HttpVersions implements HttpServerOptionsCustomizer {
    /**
     * Switches the handler off that Vert.x runs before any route where a server may open WebSockets. It would answer a request of an unknown
     * version with 501, as if the server were at fault. {@link Sockets} opens WebSockets by a route, which needs no such handler. Vert.x reads this system property when it loads its server class, which
     * happens after this call (in the native executable too, because application.properties initializes that class at run time).
     */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        System.setProperty("vertx.disableWebsockets", "true");
    }

    void init(@Observes Router router) {
        RouteOrder.HTTP_VERSION.of(router.route()).handler(HttpVersions::refuseOthers);
    }

    private static void refuseOthers(RoutingContext context) {
        // Null for any version other than 1.0, 1.1 and 2.
        if (context.request().version() != null) {
            context.next();
            return;
        }
        // In an unknown version it is undefined whether the connection stays open after the response.
        Routes.closeAfter(context);
        EarlyRefusal.send(
                context,
                400,
                ErrorShape.BAD_REQUEST,
                "the version of HTTP in the request's first line must be 1.0 or 1.1");
    }
}
