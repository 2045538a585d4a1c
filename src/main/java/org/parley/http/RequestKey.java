package org.parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/**
 * All of a request that its answer depends on, besides the record: two requests with the same key have the same answer. It is the
 * request as it was sent, so that it takes no parsing; the same question in other words has another key.
 *
 * <p>Immutable. Clients choose the bytes and can make many of the same hash; the order lets the hash table find a key among them by
 * binary search (Java's {@code ConcurrentHashMap}, and so Caffeine).
 */
final class RequestKey implements Comparable<RequestKey> {
    /** In bytes. A longer request is not cached: its hash is computed on the event loop. */
    private static final int LONGEST = 65_536;

    private static final Comparator<RequestKey> ORDER = Comparator.<RequestKey, byte[]>comparing(
                    key -> key.asked, Arrays::compare)
            .thenComparing(key -> key.mediaType)
            .thenComparing(key -> key.contentType)
            .thenComparing(key -> key.contentEncoding);

    private final byte[] asked;
    private final String mediaType;
    private final String contentType;
    private final String contentEncoding;
    private final int hash;

    private RequestKey(byte[] asked, String mediaType, String contentType, String contentEncoding) {
        this.asked = asked;
        this.mediaType = mediaType;
        this.contentType = contentType;
        this.contentEncoding = contentEncoding;
        this.hash = 31 * Arrays.hashCode(asked) + mediaType.hashCode();
    }

    /**
     * The key of a request whose body is complete.
     *
     * @param mediaType of the answer
     * @return null if the request is too long to be cached, or has no body
     */
    static RequestKey of(RoutingContext context, String mediaType) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.POST) {
            // No Content-Type is empty here and not there, so a GET can't have the key of a POST.
            return new RequestKey(request.uri().getBytes(StandardCharsets.UTF_8), mediaType, "", "");
        }
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        Buffer body = context.body().buffer();
        if (contentType == null || contentType.isEmpty() || body == null || body.length() > LONGEST) {
            return null;
        }
        return new RequestKey(
                body.getBytes(),
                mediaType,
                contentType,
                Objects.toString(request.getHeader(HttpHeaders.CONTENT_ENCODING), ""));
    }

    /** In bytes of heap, about. */
    int size() {
        return asked.length + contentType.length() + contentEncoding.length() + 150;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestKey key
                && hash == key.hash
                && Arrays.equals(asked, key.asked)
                && mediaType.equals(key.mediaType)
                && contentType.equals(key.contentType)
                && contentEncoding.equals(key.contentEncoding);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(RequestKey other) {
        return ORDER.compare(this, other);
    }
}
