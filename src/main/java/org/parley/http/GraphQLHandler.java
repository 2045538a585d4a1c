package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.OperationDefinition;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;
import org.parley.engine.Engine;
import org.parley.engine.GraphQLResponse;
import org.parley.engine.OperationNotAllowed;
import org.parley.engine.OperationRequest;
import org.parley.graph.ErrorShape;
import org.parley.graph.Outages;
import org.parley.graph.ServiceUnavailable;
import org.parley.limit.Admission;
import org.parley.limit.IntrospectionConfig;
import org.parley.limit.LimitsConfig;
import org.parley.record.Edition;

/**
 * Answers one GraphQL request (as the GraphQL-over-HTTP draft of the GraphQL Foundation defines it). Blocks until it is answered, so it
 * must run on a worker thread. Thread-safe.
 */
@Singleton
final class GraphQLHandler implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(GraphQLHandler.class);

    private final Engine engine;
    private final ObjectMapper mapper;
    private final Requests requests;
    private final PersistedQueries documents;
    private final EntityTags tags;
    private final CacheConfig cache;
    private final IntrospectionConfig introspection;
    private final Edition edition;
    private final Outages outages;
    private final LimitsConfig limits;

    GraphQLHandler(
            Engine engine,
            ObjectMapper mapper,
            PersistedQueries documents,
            EntityTags tags,
            CacheConfig cache,
            IntrospectionConfig introspection,
            Edition edition,
            Outages outages,
            LimitsConfig limits) {
        this.engine = engine;
        this.requests = new Requests(limits.bodyBytes());
        this.mapper = mapper;
        this.documents = documents;
        this.tags = tags;
        this.cache = cache;
        this.introspection = introspection;
        this.edition = edition;
        this.outages = outages;
        this.limits = limits;
    }

    @Override
    public void handle(RoutingContext context) {
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
            answer(documents.resolved(requests.read(context)), method, answer, context);
        } catch (Refusal refusal) {
            answer.refuse(refusal);
        } catch (ServiceUnavailable outage) {
            refuse(outage, answer, context);
        } catch (RuntimeException | StackOverflowError failure) {
            ServiceUnavailable outage = outages.toldBy(failure);
            if (outage == null) {
                LOG.error("An operation failed", failure);
                answer.write(500, ErrorShape.of(ErrorShape.INTERNAL_SERVER_ERROR, ErrorShape.FAILED));
            } else {
                LOG.errorf("%s: %s", outage.code(), failure.getMessage());
                refuse(outage, answer, context);
            }
        }
    }

    private static void refuse(ServiceUnavailable outage, Answer answer, RoutingContext context) {
        context.response().putHeader("Retry-After", "1");
        answer.refuse(new Refusal(503, outage.code(), outage.getMessage()));
    }

    /** Redirects to the explorer by a relative URL, so that it works behind any proxy prefix. */
    private static void leadToExplorer(RoutingContext context) {
        String path = context.request().path();
        String endpoint = path.replaceAll("/+$", "");
        context.response().headers().add("Vary", "Accept");
        context.response()
                .setStatusCode(303)
                .putHeader("Location", "../".repeat(path.length() - endpoint.length()) + "graphiql/")
                .end();
    }

    private void answer(GraphQLRequest request, String method, Answer answer, RoutingContext context) {
        if (request.query() == null || request.query().isBlank()) {
            throw new Refusal(400, "query must be a string with a GraphQL document");
        }
        // Each execution has a CDI request context of its own, so a second run finds nothing of the first and there is
        // nothing to clear.
        Found found = edition.read(() -> find(request, method, answer), () -> {}, limits.time())
                .orElseThrow(() -> beingReplaced(context));
        if (found.response() == null) {
            answer.tellKept();
        } else {
            tell(found.response(), request, answer);
        }
    }

    /** @param response null if the client has the answer in its cache */
    private record Found(GraphQLResponse response) {}

    /** Executes the operation and sends nothing yet: only afterwards is it certain that the record did not change in between. */
    private Found find(GraphQLRequest request, String method, Answer answer) {
        boolean isPost = method.equals("POST");
        if (!isPost) {
            answer.mayBeKept(tags.of(request, answer.mediaType()), cache.maxAge());
        }
        if (answer.isKept()) {
            return new Found(null);
        }
        try {
            return new Found(engine.execute(new OperationRequest(
                    request.query(),
                    request.operationName(),
                    request.variables() == null ? Map.of() : request.variables(),
                    isPost)));
        } catch (OperationNotAllowed e) {
            throw e.kind() == OperationDefinition.Operation.MUTATION
                    ? Refusal.ofMethod("POST", "a mutation must be sent by POST, not " + method)
                    : new Refusal(
                            400,
                            "the operation must be a query: a subscription takes a WebSocket, not " + method
                                    + ", and Parley opens none, for the record changes only when it is loaded anew");
        }
    }

    private static Refusal beingReplaced(RoutingContext context) {
        context.response().putHeader("Retry-After", "1");
        return new Refusal(503, Admission.SERVER_BUSY, "Parley is replacing the record with another one; try again");
    }

    private void tell(GraphQLResponse response, GraphQLRequest request, Answer answer) {
        if (response.wasExecuted()) {
            documents.keep(request);
        }
        // A request that could not be executed is the client's fault: status 400. With application/json it is 200 all
        // the same, as the
        // draft says.
        int status = response.wasExecuted() || answer.mediaType().equals(MediaTypes.JSON) ? 200 : 400;
        answer.write(status, response.json(), response.hasData(), response.errors());
    }
}
