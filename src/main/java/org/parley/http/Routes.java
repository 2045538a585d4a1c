package org.parley.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.parley.graph.ErrorShape;
import org.parley.limit.Admission;
import org.parley.limit.EarlyRefusal;
import org.parley.operate.Operations;

/** Which handler answers which path, where Quarkus does not decide it. */
@ApplicationScoped
class Routes {
    private static final Logger LOG = Logger.getLogger(Routes.class);

    /** Ahead of SmallRye's own routes. */
    private static final int FIRST = -50;

    /** Ahead of those who wait for a body, and behind those who let in pages of another origin. */
    private static final int BEFORE_THE_BODY = -250;

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

    void init(@Observes Router router) {
        router.route("/graphql").order(BEFORE_THE_BODY).handler(Methods.ASKING::pass);
        // Those of Quarkus answer whatever method.
        router.routeWithRegex("/q/(?:health|metrics)(?:/.*)?")
                .order(BEFORE_THE_BODY)
                .handler(Methods.READING::pass);
        router.route("/graphql/schema.graphql")
                .order(FIRST)
                .handler(Routes::readHeaders)
                .handler(schema)
                .failureHandler(this::refuse);
        router.route("/graphql")
                .order(FIRST)
                .handler(Routes::readHeaders)
                .handler(operations::begin)
                .blockingHandler(admission.during(operations.reporting(handler)), false)
                .failureHandler(this::refuse);
        router.routeWithRegex("/graphiql").order(FIRST).handler(Routes::leadToExplorer);
        router.routeWithRegex(WebFileHandler.PATHS)
                .order(FIRST)
                .handler(Routes::readHeaders)
                .handler(files)
                .failureHandler(this::refuse);
    }

    /** To its folder, from where its page finds its files and the server. */
    private static void leadToExplorer(RoutingContext context) {
        if (Methods.READING.admit(context)) {
            context.response()
                    .setStatusCode(301)
                    .putHeader("Location", "graphiql/")
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
