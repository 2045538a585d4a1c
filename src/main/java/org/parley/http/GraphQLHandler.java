package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.parser.InvalidSyntaxException;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.parley.engine.Hints;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;
import org.parley.limit.IntrospectionConfig;
import org.parley.limit.LimitsConfig;
import org.parley.record.Edition;

/** Answers one request of GraphQL over HTTP (the GraphQL Foundation's draft of that name). */
@Singleton
final class GraphQLHandler extends SmallRyeGraphQLAbstractHandler {
    private static final Logger LOG = Logger.getLogger(GraphQLHandler.class);

    private final ExecutionService engine;
    private final ObjectMapper mapper;
    private final GraphQLSchema schema;
    private final Requests requests;
    private final PersistedQueries documents;
    private final EntityTags tags;
    private final CacheConfig cache;
    private final IntrospectionConfig introspection;
    private final CurrentVertxRequest current;
    private final Edition edition;
    private final LimitsConfig limits;

    GraphQLHandler(
            CurrentVertxRequest currentRequest,
            ObjectMapper mapper,
            PersistedQueries documents,
            EntityTags tags,
            CacheConfig cache,
            IntrospectionConfig introspection,
            Edition edition,
            LimitsConfig limits,
            GraphQLSchema schema) {
        super(null, currentRequest, true);
        // Of the model it wants to know only for which fields to make loaders at each request, which their fetchers do
        // at need.
        this.engine = new ExecutionService(schema, new Schema());
        this.schema = schema;
        this.requests = new Requests(limits.bodyBytes());
        this.mapper = mapper;
        this.documents = documents;
        this.tags = tags;
        this.cache = cache;
        this.introspection = introspection;
        this.current = currentRequest;
        this.edition = edition;
        this.limits = limits;
    }

