package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
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

    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final Map<String, CharSequence> CONTENT_TYPES = Map.of(
            MediaTypes.JSON, HttpHeaders.createOptimized(MediaTypes.JSON + "; charset=utf-8"),
            MediaTypes.GRAPHQL_RESPONSE, HttpHeaders.createOptimized(MediaTypes.GRAPHQL_RESPONSE + "; charset=utf-8"));

    private static final CharSequence VARY_OF_PAGE = HttpHeaders.createOptimized("Accept-Encoding");

    private final RoutingContext context;
    private final boolean isPage;
    private final String mediaType;
    private final Delivery delivery;

    private EntityTag tag;
    private int maxAge;
    private Buffer plain;
    private Buffer gzipped;

    /** @param preferences if they allow no media type, the answer is {@code application/json} */
    Answer(RoutingContext context, Preferences preferences) {
        this.context = context;
        this.isPage = false;
        this.mediaType = preferences.mediaType() == null ? MediaTypes.JSON : preferences.mediaType();
        this.delivery = new Delivery(context, preferences.acceptsGzip());
    }

    /**
     * A page, or another form of it: each client asks again whether it has changed.
     *
     * @param contentType the value of the header Content-Type
     */
    Answer(RoutingContext context, String contentType, boolean acceptsGzip) {
        this.context = context;
        this.isPage = true;
        this.mediaType = contentType;
        this.delivery = new Delivery(context, acceptsGzip);
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * @param tag    the ETag of the answer
     * @param maxAge seconds for which a client may reuse the answer without asking
     */
    void mayBeKept(EntityTag tag, int maxAge) {
        this.tag = tag;
        this.maxAge = maxAge;
    }

    /** Takes back {@link #mayBeKept}, since the answer has errors. */
    void mayNotBeKept() {
        tag = null;
    }

    /** Null if the client must not cache the answer. */
    EntityTag tag() {
        return tag;
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

    void refuse(Refusal refusal, ObjectMapper mapper) {
        refusal.fields().forEach(context.response()::putHeader);
        refuse(refusal.status(), refusal.code(), refusal.getMessage(), mapper);
    }

    void refuse(int status, String code, String sentence, ObjectMapper mapper) {
        List<Map<String, Object>> errors = List.of(ErrorShape.of(code, sentence));
        Operation.current().isAnsweredWith(false, errors);
        tag = null;
        byte[] bytes;
        try {
            bytes = mapper.writeValueAsBytes(Map.of("errors", errors));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer can't be written as JSON", e);
        }
        write(bytes);
        send(status);
    }

    /** Sets the body, JSON in UTF-8, which is to be sent by {@link #send}; gzips it if that is what the client gets. */
    void write(byte[] bytes) {
        is(Buffer.buffer(bytes), delivery.gzipAccepted() && isLong(bytes.length) ? packed(bytes) : null);
    }

    /**
     * Sets the body, which is to be sent by {@link #send}.
     *
     * @param gzippedBody null if the body is not to be sent gzipped
     */
    void is(Buffer body, Buffer gzippedBody) {
        plain = body;
        gzipped = gzippedBody;
    }

    Buffer plain() {
        return plain;
    }

    /** Null if it was not asked for, or is not worth while. */
    Buffer gzipped() {
        return gzipped;
    }

    /** Whether a body of so many bytes is gzipped for a client that accepts that. */
    static boolean isLong(int length) {
        return length > SHORT;
    }

    static Buffer packed(byte[] plain) {
        return Buffer.buffer(Gzip.packed(plain));
    }

    /** Sends the body. An answer with a tag must have no errors. */
    void send(int status) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        boolean gzip = delivery.gzipAccepted() && gzipped != null;
        String sentTag = tag == null ? null : tag.of(gzip);
        if (sentTag != null && delivery.anyIsKnown()) {
            // If-None-Match: * matches any answer, and now it is certain that there is one.
            response(304, sentTag).end();
            return;
        }
        HttpServerResponse response = response(status, sentTag);
        response.headers().set(HttpHeaders.CONTENT_TYPE, CONTENT_TYPES.getOrDefault(mediaType, mediaType));
        delivery.send(response, gzip ? gzipped : plain, gzip);
    }

    /** @param sentTag the ETag; null if the answer must not be cached */
    private HttpServerResponse response(int status, String sentTag) {
        HttpServerResponse response = delivery.response(status, sentTag);
        response.headers().add(HttpHeaders.VARY, isPage ? VARY_OF_PAGE : VARY);
        response.headers()
                .set(HttpHeaders.CACHE_CONTROL, sentTag == null ? NO_STORE : isPage ? "no-cache" : "max-age=" + maxAge);
        return response;
    }
}
