package org.parley.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.parley.graph.ErrorShape;

/** Refuses, on every path, a request of a version of HTTP that Parley does not speak. */
@ApplicationScoped
class HttpVersions implements HttpServerOptionsCustomizer {
    /**
     * Vert.x would answer such a request by 501, as if the fault were the server's, before any route is asked: in the handler
     * that watches for WebSockets. Parley has none. It reads this property when its server's class is loaded, which is next (in
     * the executable, too: application.properties).
     */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        System.setProperty("vertx.disableWebsockets", "true");
    }

    void init(@Observes Router router) {
        RouteOrder.HTTP_VERSION.of(router.route()).handler(HttpVersions::refuseOthers);
    }

    private static void refuseOthers(RoutingContext context) {
        // Null for whatever is neither HTTP/1.0 nor 1.1, nor was read as HTTP/2.
        if (context.request().version() != null) {
            context.next();
            return;
        }
        // Of such a version nobody knows whether its connections persist.
        Routes.closeAfter(context);
        EarlyRefusal.send(
                context,
                400,
                ErrorShape.BAD_REQUEST,
                "the version of HTTP in the request's first line must be 1.0 or 1.1");
    }
}
