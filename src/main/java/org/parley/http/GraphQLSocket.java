package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.parley.engine.GraphQLResponse;
import org.parley.engine.OperationNotAllowed;
import org.parley.engine.OperationRequest;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;
import org.parley.graph.RequestError;
import org.parley.graph.Requester;
import org.parley.graph.ServiceUnavailable;
import org.parley.limit.Admission;

/**
 * One WebSocket of the protocol graphql-transport-ws, as the package graphql-ws describes it (PROTOCOL.md). It takes subscriptions; queries
 * and mutations are answered by HTTP, where limits and statuses belong to each of them. One message is handled after the other: while a
 * subscription is checked on a worker thread, no further message is read.
 *
 * <p>All its methods but {@link #goAway} run on the event loop of the connection.
 */
final class GraphQLSocket {
    static final String PROTOCOL = "graphql-transport-ws";

    private static final Logger LOG = Logger.getLogger(GraphQLSocket.class);

    /** How long a client may take to send its first message. */
    private static final Duration INIT = Duration.ofSeconds(10);

    /** Between two pings, which keep the connection open. */
    private static final Duration PING = Duration.ofSeconds(15);

    /** How many subscriptions one WebSocket may have. */
    private static final int MOST = 20;

    // The codes of the protocol for closing, and those of RFC 6455.
    private static final short GOING_AWAY = 1001;
    private static final short TOO_LONG = 1009;
    private static final short FAILED = 1011;
    private static final short BAD_REQUEST = 4400;
    private static final short UNAUTHORIZED = 4401;
    private static final short FORBIDDEN = 4403;
    private static final short TOO_SLOW = 4408;
    private static final short ALREADY_SUBSCRIBED = 4409;
    private static final short TOO_MANY_INITS = 4429;

    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String PAYLOAD = "payload";

    private final Sockets sockets;
    private final ServerWebSocket socket;
    private final Vertx vertx;
    private final Context loop;
    private final Map<String, Subscribed> subscribed = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private Supplier<Requester> proof;
    private boolean isAcknowledged;
    private boolean hasEnded;
    private long timer;

    /** @param proof of who has sent the handshake: see {@link Authentication#proof} */
    GraphQLSocket(Sockets sockets, ServerWebSocket socket, Vertx vertx, Supplier<Requester> proof) {
        this.sockets = sockets;
        this.socket = socket;
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.proof = proof;
    }

    void begin() {
        socket.textMessageHandler(this::take);
        socket.binaryMessageHandler(bytes -> close(BAD_REQUEST, "a message must be a text"));
        socket.exceptionHandler(this::fail);
        socket.closeHandler(closed -> end());
        socket.drainHandler(drained -> drained());
        timer = vertx.setTimer(INIT.toMillis(), late -> close(TOO_SLOW, "Connection initialisation timeout"));
    }

    /** Ends all subscriptions and closes the socket, since the server ends. Any thread may call it; it does not wait. */
    void goAway() {
        loop.runOnContext(now -> {
            if (!hasEnded) {
                List.copyOf(subscribed.values()).forEach(Subscribed::completeNow);
                close(GOING_AWAY, "Parley is shutting down");
            }
        });
    }

    private void end() {
        if (!hasEnded) {
            hasEnded = true;
            vertx.cancelTimer(timer);
            List.copyOf(subscribed.values()).forEach(Subscribed::hasClosed);
            subscribed.clear();
            waiting.clear();
            sockets.hasEnded(this);
        }
    }

    private void close(short code, String reason) {
        if (!socket.isClosed()) {
            socket.close(code, reason);
        }
        end();
    }

