package org.parley.tuning;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;
import org.parley.http.RouteOrder;

/**
 * Tells Quarkus when a WebSocket has ended. Quarkus counts the requests that are not answered yet, and lets a shutdown wait for them; Vert.x
 * tells it neither that the request of a WebSocket was answered nor that its connection was closed, so that it would always wait for the
 * longest time once a WebSocket was opened.
 */
@Singleton
@RegisterForReflection(targets = QuarkusRequestWrapper.class, fields = false)
class EndedSockets {
    private static final Logger LOG = Logger.getLogger(EndedSockets.class);

    void init(@Observes Router router) {
        if (Tuning.ENDED_SOCKETS.isOn()) {
            RouteOrder.SOCKET_END.of(router.route("/graphql")).handler(EndedSockets::observe);
        }
    }

    private static void observe(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            QuarkusRequestWrapper counted = QuarkusRequestWrapper.get(request);
            // What is answered by HTTP is told as ended before, and counts once.
            request.connection().closeHandler(closed -> end(counted));
        }
        context.next();
    }

    private static void end(QuarkusRequestWrapper counted) {
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            done.invoke(counted);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("A shutdown will wait for a WebSocket that has ended", e);
        }
    }
}
