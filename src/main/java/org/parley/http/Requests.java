package org.parley.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.parley.graph.ErrorShape;
import org.parley.graph.InvalidArgument;

/** Parses the GraphQL request in an HTTP request: the body of a POST, or the URL parameters. Thread-safe. */
final class Requests {
    /** The URL parameters of a GraphQL request; all others are ignored. */
    private static final List<String> PARAMETERS =
            List.of("query", "documentId", "operationName", "variables", "extensions");

    /** A URL with more parameters is longer than the server accepts (16 KiB). */
    private static final int MOST_PARAMETERS = 16_384;

    private static final String GZIP = "gzip";
    private static final Set<String> GZIPPED = Set.of(GZIP, "x-gzip");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final int largest;

    /** @param largest the most bytes that a body may have */
    Requests(int largest) {
        this.largest = largest;
    }

    /** Whether the URL has no GraphQL parameter, or only empty ones. */
    static boolean asksNothing(RoutingContext context) {
        Map<String, List<String>> parameters = parameters(context.request().uri());
        return PARAMETERS.stream().allMatch(name -> parameters.getOrDefault(name, List.of()).stream()
                .allMatch(String::isEmpty));
    }

    /** @throws Refusal if the request holds no valid GraphQL request */
    GraphQLRequest read(RoutingContext context) {
        if (context.request().method() != HttpMethod.POST) {
            return fromAddress(parameters(context.request().uri()));
        }
        if (!MediaTypes.isJson(context.request().getHeader("Content-Type"))) {
            throw Refusal.ofMediaType(MediaTypes.JSON, "content-type must be " + MediaTypes.JSON + " in UTF-8");
        }
        Buffer body = context.body().buffer();
        return fromBody(text(plain(
                body == null ? new byte[0] : body.getBytes(), context.request().getHeader("Content-Encoding"))));
    }

    /** @param coding the header Content-Encoding; null if the request has none */
    private byte[] plain(byte[] body, String coding) {
        String known = coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
        if (known.isEmpty() || known.equals("identity")) {
            return body;
        }
        if (!GZIPPED.contains(known)) {
            throw Refusal.ofCoding(
                    GZIP, "content-encoding must be gzip or left out, not " + InvalidArgument.shown(coding));
        }
        byte[] plain;
        try {
            plain = Gzip.unpacked(body, largest);
        } catch (ZipException e) {
            throw new Refusal(400, "the body must be gzip, as content-encoding says");
        }
        if (plain == null) {
            throw new Refusal(
                    413,
                    ErrorShape.BODY_TOO_LARGE,
                    "the body must have at most " + largest + " bytes, once it is unpacked");
        }
        return plain;
    }

    private static String text(byte[] body) {
        int start =
                Arrays.mismatch(body, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length || Arrays.equals(body, BYTE_ORDER_MARK)
                        ? BYTE_ORDER_MARK.length
                        : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body, start, body.length - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "the body must be UTF-8");
        }
    }

    private GraphQLRequest fromBody(String body) {
        JsonNode request = object("the body", body.isBlank() ? "null" : body);
        if (request == null) {
            throw new Refusal(400, "the body must be a JSON object with a query");
        }
        return from(request);
    }

    /** @throws Refusal if a member has another type than GraphQL over HTTP says */
    static GraphQLRequest from(JsonNode request) {
        return new GraphQLRequest(
                text(request, "query", "a string with a GraphQL document"),
                text(request, "documentId", "a string or null"),
                text(request, "operationName", "a string or null"),
                member(request, "variables"),
                member(request, "extensions"));
    }

    /** A URL with invalid percent-encoding never gets here: Quarkus refuses it. */
    private static Map<String, List<String>> parameters(String address) {
        return new QueryStringDecoder(address, StandardCharsets.UTF_8, true, MOST_PARAMETERS, true).parameters();
    }

    private GraphQLRequest fromAddress(Map<String, List<String>> parameters) {
        return new GraphQLRequest(
                parameter(parameters, "query"),
                parameter(parameters, "documentId"),
                parameter(parameters, "operationName"),
                members(object("variables", parameter(parameters, "variables"))),
                members(object("extensions", parameter(parameters, "extensions"))));
    }

    /** Null if left out or empty: an HTML form always sends its empty fields, too. */
    private static String parameter(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Refusal(400, name + " must be given once, not " + values.size() + " times");
        }
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    /**
     * Parses a JSON object.
     *
     * @return null if the text is null, or is JSON's {@code null}
     */
    private static JsonNode object(String name, String text) {
        if (text == null) {
            return null;
        }
        JsonNode node;
        try {
            node = Json.read(text);
        } catch (JsonProcessingException e) {
            throw new Refusal(400, name + " must be JSON" + where(e.getLocation()));
        } catch (NumberFormatException e) {
            throw new Refusal(400, name + " must be JSON in which no exponent has more than ten digits");
        }
        if (node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            throw new Refusal(400, name + " must be a JSON object");
        }
        return node;
    }

    /** @param location null if Jackson's limits on nesting and digits were exceeded */
    private static String where(JsonLocation location) {
        return location == null
                ? " of at most " + Json.LEVELS + " levels, in which no number has more than " + Json.DIGITS + " digits"
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr() + " is not";
    }

    private static String text(JsonNode request, String name, String rule) {
        JsonNode value = request.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new Refusal(400, name + " must be " + rule);
        }
        return value.textValue();
    }

    private static Map<String, Object> member(JsonNode request, String name) {
        JsonNode value = request.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw new Refusal(400, name + " must be an object or null");
        }
        return Json.members(value);
    }

    private static Map<String, Object> members(JsonNode object) {
        return object == null ? null : Json.members(object);
    }
}