    private void fail(Throwable failure) {
        LOG.debug("A WebSocket failed", failure);
        if (failure instanceof CorruptedWebSocketFrameException broken) {
            close(
                    (short) broken.closeStatus().code(),
                    "a message must have at most " + Sockets.LONGEST + " bytes, and the form of RFC 6455");
        } else if (failure instanceof IllegalStateException) {
            // Vert.x says so of a message in several frames that is longer than it may be.
            close(TOO_LONG, "a message must have at most " + Sockets.LONGEST + " bytes");
        } else {
            close(FAILED, "Parley failed to go on");
        }
    }

    private void drained() {
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    private void send(String type, String id, String payload) {
        if (!hasEnded) {
            socket.writeTextMessage("{"
                    + (id == null ? "" : "\"" + ID + "\":" + Json.text(id) + ",")
                    + "\"" + TYPE + "\":\"" + type + "\""
                    + (payload == null ? "" : ",\"" + PAYLOAD + "\":" + payload)
                    + "}");
        }
    }

    // --- Messages

    private void take(String text) {
        if (hasEnded) {
            return;
        }
        JsonNode message;
        try {
            message = Json.read(text);
        } catch (JsonProcessingException | NumberFormatException e) {
            close(BAD_REQUEST, "a message must be JSON");
            return;
        }
        switch (message.path(TYPE).asText("")) {
            case "connection_init" -> init(message.path(PAYLOAD));
            case "ping" -> send("pong", null, null);
            case "pong" -> LOG.trace("A client has answered");
            case "subscribe" -> subscribe(message);
            case "complete" -> complete(message.path(ID).asText(""));
            default -> close(BAD_REQUEST, "type must be connection_init, ping, pong, subscribe or complete");
        }
    }

    private void init(JsonNode payload) {
        if (isAcknowledged) {
            close(TOO_MANY_INITS, "Too many initialisation requests");
            return;
        }
        JsonNode header = payload.path("Authorization").isMissingNode()
                ? payload.path("authorization")
                : payload.path("Authorization");
        if (!header.isMissingNode() && !header.isNull()) {
            String token = header.isTextual() ? Authentication.token(header.textValue()) : null;
            if (token == null || sockets.curators().of(token).isEmpty()) {
                close(FORBIDDEN, "Authorization must be Bearer and the token of a curator");
                return;
            }
            proof = () -> sockets.curators().of(token).orElse(null);
        } else if (proof == null && sockets.curators().isReadingClosed()) {
            close(FORBIDDEN, "this record is not public: Authorization must be Bearer and the token of a curator");
            return;
        }
        isAcknowledged = true;
        vertx.cancelTimer(timer);
        timer = vertx.setPeriodic(PING.toMillis(), tick -> socket.writePing(Buffer.buffer()));
        send("connection_ack", null, null);
    }

    private void complete(String id) {
        Subscribed ended = subscribed.remove(id);
        if (ended != null) {
            ended.hasClosed();
        }
    }

    private void subscribe(JsonNode message) {
        if (!isAcknowledged) {
            close(UNAUTHORIZED, "Unauthorized");
            return;
        }
        String id = message.path(ID).asText("");
        if (id.isEmpty()
                || !message.path(ID).isTextual()
                || !message.path(PAYLOAD).isObject()) {
            close(BAD_REQUEST, "subscribe must have an id and a payload");
            return;
        }
        if (subscribed.containsKey(id)) {
            // The reason must fit into 123 bytes.
            close(ALREADY_SUBSCRIBED, "Subscriber for " + (id.length() > 40 ? "this id" : id) + " already exists");
            return;
        }
        if (subscribed.size() >= MOST) {
            refuse(id, Admission.SERVER_BUSY, "a WebSocket must have at most " + MOST + " subscriptions");
            return;
        }
        socket.pause();
        Subscribed begun = new Subscribed(id);
        subscribed.put(id, begun);
        Context own = VertxContext.createNewDuplicatedContext(loop);
        own.executeBlocking(() -> refusal(message.path(PAYLOAD), begun), false)
                .onComplete(checked -> loop.runOnContext(now -> {
                    if (checked.failed()) {
                        LOG.error("A subscription failed", checked.cause());
                        refused(id, List.of(ErrorShape.of(ErrorShape.INTERNAL_SERVER_ERROR, ErrorShape.FAILED)));
                    } else if (checked.result() != null) {
                        refused(id, checked.result());
                    }
                    if (!hasEnded) {
                        socket.resume();
                    }
                }));
    }

    private void refused(String id, List<Map<String, Object>> errors) {
        subscribed.remove(id);
        send("error", id, Json.text(errors));
    }

    private void refuse(String id, String code, String sentence) {
        send("error", id, Json.text(List.of(ErrorShape.of(code, sentence))));
    }

    /** Begins a subscription; runs on a worker thread. Returns the errors that refuse it, or null. */
    private List<Map<String, Object>> refusal(JsonNode payload, Subscribed begun) {
        Operation operation = Operation.begin(socket::isClosed);
        int status = 500;
        try {
            if (proof != null) {
                Requester proven = proof.get();
                if (proven == null) {
                    status = 401;
                    return List.of(ErrorShape.of(ErrorShape.UNAUTHENTICATED, "the token was revoked, or has expired"));
                }
                operation.isOf(proven);
            }
            GraphQLRequest request = sockets.documents().resolved(Requests.from(payload));
            if (request.query() == null || request.query().isBlank()) {
                throw new Refusal(400, "query must be a string with a GraphQL document");
            }
            OperationRequest asked = new OperationRequest(
                    request.query(),
                    request.operationName(),
                    request.variables() == null ? Map.of() : request.variables(),
                    false);
            List<Map<String, Object>> errors = begin(asked, begun);
            status = errors == null ? 200 : 400;
            operation.isAnsweredWith(false, errors == null ? List.of() : errors);
            return errors;
        } catch (OperationNotAllowed e) {
            status = 400;
            return List.of(ErrorShape.of(
                    ErrorShape.BAD_REQUEST,
                    "the operation must be a subscription: queries and mutations are sent by POST"));
        } catch (Refusal refusal) {
            status = refusal.status();
            return List.of(ErrorShape.of(refusal.code(), refusal.getMessage()));
        } catch (ServiceUnavailable e) {
            status = 503;
            return List.of(ErrorShape.of(e.code(), e.getMessage()));
        } catch (RequestError e) {
            status = 400;
            return List.of(ErrorShape.of(e.code(), e.getMessage()));
        } finally {
            sockets.operations().reportMessage(status);
        }
    }

    private List<Map<String, Object>> begin(OperationRequest asked, Subscribed begun) {
        sockets.streams().mustHaveRoom();
        GraphQLResponse refused =
                sockets.engine().subscribe(asked, query -> sockets.streams().open(query, begun, proof, vertx));
        return refused == null ? null : refused.errors();
    }

    /** The events of one subscription on this socket. */
    private final class Subscribed implements EventSink {
        private final String id;
        private Runnable onClose = () -> {};
        private volatile boolean isClosed;

        Subscribed(String id) {
            this.id = id;
        }

        private void hasClosed() {
            isClosed = true;
            onClose.run();
        }

        private void completeNow() {
            complete();
            hasClosed();
        }

        @Override
        public boolean isClosed() {
            return isClosed || socket.isClosed();
        }

        @Override
        public boolean isFull() {
            return socket.writeQueueFull();
        }

        @Override
        public void onDrain(Runnable then) {
            waiting.add(then);
        }

        @Override
        public void onClose(Runnable then) {
            onClose = then;
            if (isClosed()) {
                then.run();
            }
        }

        @Override
        public void begin() {
            // The protocol has no message for it.
        }

        @Override
        public void beat() {
            // The socket has its own.
        }

        @Override
        public void next(byte[] json) {
            if (!isClosed) {
                send("next", id, new String(json, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void complete() {
            if (!isClosed) {
                subscribed.remove(id);
                send("complete", id, null);
            }
        }
    }
}
