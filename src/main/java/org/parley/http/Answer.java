package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.parley.graph.ErrorShape;

/** Writes the one answer to a request. */
final class Answer {
    private final RoutingContext context;
    private final ObjectMapper mapper;
    private final String mediaType;

    Answer(RoutingContext context, ObjectMapper mapper, String mediaType) {
        this.context = context;
        this.mapper = mapper;
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    void refuse(Refusal refusal) {
        if (refusal.allowedMethods() != null) {
            context.response().putHeader("Allow", refusal.allowedMethods());
        }
        write(refusal.status(), Map.of("errors", List.of(ErrorShape.error(refusal.code(), refusal.getMessage()))));
    }

    void write(int status, Map<String, Object> body) {
        try {
            byte[] bytes = mapper.writeValueAsBytes(body);
            HttpServerResponse response = context.response();
            if (!response.ended() && !response.closed()) {
                response.setStatusCode(status)
                        .putHeader("Content-Type", mediaType + "; charset=utf-8")
                        .putHeader("Content-Length", Integer.toString(bytes.length))
                        .end(Buffer.buffer(bytes));
            }
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
