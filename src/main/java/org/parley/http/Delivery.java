package org.parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** Sends the bytes of a response: gzipped if the client accepts that, or not at all (status 304) if the client has them in its cache. */
final class Delivery {
    private final RoutingContext context;
    private final boolean gzipAccepted;

    Delivery(RoutingContext context, boolean gzipAccepted) {
        this.context = context;
        this.gzipAccepted = gzipAccepted;
    }

    boolean gzipAccepted() {
        return gzipAccepted;
    }

    /** The tag in {@code If-None-Match} that matches this one, for an encoding that the client accepts; null if none does. */
    String known(EntityTag tag) {
        String kept = kept();
        if (kept.isEmpty()) {
            return null;
        }
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
        return Objects.toString(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), "");
    }

    /** @param tag the value of the header ETag; null for an answer without one */
    HttpServerResponse response(int status, String tag) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.headers().set(HttpHeaders.DATE, HttpDate.now());
        if (tag != null) {
            response.headers().set(HttpHeaders.ETAG, tag);
        }
        return response;
    }

    void send(HttpServerResponse response, Buffer bytes, boolean gzipped) {
        response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length()));
        if (gzipped) {
            response.headers().set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(bytes);
    }
}
