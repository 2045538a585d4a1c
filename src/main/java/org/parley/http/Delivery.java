package org.parley.http;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.util.Date;
import java.util.List;
import java.util.Objects;

/** Sends the bytes of a response: gzipped if the client accepts that, or not at all (status 304) if the client has them in its cache. */
final class Delivery {
    private final RoutingContext context;
    private final boolean gzipAccepted;

    Delivery(RoutingContext context) {
        this.context = context;
        this.gzipAccepted = allowGzip(context.parsedHeaders().acceptEncoding());
    }

    boolean gzipAccepted() {
        return gzipAccepted;
    }

    /** The tag in {@code If-None-Match} that matches this one, for an encoding that the client accepts; null if none does. */
    String known(EntityTag tag) {
        String kept = kept();
        if (gzipAccepted && kept.contains(tag.of(true))) {
            return tag.of(true);
        }
        return kept.contains(tag.of(false)) ? tag.of(false) : null;
    }

    /** Whether {@code If-None-Match} is {@code *}, which matches any tag. */
    boolean anyIsKnown() {
        return kept().strip().equals("*");
    }

    private String kept() {
        return Objects.toString(context.request().getHeader("If-None-Match"), "");
    }

    /** @param tag the value of the header ETag; null for an answer without one */
    HttpServerResponse response(int status, String tag) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.headers().set("Date", DateFormatter.format(new Date()));
        if (tag != null) {
            response.putHeader("ETag", tag);
        }
        return response;
    }

    void send(HttpServerResponse response, byte[] bytes, boolean gzipped) {
        response.putHeader("Content-Length", Integer.toString(bytes.length));
        if (gzipped) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.end(Buffer.buffer(bytes));
    }

    private static boolean allowGzip(List<ParsedHeaderValue> encodings) {
        for (String name : List.of("gzip", "*")) {
            for (ParsedHeaderValue each : encodings) {
                if (each.value().equalsIgnoreCase(name)) {
                    return each.weight() > 0;
                }
            }
        }
        return false;
    }
}
