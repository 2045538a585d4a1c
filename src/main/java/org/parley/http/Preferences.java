package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a client prefers for an answer, by its headers {@code Accept} and {@code Accept-Encoding}. Most clients send the same few texts
 * over and over, so the results of the latest are cached.
 *
 * @param mediaType  the media type of an answer to GraphQL; null if the client accepts none that Parley has
 * @param wantsPage  whether the client asks for an HTML page, as a browser does that follows a link
 * @param allowsEvents whether the client can read server-sent events: a subscription is then answered by them
 * @param prefersEvents whether the client likes server-sent events better than JSON: all is then answered by them
 * @param acceptsGzip whether the answer may be gzipped
 */
record Preferences(
        String mediaType, boolean wantsPage, boolean allowsEvents, boolean prefersEvents, boolean acceptsGzip) {
    /** The most texts of each header that are cached, and the most characters of one: 100 kB in all. */
    private static final int MOST = 64;

    private static final int LONGEST = 500;

    private static final Map<String, Accept> ACCEPTED = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> ENCODINGS = new ConcurrentHashMap<>();

    private record Accept(String mediaType, boolean wantsPage, boolean allowsEvents, boolean prefersEvents) {
        static Accept of(List<MIMEHeader> ranges) {
            return new Accept(
                    MediaTypes.ofAnswer(ranges),
                    MediaTypes.asksForPage(ranges),
                    MediaTypes.allowsEvents(ranges),
                    MediaTypes.prefersEvents(ranges));
        }
    }

    /** @throws StringIndexOutOfBoundsException by Vert.x, at an unpaired quotation mark at the end of a header */
    static Preferences of(RoutingContext context) {
        Accept accept =
                cached(ACCEPTED, context.request().getHeader(HttpHeaders.ACCEPT), () -> Accept.of(accepted(context)));
        boolean gzip = cached(
                ENCODINGS,
                context.request().getHeader(HttpHeaders.ACCEPT_ENCODING),
                () -> allowGzip(context.parsedHeaders().acceptEncoding()));
        return new Preferences(
                accept.mediaType(), accept.wantsPage(), accept.allowsEvents(), accept.prefersEvents(), gzip);
    }

    /** Parses all weights now, since Vert.x parses them lazily. */
    private static List<MIMEHeader> accepted(RoutingContext context) {
        List<MIMEHeader> ranges = context.parsedHeaders().accept();
        ranges.forEach(ParsedHeaderValue::weight);
        return ranges;
    }

    /** @param header null if it was not sent */
    private static <T> T cached(Map<String, T> cache, String header, Supplier<T> parsed) {
        String text = header == null ? "" : header;
        T known = cache.get(text);
        if (known != null) {
            return known;
        }
        T result = parsed.get();
        if (text.length() <= LONGEST) {
            if (cache.size() >= MOST) {
                cache.clear();
            }
            cache.put(text, result);
        }
        return result;
    }

    private static boolean allowGzip(List<ParsedHeaderValue> encodings) {
        encodings.forEach(ParsedHeaderValue::weight);
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
