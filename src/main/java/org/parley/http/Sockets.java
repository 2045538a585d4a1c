package org.parley.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.parley.curator.Curators;
import org.parley.engine.Engine;
import org.parley.graph.ErrorShape;
import org.parley.graph.Requester;
import org.parley.limit.Admission;
import org.parley.limit.LimitsConfig;
import org.parley.operate.Operations;

/**
 * Opens WebSockets on {@code /graphql} for subscriptions, by the protocol graphql-transport-ws. A page of another origin may open one only if
 * it is allowed to read answers ({@link CrossOrigin}). Thread-safe.
 */
@ApplicationScoped
class Sockets implements HttpServerOptionsCustomizer {
    private static final Logger LOG = Logger.getLogger(Sockets.class);

    /** The longest message, in bytes. */
    static final int LONGEST = 64 * 1024;

    private static final String VERSION = "13";
    private static final String FORBIDDEN = "FORBIDDEN";

    private final Engine engine;
    private final EventStreams streams;
    private final PersistedQueries documents;
    private final Curators curators;
    private final CrossOrigin origins;
    private final Operations operations;
    private final LimitsConfig limits;
    private final Set<GraphQLSocket> open = ConcurrentHashMap.newKeySet();

    Sockets(
            Engine engine,
            EventStreams streams,
            PersistedQueries documents,
            Curators curators,
            CrossOrigin origins,
            Operations operations,
            LimitsConfig limits,
            MeterRegistry meters) {
        this.engine = engine;
        this.streams = streams;
        this.documents = documents;
        this.curators = curators;
        this.origins = origins;
        this.operations = operations;
        this.limits = limits;
        Gauge.builder("parley.sockets.open", open, Set::size)
                .description("WebSockets that are open.")
                .register(meters);
    }

    /** A compressed message might be a thousand times longer than what is received of it. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of(GraphQLSocket.PROTOCOL))
                .setMaxWebSocketFrameSize(LONGEST)
                .setMaxWebSocketMessageSize(LONGEST)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }

    void init(@Observes Router router) {
        RouteOrder.WEB_SOCKET.of(router.route("/graphql")).handler(this::handle);
    }

    void end(@Observes ShutdownDelayInitiatedEvent event) {
        end();
    }

    void end(@Observes ShutdownEvent event) {
        end();
    }

    private void end() {
        open.forEach(GraphQLSocket::goAway);
    }

    /** Whether a request asks for a WebSocket. */
    static boolean isAskedFor(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isAskedFor(request)) {
            context.next();
            return;
        }
        String fault = fault(request);
        if (fault != null) {
            EarlyRefusal.send(context, 400, ErrorShape.BAD_REQUEST, fault);
        } else if (!origins.mayOpenSocket(request)) {
            EarlyRefusal.send(
                    context, 403, FORBIDDEN, "origin must be that of this server, or one of parley.http.cors.origins");
        } else if (open.size() >= limits.subscriptions()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            EarlyRefusal.send(
                    context,
                    503,
                    Admission.SERVER_BUSY,
                    "Parley has at most " + limits.subscriptions() + " WebSockets open at once; try again later");
        } else {
            upgrade(context);
        }
    }

    /** What is wrong with the handshake (RFC 6455, 4.2.1); null if nothing is. */
    private static String fault(HttpServerRequest request) {
        if (request.method() != HttpMethod.GET || request.version() != HttpVersion.HTTP_1_1) {
            return "upgrade must not be websocket but in a GET of HTTP/1.1";
        }
        if (!isIn(request.getHeader(HttpHeaders.CONNECTION), "upgrade")
                || request.getHeader("Sec-WebSocket-Key") == null
                || !VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
            return "a websocket must be asked for with the headers Connection: Upgrade, Sec-WebSocket-Key and Sec-WebSocket-Version: "
                    + VERSION + "; a subscription may be sent by GET or POST, too, with Accept: " + MediaTypes.EVENTS;
        }
        if (!isIn(request.getHeader("Sec-WebSocket-Protocol"), GraphQLSocket.PROTOCOL)) {
            return "sec-websocket-protocol must be " + GraphQLSocket.PROTOCOL;
        }
        return null;
    }

    private static boolean isIn(String header, String value) {
        return header != null
                && Arrays.stream(header.split(","))
                        .anyMatch(each -> each.strip().equalsIgnoreCase(value));
    }

    private void upgrade(RoutingContext context) {
        Supplier<Requester> proof = Authentication.proof(context);
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    GraphQLSocket opened = new GraphQLSocket(this, socket, context.vertx(), proof);
                    open.add(opened);
                    opened.begin();
                })
                .onFailure(failure -> LOG.debug("A WebSocket could not be opened", failure));
    }

    void hasEnded(GraphQLSocket socket) {
        open.remove(socket);
    }

    Engine engine() {
        return engine;
    }

    EventStreams streams() {
        return streams;
    }

    PersistedQueries documents() {
        return documents;
    }

    Curators curators() {
        return curators;
    }

    Operations operations() {
        return operations;
    }
}
