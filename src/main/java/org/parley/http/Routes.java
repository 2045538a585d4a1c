package org.parley.http;

import io.vertx.core.http.HttpServerRequest;
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
import org.parley.pages.PageAddress;

/** Which handler answers which path, except the paths that Quarkus serves itself. */
@ApplicationScoped
class Routes {
    private static final Logger LOG = Logger.getLogger(Routes.class);

    private final GraphQLHandler handler;
    private final KeptAnswersHandler kept;
    private final WebFileHandler files;
    private final SchemaHandler schema;
    private final PageHandler pages;
    private final ExportHandler exports;
    private final Admission admission;
    private final Operations operations;

    Routes(
            GraphQLHandler handler,
            KeptAnswersHandler kept,
            WebFileHandler files,
            SchemaHandler schema,
            PageHandler pages,
            ExportHandler exports,
            Admission admission,
            Operations operations) {
        this.handler = handler;
        this.kept = kept;
        this.files = files;
        this.schema = schema;
        this.pages = pages;
        this.exports = exports;
        this.admission = admission;
        this.operations = operations;
    }

    /**
     * Removes SmallRye's routes, before Parley's own are added. Requests through them would bypass all limits. SmallRye's WebSocket
     * handler would also start a CDI request context for each request that it passes on, and end it in the middle of the operation.
     */
    static void removeSmallRyes(@Observes @Priority(1) Router router) {
        List<Route> theirs = router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.getPath().startsWith("/graphql"))
                .toList();
        if (theirs.isEmpty()) {
            throw new IllegalStateException(
                    "SmallRye's routes are not registered yet, so they can't be removed: requests through them would bypass the limits");
        }
        theirs.forEach(Route::remove);
    }

    void init(@Observes Router router) {
        RouteOrder.METHOD.of(router.route("/graphql")).handler(Methods.ASKING::pass);
        // Quarkus's own handlers would answer any method.
        RouteOrder.METHOD
                .of(router.routeWithRegex("/q/(?:health|metrics)(?:/.*)?"))
                .handler(Methods.READING::pass);
        RouteOrder.KEPT.of(router.route("/graphql")).handler(kept);
        RouteOrder.AT_ONCE
                .of(router.route("/graphql"))
                .handler(Routes::readHeaders)
                .handler(handler::answerAtOnce)
                .failureHandler(this::refuse);
        RouteOrder.KEPT
                .of(router.routeWithRegex(PageAddress.PATHS))
                .handler(Routes::readHeaders)
                .handler(pages::answerKept)
                .failureHandler(this::refuse);
        RouteOrder.ADMISSION
                .of(router.routeWithRegex(PageAddress.PATHS))
                .handler(request -> admission.enter(request, full -> pages.refuseBusy(full, admission.rule())));
        RouteOrder.ANSWER
                .of(router.routeWithRegex(PageAddress.PATHS))
                .handler(this::begin)
                .blockingHandler(admission.during(operations.reporting(pages)), false)
                .failureHandler(this::refuse);
        RouteOrder.KEPT
                .of(router.routeWithRegex(ExportHandler.PATHS))
                .handler(Routes::readHeaders)
                .handler(exports::begin)
                .failureHandler(this::refuse);
        RouteOrder.ADMISSION
                .of(router.routeWithRegex(ExportHandler.PATHS))
                .handler(request -> admission.enter(
                        request, full -> EarlyRefusal.send(full, 503, Admission.SERVER_BUSY, admission.rule())));
        RouteOrder.ANSWER
                .of(router.routeWithRegex(ExportHandler.PATHS))
                .handler(this::begin)
                .blockingHandler(admission.during(operations.reporting(exports)), false)
                .failureHandler(this::refuse);
        RouteOrder.ANSWER
                .of(router.route("/graphql/schema.graphql"))
                .handler(Routes::readHeaders)
                .handler(schema)
                .failureHandler(this::refuse);
        RouteOrder.ANSWER
                .of(router.route("/graphql"))
                .handler(this::begin)
                .blockingHandler(admission.during(operations.reporting(handler)), false)
                .failureHandler(this::refuse);
        RouteOrder.ANSWER.of(router.routeWithRegex("/graphiql")).handler(Routes::leadToExplorer);
        RouteOrder.ANSWER
                .of(router.routeWithRegex(WebFileHandler.PATHS))
                .handler(Routes::readHeaders)
                .handler(files)
                .failureHandler(this::refuse);
        RouteOrder.NOWHERE.of(router.route()).handler(pages::refuseUnknown);
    }

    private void begin(RoutingContext context) {
        operations.begin(context);
        context.next();
    }

    /** Redirects to the path with a slash at its end, against which the page resolves its files and the endpoint. */
    private static void leadToExplorer(RoutingContext context) {
        if (Methods.READING.admit(context)) {
            String question = context.request().query();
            context.response()
                    .setStatusCode(301)
                    .putHeader("Location", question == null ? "graphiql/" : "graphiql/?" + question)
                    .end();
        }
    }

    /** Answers a request that failed before it reached its handler, or in the handler by an internal error. */
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
                    "the request must be valid HTTP, with a host and with headers that can be parsed");
            default -> context.next();
        }
    }

    private static void refuseTooSlow(RoutingContext context) {
        closeAfter(context);
        EarlyRefusal.send(context, 408, ErrorShape.BAD_REQUEST, "the body must be sent faster");
    }

    /** Closes the connection after the response, and announces it by {@code Connection: close}. */
    static void closeAfter(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(sent -> context.request().connection().close());
    }

    /**
     * Whether the body has not been received completely. Vert.x marks a request without a body as ended only once it is answered, so the
     * headers decide whether there is one.
     */
    private static boolean sendsBody(HttpServerRequest request) {
        return !request.isEnded()
                && (request.headers().contains("Transfer-Encoding")
                        || request.headers().contains("Content-Length"));
    }

    /**
     * The body can't be read to its end, so the connection must be closed: the next request on it would be taken for the rest of this
     * body.
     */
    private static void refuseBroken(RoutingContext context, Throwable failure) {
        LOG.debug("A request ended before its body was complete", failure);
        if (context.response().closed() || context.response().headWritten()) {
            return;
        }
        closeAfter(context);
        EarlyRefusal.send(
                context,
                400,
                ErrorShape.BAD_REQUEST,
                "the body must be complete, as the request's headers announce it");
    }

    private static void refuseFailed(RoutingContext context, Throwable failure) {
        LOG.error("A request failed", failure);
        if (!context.response().closed() && !context.response().headWritten()) {
            EarlyRefusal.send(context, 500, ErrorShape.INTERNAL_SERVER_ERROR, ErrorShape.FAILED);
        }
    }

    /** Parses these headers now: Vert.x throws this exception at an unpaired quotation mark at the end. */
    private static void readHeaders(RoutingContext context) {
        try {
            Preferences.of(context);
        } catch (StringIndexOutOfBoundsException e) {
            context.fail(400);
            return;
        }
        context.next();
    }
}
