package org.parley.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.parley.setting.Origin;

/**
 * Lets web pages of the listed origins read Parley's answers (CORS, as the Fetch Standard defines it). It refuses no request: a browser
 * itself withholds an answer from a page of an origin that is not allowed here. So a request from the same origin, such as the
 * explorer's, needs no permission, and Parley need not recognize it behind a proxy that changes host and scheme. Refusing would not save
 * work either: a page can load any URL as an image, and browsers send no {@code Origin} header with that.
 */
@ApplicationScoped
class CrossOrigin {
    /** How long a browser may cache a permission before it asks again, in seconds. */
    private static final String MAX_AGE = "3600";

    /** In the form in which browsers send them; the setting's converter ({@link Origin}) normalizes them. */
    private final Set<String> origins;

    CrossOrigin(HttpConfig settings) {
        origins = Set.copyOf(settings.cors().origins().orElse(List.of()));
    }

    /**
     * Whether a page may open a WebSocket: browsers leave that to the server. A program sends no {@code Origin}, and a page of the same host
     * may.
     */
    boolean mayOpenSocket(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                || origins.contains(Origin.ALL)
                || origins.contains(origin)
                || request.getHeader(HttpHeaders.HOST) != null
                        && origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }

    void init(@Observes Router router) {
        if (!origins.isEmpty()) {
            RouteOrder.CROSS_ORIGIN.of(router.route()).handler(this::permit);
        }
    }

    private void permit(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (!origins.contains(Origin.ALL)) {
            // The answer names the origin, so a cache must not give it to a page of another origin.
            response.headers().add(HttpHeaders.VARY, "Origin");
        }
        if (origin == null || !origins.contains(Origin.ALL) && !origins.contains(origin)) {
            context.next();
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origins.contains(Origin.ALL) ? Origin.ALL : origin);
        String method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (request.method() == HttpMethod.OPTIONS && method != null) {
            permitNext(request.headers(), response);
        } else {
            context.next();
        }
    }

    /** Answers a preflight request (OPTIONS), by which a browser asks whether a page may send its actual request. */
    private static void permitNext(MultiMap asked, HttpServerResponse response) {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        String headers = asked.get(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (headers != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        response.setStatusCode(204).end();
    }
}
