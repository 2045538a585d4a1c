package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.OperationDefinition;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.parley.engine.Engine;
import org.parley.engine.GraphQLResponse;
import org.parley.engine.Need;
import org.parley.engine.OperationNotAllowed;
import org.parley.engine.OperationRequest;
import org.parley.graph.ErrorShape;
import org.parley.graph.MustWait;
import org.parley.graph.Operation;
import org.parley.graph.Outages;
import org.parley.graph.ServiceUnavailable;
import org.parley.limit.Admission;
import org.parley.limit.IntrospectionConfig;
import org.parley.limit.LimitsConfig;
import org.parley.operate.Operations;
import org.parley.record.Edition;

/**
 * Answers one GraphQL request (as the GraphQL-over-HTTP draft of the GraphQL Foundation defines it). Blocks until it is answered, so it
 * must run on a worker thread. Thread-safe.
 */
@Singleton
final class GraphQLHandler implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(GraphQLHandler.class);

    static final String BEING_REPLACED = "Parley is replacing the record with another one; try again";

    /** In bytes. A longer body is parsed on a worker thread. */
    private static final int SHORT = 16_384;

    private static final String PARSED = "parley.parsed";
    private static final String AT_ONCE = "parley.at-once";

    private final Engine engine;
    private final ObjectMapper mapper;
    private final Requests requests;
    private final PersistedQueries documents;
    private final EntityTags tags;
    private final MaxAge maxAge;
    private final IntrospectionConfig introspection;
    private final Edition edition;
    private final Outages outages;
    private final LimitsConfig limits;
    private final KeptAnswers kept;
    private final Operations operations;
    private final EventStreams streams;
    private final Handler<RoutingContext> reporting;

    GraphQLHandler(
            Engine engine,
            ObjectMapper mapper,
            PersistedQueries documents,
            EntityTags tags,
            MaxAge maxAge,
            IntrospectionConfig introspection,
            Edition edition,
            Outages outages,
            LimitsConfig limits,
            KeptAnswers kept,
            Operations operations,
            EventStreams streams) {
        this.engine = engine;
        this.requests = new Requests(limits.bodyBytes());
        this.mapper = mapper;
        this.documents = documents;
        this.tags = tags;
        this.maxAge = maxAge;
        this.introspection = introspection;
        this.edition = edition;
        this.outages = outages;
        this.limits = limits;
        this.kept = kept;
        this.operations = operations;
        this.streams = streams;
        this.reporting = operations.reporting(this);
    }

    /**
     * A route handler for the event loop: answers a request that asks no database, or only for few records, which are in memory. Passes
     * all others on, parsed, unless parsing might take long.
     */
    void answerAtOnce(RoutingContext context) {
        Need need = isShort(context) && !Preferences.of(context).prefersEvents() ? need(context) : Need.DATABASE;
        if (need != Need.DATABASE) {
            context.put(AT_ONCE, need);
            operations.begin(context);
            Operation.current().hastens();
            try {
                reporting.handle(context);
                return;
            } catch (MustWait e) {
                context.remove(AT_ONCE);
            }
        }
        context.next();
    }

    private static boolean isShort(RoutingContext context) {
        return context.body().length() <= SHORT && !context.request().headers().contains(HttpHeaders.CONTENT_ENCODING);
    }

    private Need need(RoutingContext context) {
        try {
            GraphQLRequest sent = requests.read(context);
            context.put(PARSED, sent);
            GraphQLRequest request = documents.resolved(sent);
            return request.query() == null ? Need.DATABASE : engine.need(asked(request, isPost(context)));
        } catch (Refusal refusal) {
            // The worker finds the same, and tells the client.
            return Need.DATABASE;
        }
    }

    private static boolean isPost(RoutingContext context) {
        return context.request().method() == HttpMethod.POST;
    }

    @Override
    public void handle(RoutingContext context) {
        Preferences preferences = Preferences.of(context);
        if (introspection.enabled() && !isPost(context) && preferences.wantsPage() && Requests.asksNothing(context)) {
            leadToExplorer(context);
            return;
        }
        Answer answer = new Answer(context, preferences);
        try {
            if (preferences.mediaType() == null && !preferences.allowsEvents()) {
                throw new Refusal(
                        406,
                        "accept must allow " + MediaTypes.GRAPHQL_RESPONSE + " or " + MediaTypes.JSON + ", or "
                                + MediaTypes.EVENTS);
            }
            GraphQLRequest parsed = context.get(PARSED);
            GraphQLRequest sent = parsed == null ? requests.read(context) : parsed;
            GraphQLRequest request = withDocument(sent);
            OperationRequest asked = asked(request, isPost(context));
            boolean isSubscription = preferences.allowsEvents() && engine.isSubscription(asked);
            if (isSubscription || preferences.prefersEvents()) {
                answerByEvents(asked, isSubscription, context);
            } else {
                answer(request, sent.query() == null, answer, context);
            }
        } catch (Refusal refusal) {
            answer.refuse(refusal, mapper);
        } catch (ServiceUnavailable outage) {
            refuse(outage, answer, context);
        } catch (MustWait e) {
            throw e;
        } catch (RuntimeException | StackOverflowError failure) {
            ServiceUnavailable outage = outages.toldBy(failure);
            if (outage == null) {
                LOG.error("An operation failed", failure);
                answer.refuse(500, ErrorShape.INTERNAL_SERVER_ERROR, ErrorShape.FAILED, mapper);
            } else {
                LOG.errorf("%s: %s", outage.code(), failure.getMessage());
                refuse(outage, answer, context);
            }
        }
    }

    private void refuse(ServiceUnavailable outage, Answer answer, RoutingContext context) {
        context.response().putHeader("Retry-After", "1");
        answer.refuse(503, outage.code(), outage.getMessage(), mapper);
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

    private GraphQLRequest withDocument(GraphQLRequest sent) {
        GraphQLRequest request = documents.resolved(sent);
        if (request.query() == null || request.query().isBlank()) {
            throw new Refusal(400, "query must be a string with a GraphQL document");
        }
        return request;
    }

    private void answerByEvents(OperationRequest asked, boolean isSubscription, RoutingContext context) {
        GraphQLResponse response;
        if (isSubscription) {
            streams.mustHaveRoom();
            response = engine.subscribe(asked, query -> streams.open(query, context));
        } else if (isPost(context) && engine.isMutation(asked)) {
            response = execute(asked, context);
        } else {
            response = edition.read(() -> execute(asked, context), () -> {}, limits.time())
                    .orElseThrow(() -> beingReplaced(context));
        }
        if (response != null) {
            Operation.current().isAnsweredWith(response.hasData(), response.errors());
            EventStreams.single(response.json(), context);
        }
    }

    /** @param isByName whether the request names a document that Parley knows, and does not bring it */
    private void answer(GraphQLRequest request, boolean isByName, Answer answer, RoutingContext context) {
        // Each execution has a CDI request context of its own, so a second run finds nothing of the first and there is
        // nothing to clear.
        Found found = found(request, answer, context);
        if (found.response() == null) {
            answer.tellKept();
        } else {
            boolean isNamed = found.response().wasExecuted() && documents.keep(request);
            // A request that names its document and brings it has to get here each time, so that the document is known.
            tell(found, answer, context, !isNamed || isByName);
        }
    }

    private Found found(GraphQLRequest request, Answer answer, RoutingContext context) {
        Need atOnce = context.get(AT_ONCE);
        if (atOnce == Need.NOTHING) {
            return find(request, answer, context);
        }
        if (isPost(context) && engine.isMutation(asked(request, true))) {
            // It changes the record itself, and must not run twice.
            return find(request, answer, context);
        }
        Supplier<Found> reading = () -> find(request, answer, context);
        // The event loop must not wait for a replacement.
        return atOnce == null
                ? edition.read(reading, () -> {}, limits.time()).orElseThrow(() -> beingReplaced(context))
                : edition.read(reading, () -> {}, Duration.ZERO).orElseThrow(MustWait::new);
    }

    /**
     * @param response null if the client has the answer in its cache
     * @param of       the record that was read
     */
    private record Found(GraphQLResponse response, Edition.Served of) {}

    /** Executes the operation and sends nothing yet: only afterwards is it certain that the record did not change in between. */
    private Found find(GraphQLRequest request, Answer answer, RoutingContext context) {
        Edition.Served served = edition.served();
        if (!isPost(context) && Operations.requester(context) == null) {
            answer.mayBeKept(tags.of(request, answer.mediaType()), maxAge.seconds());
        }
        if (answer.isKept()) {
            return new Found(null, served);
        }
        return new Found(execute(asked(request, isPost(context)), context), served);
    }

    private GraphQLResponse execute(OperationRequest request, RoutingContext context) {
        String method = context.request().method().name();
        try {
            return engine.execute(request);
        } catch (OperationNotAllowed e) {
            throw e.kind() == OperationDefinition.Operation.MUTATION
                    ? Refusal.ofMethod("POST", "a mutation must be sent by POST, not " + method)
                    : new Refusal(
                            400,
                            "the operation must be a query: a subscription is answered by server-sent events, with the header Accept: "
                                    + MediaTypes.EVENTS);
        }
    }

    private static OperationRequest asked(GraphQLRequest request, boolean isPost) {
        return new OperationRequest(
                request.query(),
                request.operationName(),
                request.variables() == null ? Map.of() : request.variables(),
                isPost);
    }

    private static Refusal beingReplaced(RoutingContext context) {
        context.response().putHeader("Retry-After", "1");
        return new Refusal(503, Admission.SERVER_BUSY, BEING_REPLACED);
    }

    private void tell(Found found, Answer answer, RoutingContext context, boolean maySkip) {
        GraphQLResponse response = found.response();
        Operation.current().isAnsweredWith(response.hasData(), response.errors());
        // A request that could not be executed is the client's fault: status 400. With application/json it is 200 all
        // the same, as the
        // draft says.
        int status = response.wasExecuted() || answer.mediaType().equals(MediaTypes.JSON) ? 200 : 400;
        answer.write(response.json());
        if (!response.errors().isEmpty()) {
            answer.mayNotBeKept();
        } else if (maySkip) {
            keep(found.of(), answer, context);
        }
        answer.send(status);
    }

    /** Puts an answer without errors into the cache, unless it is one to a mutation. */
    private void keep(Edition.Served of, Answer answer, RoutingContext context) {
        RequestKey key = KeptAnswersHandler.key(context);
        if (key != null && of != null && "query".equals(Operation.current().type())) {
            kept.keep(
                    key, new KeptAnswer(of, null, answer.plain(), answer.gzipped(), answer.tag(), operations.toKeep()));
        }
    }
}
