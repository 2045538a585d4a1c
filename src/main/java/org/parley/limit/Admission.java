package org.parley.limit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds the number of concurrent operations: {@code parley.limits.running} of them run, {@code parley.limits.waiting} more wait in a
 * queue (first in, first out), and a request that finds the queue full is refused. Thread-safe.
 *
 * <p>A waiting request occupies no thread and no database connection, so the server can still answer other requests, such as health
 * checks.
 */
@ApplicationScoped
public class Admission {
    /** The error code of a refused request. */
    public static final String SERVER_BUSY = "SERVER_BUSY";

    private static final String PLACE = "parley.place";

    private final LimitsConfig limits;

    /** In the order of their arrival, each with the event loop that is to go on with it. */
    private final Map<Place, Context> waiting = new LinkedHashMap<>();

    private int running;

    Admission(LimitsConfig limits, MeterRegistry meters) {
        this.limits = limits;
        Gauge.builder("parley.operations.running", this, Admission::running)
                .description("Operations that run, including those whose client has disconnected.")
                .register(meters);
        Gauge.builder("parley.operations.waiting", this, Admission::waiting)
                .description("Operations that wait in the queue.")
                .register(meters);
    }

    private synchronized int running() {
        return running;
    }

    private synchronized int waiting() {
        return waiting.size();
    }

    /** A request that waits or runs. Guarded by the lock of the enclosing instance. */
    private final class Place {
        private final RoutingContext request;
        private boolean admitted;
        private boolean worked;
        private boolean left;

        /** Of the end of its patience; only if it waits. */
        private long timer;

        Place(RoutingContext request) {
            this.request = request;
        }

        private void take() {
            admitted = true;
            running++;
        }

        /** Waits for another operation to end. */
        private void await(Handler<RoutingContext> refusal) {
            waiting.put(this, request.vertx().getOrCreateContext());
            timer = request.vertx().setTimer(patience(), id -> giveUp(refusal));
        }

        private void goOn(Context thread) {
            take();
            request.vertx().cancelTimer(timer);
            thread.runOnContext(now -> pass());
        }

        private void pass() {
            synchronized (Admission.this) {
                if (left) {
                    return;
                }
            }
            request.next();
        }

        private void giveUp(Handler<RoutingContext> refusal) {
            synchronized (Admission.this) {
                if (waiting.remove(this) == null) {
                    return;
                }
            }
            refusal.handle(request);
        }

        /**
         * The response has ended or the client has disconnected. If the operation is still running for a disconnected client, its place
         * stays taken.
         */
        private void gone() {
            synchronized (Admission.this) {
                if (waiting.remove(this) != null) {
                    request.vertx().cancelTimer(timer);
                }
                if (!worked) {
                    leave();
                }
            }
        }

        private void work(Handler<RoutingContext> handler) {
            synchronized (Admission.this) {
                worked = true;
            }
            try {
                handler.handle(request);
            } finally {
                synchronized (Admission.this) {
                    leave();
                }
            }
        }

        private void leave() {
            if (admitted && !left) {
                left = true;
                running--;
                next();
            }
        }
    }

    /**
     * Passes a request on to the next route as soon as fewer than {@code parley.limits.running} operations run: at once if there is a free
     * place, which takes no timer and no queue.
     *
     * @param refusal answers the request if the queue is full, or if it waited longer than {@code parley.limits.waiting-time}
     */
    public void enter(RoutingContext request, Handler<RoutingContext> refusal) {
        Place place = new Place(request);
        boolean isFree;
        boolean isFull = false;
        synchronized (this) {
            isFree = running < limits.running();
            if (isFree) {
                place.take();
            } else {
                isFull = waiting.size() >= limits.waiting();
                if (!isFull) {
                    place.await(refusal);
                }
            }
        }
        if (isFull) {
            refusal.handle(request);
            return;
        }
        request.put(PLACE, place);
        request.addEndHandler(end -> place.gone());
        if (isFree) {
            request.next();
        }
    }

    /** The message for a refused request: the limits, with their values. */
    public String rule() {
        return "Parley runs at most " + limits.running() + " operations at once, and " + limits.waiting()
                + " more may wait for " + patience() + " milliseconds; try again";
    }

    private void next() {
        while (running < limits.running() && !waiting.isEmpty()) {
            Map.Entry<Place, Context> first = waiting.entrySet().iterator().next();
            waiting.remove(first.getKey());
            first.getKey().goOn(first.getValue());
        }
    }

    /**
     * Wraps a handler so that its operation counts as running until the handler returns, even if the client has disconnected before.
     *
     * @param handler answers a request synchronously
     */
    public Handler<RoutingContext> during(Handler<RoutingContext> handler) {
        return request -> {
            Place place = request.get(PLACE);
            if (place == null) {
                handler.handle(request);
            } else {
                place.work(handler);
            }
        };
    }

    /** In milliseconds. */
    private long patience() {
        return limits.waitingTime().toMillis();
    }
}
