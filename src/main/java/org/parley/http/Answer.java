package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.DateFormatter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;
import org.parley.http.EntityTags.EntityTag;

/** Writes the one answer to a request. Nobody may keep it, unless it is told otherwise. */
final class Answer {
    /** A longer answer is compressed, in bytes; a shorter one fits into one packet anyway. */
    private static final int SHORT = 1024;

    private final RoutingContext context;
    private final ObjectMapper mapper;
    private final String mediaType;
    private final boolean gzipAccepted;

    private EntityTag tag;
    private int maxAge;

    Answer(RoutingContext context, ObjectMapper mapper, String mediaType) {
        this.context = context;
        this.mapper = mapper;
        this.mediaType = mediaType;
        this.gzipAccepted = allowGzip(context.parsedHeaders().acceptEncoding());
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
        if (tag == null) {
            return false;
        }
        String kept = kept();
        String known = gzipAccepted && kept.contains(tag.gzipped())
                ? tag.gzipped()
                : kept.contains(tag.plain()) ? tag.plain() : null;
        if (known != null) {
            response(304, known).end();
        }
        return known != null;
    }

    private String kept() {
        return String.join(",", context.request().headers().getAll("If-None-Match"));
    }

    void refuse(Refusal refusal) {
        if (refusal.allowedMethods() != null) {
            context.response().putHeader("Allow", refusal.allowedMethods());
        }
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
        boolean gzip = gzipAccepted && bytes.length > SHORT;
        byte[] sent = gzip ? gzip(bytes) : bytes;
        String sentTag = tag == null || body.containsKey("errors") ? null : gzip ? tag.gzipped() : tag.plain();
        if (sentTag != null && kept().strip().equals("*")) {
            // Whatever the client keeps will do, now that there is an answer at all.
            response(304, sentTag).end();
            return;
        }
        HttpServerResponse response = response(status, sentTag)
                .putHeader("Content-Type", mediaType + "; charset=utf-8")
                .putHeader("Content-Length", Integer.toString(sent.length));
        if (gzip) {
            response.putHeader("Content-Encoding", "gzip");
        } else if (context.request().headers().contains("Accept-Encoding")
                && context.request().method() != HttpMethod.HEAD) {
            // Keeps the server from compressing it, and is not sent.
            response.putHeader("Content-Encoding", "identity");
        }
        response.end(Buffer.buffer(sent));
    }

    /** @param sentTag null if the answer may not be kept */
    private HttpServerResponse response(int status, String sentTag) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.headers().add("Vary", "Accept, Accept-Encoding").set("Date", DateFormatter.format(new Date()));
        if (sentTag != null) {
            response.putHeader("ETag", sentTag);
        }
        return response.putHeader("Cache-Control", sentTag == null ? "no-store" : "max-age=" + maxAge);
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

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
