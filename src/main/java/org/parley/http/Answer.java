package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;

/**
 * Writes the one response to a request. It is sent with {@code Cache-Control: no-store} unless {@link #mayBeKept} was called. Used by one
 * thread.
 */
final class Answer {
    /** In bytes. A longer body is gzipped; a shorter one fits into one TCP packet anyway. */
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

    /**
     * @param tag    the ETag of the answer
     * @param maxAge seconds for which a client may reuse the answer without asking; ignored if the answer has errors
     */
    void mayBeKept(EntityTag tag, int maxAge) {
        this.tag = tag;
        this.maxAge = maxAge;
    }

    /**
     * Whether {@code If-None-Match} holds the tag of this answer, for an encoding that the client accepts. The answer's length, and with
     * it whether it would be gzipped, is not known yet, so the tag of either encoding will do.
     */
    boolean isKept() {
        return tag != null && delivery.known(tag) != null;
    }

    /** Sends status 304. Call it only if {@link #isKept}. */
    void tellKept() {
        response(304, delivery.known(tag)).end();
    }

    void refuse(Refusal refusal) {
        refusal.fields().forEach(context.response()::putHeader);
        write(refusal.status(), ErrorShape.of(refusal.code(), refusal.getMessage()));
    }

    /** Sends one error without data. */
    void write(int status, Map<String, Object> error) {
        List<Map<String, Object>> errors = List.of(error);
        byte[] bytes;
        try {
            bytes = mapper.writeValueAsBytes(Map.of("errors", errors));
        } catch (JsonProcessingException e) {
            context.fail(e);
            return;
        }
        write(status, bytes, false, errors);
    }

    /**
     * Sends a response.
     *
     * @param bytes   JSON
     * @param hasData whether at least one root field is not null
     * @param errors  those in the response
     */
    void write(int status, byte[] bytes, boolean hasData, List<Map<String, Object>> errors) {
        Operation.current().isAnsweredWith(hasData, errors);
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        boolean gzip = delivery.gzipAccepted() && bytes.length > SHORT;
        byte[] sent = gzip ? Gzip.packed(bytes) : bytes;
        String sentTag = tag == null || !errors.isEmpty() ? null : tag.of(gzip);
        if (sentTag != null && delivery.anyIsKnown()) {
            // If-None-Match: * matches any answer, and now it is certain that there is one.
            response(304, sentTag).end();
            return;
        }
        delivery.send(response(status, sentTag).putHeader("Content-Type", mediaType + "; charset=utf-8"), sent, gzip);
    }

    /** @param sentTag the ETag; null if the answer must not be cached */
    private HttpServerResponse response(int status, String sentTag) {
        HttpServerResponse response = delivery.response(status, sentTag);
        response.headers().add("Vary", "Accept, Accept-Encoding");
        return response.putHeader("Cache-Control", sentTag == null ? "no-store" : "max-age=" + maxAge);
    }
}
