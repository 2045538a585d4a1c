package org.parley.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.parley.graph.ErrorShape;
import org.parley.limit.Admission;
import org.parley.operate.Operations;

/** Which handler answers which path, where Quarkus does not decide it. */
@ApplicationScoped
class Routes {
    private static final Logger LOG = Logger.getLogger(Routes.class);

    private final GraphQLHandler handler;
    private final WebFileHandler files;
    private final SchemaHandler schema;
    private final Admission admission;
    private final Operations operations;

    Routes(
            GraphQLHandler handler,
            WebFileHandler files,
            SchemaHandler schema,
            Admission admission,
            Operations operations) {
        this.handler = handler;
        this.files = files;
        this.schema = schema;
        this.admission = admission;
        this.operations = operations;
    }

    /**
     * Takes SmallRye's routes away, before any of ours is there. No limit holds behind them; and that of its WebSockets, though it
     * passes other requests on, begins a CDI request context of its own for each, and ends it in the midst of the operation.
     */
    static void removeSmallRyes(@Observes @Priority(1) Router router) {
        List<Route> theirs = router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.getPath().startsWith("/graphql"))
                .toList();
        if (theirs.isEmpty()) {
            throw new IllegalStateException(
                    "SmallRye's routes are made later than these: limits would not hold on all ways");
        }
        theirs.forEach(Route::remove);
    }

    void init(@Observes Router router) {
        RouteOrder.METHOD.of(router.route("/graphql")).handler(Methods.ASKING::pass);
        // Those of Quarkus answer whatever method.
        RouteOrder.METHOD
                .of(router.routeWithRegex("/q/(?:health|metrics)(?:/.*)?"))
                .handler(Methods.READING::pass);
        RouteOrder.ANSWER
                .of(router.route("/graphql/schema.graphql"))
                .handler(Routes::readHeaders)
                .handler(schema)
                .failureHandler(this::refuse);
        RouteOrder.ANSWER
                .of(router.route("/graphql"))
                .handler(Routes::readHeaders)
                .handler(operations::begin)
                .blockingHandler(admission.during(operations.reporting(handler)), false)
                .failureHandler(this::refuse);
        RouteOrder.ANSWER.of(router.routeWithRegex("/graphiql")).handler(Routes::leadToExplorer);
        RouteOrder.ANSWER
                .of(router.routeWithRegex(WebFileHandler.PATHS))
                .handler(Routes::readHeaders)
                .handler(files)
                .failureHandler(this::refuse);
    }

    /** To its folder, from where its page finds its files and the server. */
    private static void leadToExplorer(RoutingContext context) {
        if (Methods.READING.admit(context)) {
            String question = context.request().query();
            context.response()
                    .setStatusCode(301)
                    .putHeader("Location", question == null ? "graphiql/" : "graphiql/?" + question)
                    .end();
        }
    }

    /** What failed before it came to the handler, or in it by a fault of Parley's own. */
    private void refuse(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure != null && sendsBody(context.request())) {
            refuseBroken(context, failure);
            return;
        }
        if (failure != null && context.statusCode() == 500) {
            refuseFailed(context, failure);
            return;
        }
        switch (context.statusCode()) {
            case 408 -> refuseTooSlow(context);
            case 400 -> EarlyRefusal.send(
                    context,
                    400,
                    ErrorShape.BAD_REQUEST,
                    "the request must be one of HTTP, with a host and with headers that can be read");
            default -> context.next();
        }
    }

    private static void refuseTooSlow(RoutingContext context) {
        closeAfter(context);
        EarlyRefusal.send(context, 408, ErrorShape.BAD_REQUEST, "the body must be sent faster");
    }

    /** Tells the client that the connection ends with the answer to be sent, and ends it then. */
    static void closeAfter(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(sent -> context.request().connection().close());
    }

    /** Whether more of it is to come. A request without a body is not told to be at its end until it is answered. */
    private static boolean sendsBody(HttpServerRequest request) {
        return !request.isEnded()
                && (request.headers().contains("Transfer-Encoding")
                        || request.headers().contains("Content-Length"));
    }

    /** The body can't be read to its end: what comes after it on the connection would be taken for the rest of it. */
    private static void refuseBroken(RoutingContext context, Throwable failure) {
        LOG.debug("A request broke off", failure);
        if (context.response().closed() || context.response().headWritten()) {
            return;
        }
        closeAfter(context);
        EarlyRefusal.send(
                context, 400, ErrorShape.BAD_REQUEST, "the body must be sent whole, as the request's headers say");
    }

    private static void refuseFailed(RoutingContext context, Throwable failure) {
        LOG.error("A request failed", failure);
        if (!context.response().closed() && !context.response().headWritten()) {
            EarlyRefusal.send(context, 500, ErrorShape.INTERNAL_SERVER_ERROR, ErrorShape.FAILED);
        }
    }

    /** Vert.x reads these headers when somebody asks for them, and fails at a quotation mark that stands alone at the end. */
    private static void readHeaders(RoutingContext context) {
        try {
            context.parsedHeaders().accept().forEach(ParsedHeaderValue::weight);
            context.parsedHeaders().acceptEncoding().forEach(ParsedHeaderValue::weight);
        } catch (StringIndexOutOfBoundsException e) {
            context.fail(400);
            return;
        }
        context.next();
    }
}
