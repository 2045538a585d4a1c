package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;

/** Writes the one answer to a request. Nobody may keep it, unless it is told otherwise. */
final class Answer {
    /** A longer answer is compressed, in bytes; a shorter one fits into one packet anyway. */
    private static final int SHORT = 1024;

    private final RoutingContext context;
    private final ObjectMapper mapper;
    private final String mediaType;
    private final Delivery delivery;

    private EntityTag tag;
    private int maxAge;

    Answer(RoutingContext context, ObjectMapper mapper, String mediaType) {
        this.context = context;
        this.mapper = mapper;
        this.mediaType = mediaType;
        this.delivery = new Delivery(context);
    }

    String mediaType() {
        return mediaType;
    }

    /** @param maxAge in seconds; it holds for an answer without errors only */
    void mayBeKept(EntityTag tag, int maxAge) {
        this.tag = tag;
        this.maxAge = maxAge;
    }

    /**
     * Says that nothing has changed, if the client has kept the answer in an encoding that it takes. How long the answer is,
     * and so in which of the two it would be sent, is not known yet; either would do.
     */
    boolean isKept() {
        String known = tag == null ? null : delivery.known(tag);
        if (known != null) {
            response(304, known).end();
        }
        return known != null;
    }

    void refuse(Refusal refusal) {
        refusal.fields().forEach(context.response()::putHeader);
        write(refusal.status(), ErrorShape.body(refusal.code(), refusal.getMessage()));
    }

    void write(int status, Map<String, Object> body) {
        Operation.current().isAnsweredWith(body);
        byte[] bytes;
        try {
            bytes = mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            context.fail(e);
            return;
        }
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        boolean gzip = delivery.gzipAccepted() && bytes.length > SHORT;
        byte[] sent = gzip ? Gzip.packed(bytes) : bytes;
        String sentTag = tag == null || body.containsKey("errors") ? null : tag.of(gzip);
        if (sentTag != null && delivery.anyIsKnown()) {
            // Whatever the client keeps will do, now that there is an answer at all.
            response(304, sentTag).end();
            return;
        }
        delivery.send(response(status, sentTag).putHeader("Content-Type", mediaType + "; charset=utf-8"), sent, gzip);
    }

    /** @param sentTag null if the answer may not be kept */
    private HttpServerResponse response(int status, String sentTag) {
        HttpServerResponse response = delivery.response(status, sentTag);
        response.headers().add("Vary", "Accept, Accept-Encoding");
        return response.putHeader("Cache-Control", sentTag == null ? "no-store" : "max-age=" + maxAge);
    }
}