    /**
     * Quarkus ends what belongs to a request as soon as its client is gone, in the midst of the operation, which then has no
     * database any more. Here it ends when both have ended.
     */
    @Override
    protected void doHandle(RoutingContext context) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        gone.runAfterBoth(done, Arc.container().requestContext()::terminate);
        context.response().closeHandler(closed -> gone.complete(null)).exceptionHandler(failure -> gone.complete(null));
        try {
            answer(context);
        } finally {
            done.complete(null);
        }
    }

    private void answer(RoutingContext context) {
        var accepted = context.parsedHeaders().accept();
        String method = context.request().method().name();
        if (introspection.enabled()
                && !method.equals("POST")
                && MediaTypes.asksForPage(accepted)
                && Requests.asksNothing(context)) {
            leadToExplorer(context);
            return;
        }
        String mediaType = MediaTypes.ofAnswer(accepted);
        Answer answer = new Answer(context, mapper, mediaType == null ? MediaTypes.JSON : mediaType);
        try {
            if (mediaType == null) {
                throw new Refusal(406, "accept must allow " + MediaTypes.GRAPHQL_RESPONSE + " or " + MediaTypes.JSON);
            }
            GraphQLRequest request = documents.resolved(requests.read(context));
            check(request, method);
            edition.read(() -> find(context, request, answer), () -> forget(context), limits.time())
                    .orElseThrow(() -> beingReplaced(context))
                    .tell(answer, new Writer(documents, request, answer, hints(request)));
        } catch (Refusal refusal) {
            answer.refuse(refusal);
        }
    }

    /** Which lies beside the endpoint, wherever a proxy has put both. */
    private static void leadToExplorer(RoutingContext context) {
        String path = context.request().path();
        String endpoint = path.replaceAll("/+$", "");
        context.response().headers().add("Vary", "Accept");
        context.response()
                .setStatusCode(303)
                .putHeader("Location", "../".repeat(path.length() - endpoint.length()) + "graphiql/")
                .end();
    }

    /** @throws Refusal if the request is not to be executed, or not this way */
    private static void check(GraphQLRequest request, String method) {
        if (request.query() == null || request.query().isBlank()) {
            throw new Refusal(400, "query must be a string with a GraphQL document");
        }
        switch (request.kind()) {
            case MUTATION -> {
                if (!method.equals("POST")) {
                    throw Refusal.ofMethod("POST", "a mutation must be sent by POST, not " + method);
                }
            }
            case SUBSCRIPTION -> throw new Refusal(
                    400,
                    "the operation must be a query: a subscription takes a WebSocket, not " + method
                            + ", and Parley opens none, for the record changes only when it is loaded anew");
            case QUERY -> {
                // any method that can carry a request will do
            }
        }
    }

    private Function<GraphQLError, String> hints(GraphQLRequest request) {
        return introspection.enabled() ? new Hints(schema, request::parsed)::of : error -> "";
    }

    /** Reads the record, and sends nothing yet. */
    private Found find(RoutingContext context, GraphQLRequest request, Answer answer) {
        Found found = new Found();
        if (!context.request().method().name().equals("POST")) {
            answer.mayBeKept(tags.of(request, answer.mediaType()), cache.maxAge());
        }
        if (!answer.isKept()) {
            Operation.current().asks(request.query());
            engine.executeSync(request.toJson(), getMetaData(context), found);
        }
        return found;
    }

    /** What was read for a request is in what belongs to it: the rows of the session, the ids that were checked. */
    private void forget(RoutingContext context) {
        ManagedContext ofRequest = Arc.container().requestContext();
        ofRequest.terminate();
        ofRequest.activate();
        current.setCurrent(context);
    }

    private static Refusal beingReplaced(RoutingContext context) {
        context.response().putHeader("Retry-After", "1");
        return new Refusal(503, "SERVER_BUSY", "Parley puts another record in the place of this one; try again");
    }

    /** What the engine found, until it is certain that all of it is of one record. Nothing, where the client has kept the answer. */
    private static final class Found implements ExecutionResponseWriter {
        private ExecutionResponse response;
        private Throwable failure;

        @Override
        public void write(ExecutionResponse found) {
            response = found;
        }

        @Override
        public void fail(Throwable fault) {
            failure = fault;
        }

        void tell(Answer answer, ExecutionResponseWriter writer) {
            if (response != null) {
                writer.write(response);
            } else if (failure != null) {
                writer.fail(failure);
            } else {
                answer.tellKept();
            }
        }
    }

    /** Turns what the engine found into the answer. */
    private record Writer(
            PersistedQueries documents, GraphQLRequest request, Answer answer, Function<GraphQLError, String> hints)
            implements ExecutionResponseWriter {

        @Override
        public void write(ExecutionResponse response) {
            ExecutionResult result = response.getExecutionResult();
            Map<String, Object> body = new LinkedHashMap<>();
            if (!result.getErrors().isEmpty()) {
                Map<String, Object> syntax = result.isDataPresent() ? null : syntaxError();
                body.put("errors", syntax == null ? ErrorShape.shaped(result.getErrors(), hints) : List.of(syntax));
            }
            if (result.isDataPresent()) {
                body.put("data", result.getData());
                documents.keep(request);
            }
            // A request that could not be executed at all is the client's fault; under application/json it is 200 all
            // the same.
            int status = result.isDataPresent() || answer.mediaType().equals(MediaTypes.JSON) ? 200 : 400;
            answer.write(status, body);
        }

        /** SmallRye says of a document that it can't parse no more than that; null if the document can be parsed. */
        private Map<String, Object> syntaxError() {
            try {
                request.parsed();
                return null;
            } catch (InvalidSyntaxException e) {
                return ErrorShape.syntaxError(e);
            }
        }

        @Override
        public void fail(Throwable failure) {
            Map<String, Object> syntax = failure instanceof NumberFormatException ? syntaxError() : null;
            if (syntax != null) {
                answer.write(answer.mediaType().equals(MediaTypes.JSON) ? 200 : 400, Map.of("errors", List.of(syntax)));
                return;
            }
            LOG.error("An operation failed", failure);
            answer.write(500, ErrorShape.body(ErrorShape.INTERNAL_SERVER_ERROR, ErrorShape.FAILED));
        }
    }
}
