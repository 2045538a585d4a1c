package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.parley.engine.Engine;
import org.parley.engine.EventQuery;
import org.parley.engine.GraphQLResponse;
import org.parley.engine.OperationRequest;
import org.parley.graph.InvalidArgument;
import org.parley.graph.Requester;
import org.parley.limit.Admission;
import org.parley.limit.LimitsConfig;
import org.parley.operate.Operations;
import org.parley.record.Edition;

/**
 * The open subscriptions. Their events follow the protocol of graphql-sse in its mode of distinct connections: {@code next} with the result
 * of an execution, and {@code complete} at the end. Thread-safe.
 */
@ApplicationScoped
class EventStreams {
    private static final String NUMBERS =
            "query ($since: Int!) { changes(since: $since, first: 1) { nodes { number } } }";

    private final Engine engine;
    private final Edition edition;
    private final LimitsConfig limits;
    private final ObjectMapper mapper;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isEnding;

    EventStreams(Engine engine, Edition edition, LimitsConfig limits, ObjectMapper mapper, MeterRegistry meters) {
        this.engine = engine;
        this.edition = edition;
        this.limits = limits;
        this.mapper = mapper;
        Gauge.builder("parley.subscriptions.open", open, Set::size)
                .description("Subscriptions that are open.")
                .register(meters);
        edition.onNext(() -> open.forEach(EventStream::wake));
    }

    /** Ends all: they would keep the server from ending. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        end();
    }

    void end(@Observes ShutdownEvent event) {
        end();
    }

    private void end() {
        isEnding = true;
        open.forEach(EventStream::complete);
    }

    /** @throws Refusal if no further one may be opened */
    void mustHaveRoom() {
        if (open.size() >= limits.subscriptions() || isEnding) {
            throw new Refusal(
                    503,
                    Admission.SERVER_BUSY,
                    "Parley has at most " + limits.subscriptions() + " subscriptions open at once; try again later");
        }
    }

    /**
     * Answers a request by events, from now on until its client disconnects.
     *
     * @throws InvalidArgument if the client has a change that this record does not have
     */
    void open(EventQuery query, RoutingContext context) {
        open(query, new ServerSentEvents(context.response()), Authentication.proof(context), context.vertx());
        Operations.goesOn(context);
    }

    /**
     * Begins to send events; to be called on the connection's context.
     *
     * @param proof see {@link Authentication#proof}
     * @throws InvalidArgument if the client has a change that this record does not have
     */
    void open(EventQuery query, EventSink sink, Supplier<Requester> proof, Vertx vertx) {
        Edition.Served served = edition.served();
        long last = served == null ? 0 : served.change();
        if (query.since() != null && (query.since() < 0 || query.since() > last)) {
            throw new InvalidArgument(
                    "since must be 0 to " + last + ", the number of the last change, not " + query.since());
        }
        EventStream stream =
                new EventStream(this, query, query.since() == null ? last : query.since(), sink, proof, vertx);
        open.add(stream);
        stream.begin();
        if (isEnding) {
            stream.complete();
        }
    }

    void hasEnded(EventStream stream) {
        open.remove(stream);
    }

    /**
     * An event, for the change after one.
     *
     * @param number of the change
     * @param json   the result of the execution
     */
    record Event(long number, byte[] json) {}

    /** The event of the next change after this one; null if there is none. Blocks; the current operation is the event's. */
    Event after(long last, EventQuery query) {
        Edition.Served served = edition.served();
        if (served == null || served.change() <= last) {
            return null;
        }
        return edition.read(() -> read(last, query), () -> {}, limits.time()).orElse(null);
    }

    private Event read(long last, EventQuery query) {
        long number = number(
                engine.execute(new OperationRequest(NUMBERS, null, Map.of("since", BigDecimal.valueOf(last)), false)));
        return number == 0
                ? null
                : new Event(number, engine.execute(query.of(number)).json());
    }

    private long number(GraphQLResponse response) {
        try {
            return mapper.readTree(response.json())
                    .at("/data/changes/nodes/0/number")
                    .asLong(0);
        } catch (IOException e) {
            throw new IllegalStateException("An answer of the engine is no JSON", e);
        }
    }

    /** Answers a request by one event, and the end. */
    static void single(byte[] json, RoutingContext context) {
        begin(context.response()).write(next(json));
        context.response().end(complete());
    }

    static HttpServerResponse begin(HttpServerResponse response) {
        return response.setStatusCode(200)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.EVENTS + "; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // Proxies would otherwise collect events before they pass them on.
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true);
    }

    static Buffer next(byte[] json) {
        return Buffer.buffer("event: next\ndata: ").appendBytes(json).appendString("\n\n");
    }

    static Buffer complete() {
        return Buffer.buffer("event: complete\ndata:\n\n");
    }
}
