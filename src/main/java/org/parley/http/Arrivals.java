package org.parley.http;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** What holds for every request, whatever it asks for. */
@ApplicationScoped
class Arrivals {
    /** Lists, whose elements may stand in several lines (RFC 9110, 5.3); the parts below read the first line alone. */
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
        // Whoever takes longer to answer writes a later one.
        context.response().putHeader(HttpHeaders.DATE, DateFormatter.format(new Date()));
        context.next();
    }

    /** No route is asked about an address without a path, such as the one that means the server as a whole (RFC 9110, 9.3.7). */
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
