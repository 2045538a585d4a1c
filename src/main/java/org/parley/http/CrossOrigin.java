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
 * Lets the web pages of the listed origins read what Parley answers (the Fetch Standard's CORS protocol). Nobody is refused: a
 * browser keeps the answer from every page of another origin that is not let in here, so that a request of the same origin,
 * such as the explorer's, needs no permission and no telling apart, whatever a proxy in front has made of its host and scheme.
 * Nor would a refusal keep a page from making Parley work: an image's address is asked for without an origin.
 */
@ApplicationScoped
class CrossOrigin {
    /** In seconds; browsers that would keep a permission longer ask anew by then. */
    private static final String MAX_AGE = "3600";

    /** As browsers send them, which the setting sees to. */
    private final Set<String> origins;

    CrossOrigin(HttpConfig settings) {
        origins = Set.copyOf(settings.cors().origins().orElse(List.of()));
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
            // The answer names the origin: a cache must not give it to a page of another one.
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

    /** Answers a browser that asks whether a page may send what it is about to. */
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
