package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.parley.graph.ErrorShape;

/** Answers one request of GraphQL over HTTP (the GraphQL Foundation's draft of that name), by POST. */
final class GraphQLHandler extends SmallRyeGraphQLAbstractHandler {
    private static final Logger LOG = Logger.getLogger(GraphQLHandler.class);

    private static final String JSON = "application/json";
    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    private final ObjectMapper mapper;

    GraphQLHandler(CurrentVertxRequest currentRequest, ObjectMapper mapper) {
        super(null, currentRequest, true);
        this.mapper = mapper;
    }

    @Override
    protected void doHandle(RoutingContext context) {
        String answerType = answerType(context);
        if (answerType == null) {
            refuse(context, JSON, 406, "accept must allow " + GRAPHQL_RESPONSE + " or " + JSON);
        } else if (!context.request().method().name().equals("POST")) {
            context.response().putHeader("Allow", "POST");
            refuse(
                    context,
                    answerType,
                    405,
                    "the method must be POST, not " + context.request().method().name());
        } else if (!isJson(context.request().getHeader("Content-Type"))) {
            refuse(context, answerType, 415, "content-type must be " + JSON + " in UTF-8");
        } else {
            answer(context, answerType);
        }
    }

    private void answer(RoutingContext context, String answerType) {
        String body = context.body().asString("UTF-8");
        String fault = fault(body);
        if (fault != null) {
            refuse(context, answerType, 400, fault);
            return;
        }
        JsonObject request;
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            request = reader.readObject();
        }
        getExecutionService()
                .executeSync(
                        request, getMetaData(context), new Writer(context, answerType, request.getString("query")));
    }

    /** What keeps a body from being a request, or null. */
    private String fault(String body) {
        JsonNode request;
        try {
            request = body == null || body.isBlank() ? null : mapper.readTree(body);
        } catch (JsonProcessingException e) {
            return "the body must be JSON: line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + " is not";
        }
        if (request == null || !request.isObject()) {
            return "the body must be a JSON object with a query";
        }
        if (!request.path("query").isTextual() || request.path("query").asText().isBlank()) {
            return "query must be a string with a GraphQL document";
        }
        if (!isAbsentOr(
                request.path("operationName"), request.path("operationName").isTextual())) {
            return "operationName must be a string or null";
        }
        if (!isAbsentOr(request.path("variables"), request.path("variables").isObject())) {
            return "variables must be an object or null";
        }
        if (!isAbsentOr(request.path("extensions"), request.path("extensions").isObject())) {
            return "extensions must be an object or null";
        }
        return null;
    }

    private static boolean isAbsentOr(JsonNode value, boolean right) {
        return value.isMissingNode() || value.isNull() || right;
    }

    /** JSON in UTF-8. The bundled explorer names the type twice, with a comma between; no form of a web page can do that. */
    private static boolean isJson(String contentType) {
        return contentType != null && Stream.of(contentType.split(",")).allMatch(GraphQLHandler::isOneJson);
    }

    private static boolean isOneJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return parts[0].strip().equals(JSON);
    }

    /** The media type that the client likes best of the two; null if it takes neither. */
    private static String answerType(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        String best = null;
        float bestWeight = 0;
        for (var range : context.parsedHeaders().accept()) {
            String type = matching(range.rawValue().split(";")[0].strip().toLowerCase(Locale.ROOT));
            if (type != null && range.weight() > bestWeight) {
                best = type;
                bestWeight = range.weight();
            }
        }
        return best;
    }

    private static String matching(String range) {
        return switch (range) {
            case GRAPHQL_RESPONSE -> GRAPHQL_RESPONSE;
            case JSON, "application/*", "*/*" -> JSON;
            default -> null;
        };
    }

    private void refuse(RoutingContext context, String answerType, int status, String sentence) {
        write(
                context,
                answerType,
                status,
                Map.of("errors", List.of(ErrorShape.error(ErrorShape.BAD_REQUEST, sentence))));
    }

    private void write(RoutingContext context, String answerType, int status, Map<String, Object> body) {
        try {
            Buffer bytes = Buffer.buffer(mapper.writeValueAsBytes(body));
            if (!context.response().ended() && !context.response().closed()) {
                context.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", answerType + "; charset=utf-8")
                        .end(bytes);
            }
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    private final class Writer implements ExecutionResponseWriter {
        private final RoutingContext context;
        private final String answerType;
        private final String query;

        Writer(RoutingContext context, String answerType, String query) {
            this.context = context;
            this.answerType = answerType;
            this.query = query;
        }

        @Override
        public void write(ExecutionResponse response) {
            ExecutionResult result = response.getExecutionResult();
            Map<String, Object> body = new LinkedHashMap<>();
            if (!result.getErrors().isEmpty()) {
                Map<String, Object> syntax = result.isDataPresent() ? null : syntaxError();
                body.put("errors", syntax == null ? ErrorShape.shaped(result.getErrors()) : List.of(syntax));
            }
            if (result.isDataPresent()) {
                body.put("data", result.getData());
            }
            // A request that could not be executed at all is the client's fault; under application/json it is 200 all
            // the same.
            int status = result.isDataPresent() || answerType.equals(JSON) ? 200 : 400;
            GraphQLHandler.this.write(context, answerType, status, body);
        }

        /** SmallRye says of a document that it can't parse no more than that; null if the document can be parsed. */
        private Map<String, Object> syntaxError() {
            try {
                new Parser().parseDocument(query);
                return null;
            } catch (InvalidSyntaxException e) {
                return ErrorShape.syntaxError(e);
            }
        }

        @Override
        public void fail(Throwable failure) {
            LOG.error("An operation failed", failure);
            GraphQLHandler.this.write(
                    context,
                    answerType,
                    500,
                    Map.of(
                            "errors",
                            List.of(ErrorShape.error(ErrorShape.INTERNAL_SERVER_ERROR, "Parley failed to answer."))));
        }
    }
}
