package org.parley.http;

import io.micrometer.core.instrument.Metrics;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.parley.graph.ErrorShape;

/**
 * Refuses a request before its Accept header is parsed, so the answer is {@code application/json} whatever the client accepts. Such a
 * request never becomes an operation, so it is counted here, by the metric {@code parley.requests.refused}.
 */
final class EarlyRefusal {
    private EarlyRefusal() {}

    /** @param status the HTTP status */
    static void send(RoutingContext request, int status, String code, String sentence) {
        count(status, code);
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject(ErrorShape.body(code, sentence)).toBuffer());
    }

    /** Counts a refusal that is sent in another form. */
    static void count(int status, String code) {
        Metrics.counter("parley.requests.refused", "status", Integer.toString(status), "code", code)
                .increment();
    }
}
