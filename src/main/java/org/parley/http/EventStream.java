package org.parley.http;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.parley.engine.EventQuery;
import org.parley.graph.Operation;
import org.parley.graph.Requester;

/**
 * One open subscription. Nothing is queued for it: it knows the number of the change that it has sent last, and reads the next one when the
 * client has taken it. So a slow client takes no memory, and loses nothing. Between events it holds no thread and no place among the
 * operations.
 *
 * <p>All its methods but {@link #wake} and {@link #complete} run on the event loop of its connection.
 */
final class EventStream {
    private static final Logger LOG = Logger.getLogger(EventStream.class);

    /** Between comments that keep the connection open. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final EventStreams streams;
    private final EventQuery query;
    private final Supplier<Requester> proof;
    private final EventSink sink;
    private final Vertx vertx;
    private final Context loop;
    private long last;
    private long heartbeat;
    private boolean isReading;
    private boolean isWoken;
    private boolean hasEnded;

    /**
     * To be called on the connection's context.
     *
     * @param last  the number of the last change that the client has
     * @param proof see {@link Authentication#proof}
     */
    EventStream(
            EventStreams streams, EventQuery query, long last, EventSink sink, Supplier<Requester> proof, Vertx vertx) {
        this.streams = streams;
        this.query = query;
        this.last = last;
        this.proof = proof;
        this.sink = sink;
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
    }

    void begin() {
        loop.runOnContext(now -> {
            sink.onClose(this::end);
            if (hasEnded) {
                return;
            }
            sink.begin();
            heartbeat = vertx.setPeriodic(HEARTBEAT.toMillis(), tick -> beat());
            goOn();
        });
    }

    /** There may be a new change. Any thread may call it; it does not wait. */
    void wake() {
        loop.runOnContext(now -> goOn());
    }

    /** Tells the client that no further event comes. Any thread may call it; it does not wait. */
    void complete() {
        loop.runOnContext(now -> {
            if (!hasEnded) {
                end();
                sink.complete();
            }
        });
    }

    private void beat() {
        sink.beat();
        // On PostgreSQL another process may have made a change, and its notification may be lost.
        goOn();
    }

    private void goOn() {
        if (hasEnded) {
            return;
        }
        if (isReading) {
            isWoken = true;
            return;
        }
        if (sink.isFull()) {
            sink.onDrain(this::goOn);
            return;
        }
        isReading = true;
        isWoken = false;
        Context own = VertxContext.createNewDuplicatedContext(loop);
        own.executeBlocking(this::read, false).onComplete(read -> loop.runOnContext(now -> hasRead(read)));
    }

    /** The next event; null if there is none, or if the client may not have it. Runs on a worker thread. */
    private EventStreams.Event read() {
        Operation operation = Operation.begin(sink::isClosed);
        if (proof != null) {
            Requester requester = proof.get();
            if (requester == null) {
                complete();
                return null;
            }
            operation.isOf(requester);
        }
        return streams.after(last, query);
    }

    private void hasRead(AsyncResult<EventStreams.Event> read) {
        isReading = false;
        if (hasEnded) {
            return;
        }
        if (read.failed()) {
            LOG.error("An event of a subscription failed", read.cause());
            complete();
            return;
        }
        EventStreams.Event event = read.result();
        if (event != null) {
            last = event.number();
            sink.next(event.json());
            goOn();
        } else if (isWoken) {
            goOn();
        }
    }

    private void end() {
        if (!hasEnded) {
            hasEnded = true;
            vertx.cancelTimer(heartbeat);
            streams.hasEnded(this);
        }
    }
}
