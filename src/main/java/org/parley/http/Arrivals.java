package org.parley.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/** Prepares every request, whatever its path: joins repeated headers and sets the date of the response. */
@ApplicationScoped
class Arrivals {
    /** Headers that are lists and may be sent as several lines (RFC 9110, 5.3). The handlers after this one read only the first line. */
    private static final List<CharSequence> LISTS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_NONE_MATCH);

    void init(@Observes Router router) {
        RouteOrder.ARRIVAL.of(router.route()).handler(Arrivals::receive).failureHandler(Arrivals::answerWithoutPath);
    }

    private static void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        LISTS.forEach(name -> joinLines(request.headers(), name));
        // Delivery sets the date again, for answers that take longer.
        context.response().headers().set(HttpHeaders.DATE, HttpDate.now());
        context.next();
    }

    /**
     * Vert.x matches no route for a URL without a path, such as {@code OPTIONS *}, which asks about the server as a whole (RFC 9110,
     * 9.3.7).
     */
    private static void answerWithoutPath(RoutingContext context) {
        if (context.request().method() == HttpMethod.OPTIONS
                && context.request().uri().equals("*")) {
            Methods.ASKING.admit(context);
        } else {
            context.next();
        }
    }

    private static void joinLines(MultiMap headers, CharSequence name) {
        List<String> lines = headers.getAll(name);
        if (lines.size() > 1) {
            headers.set(name, lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining(", ")));
        }
    }
}
