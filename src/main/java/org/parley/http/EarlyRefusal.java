package org.parley.http;

import io.micrometer.core.instrument.Metrics;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.parley.graph.ErrorShape;

/**
 * The answer to a request that is refused before anybody reads what it accepts: plain JSON, whatever it asks for. It never became
 * an operation, so that it is counted here.
 */
final class EarlyRefusal {
    private EarlyRefusal() {}

    /** @param status of HTTP */
    static void send(RoutingContext request, int status, String code, String sentence) {
        Metrics.counter("parley.requests.refused", "status", Integer.toString(status), "code", code)
                .increment();
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject(ErrorShape.body(code, sentence)).toBuffer());
    }
}
