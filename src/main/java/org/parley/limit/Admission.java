package org.parley.limit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets so many operations run at once, has others wait in a line, and turns away who finds the line full.
 *
 * <p>Those who wait take no thread and no connection of the database: what else the server does, such as telling whether it
 * is alive, goes on.
 */
@ApplicationScoped
public class Admission {
    /** Why a request is turned away. */
    public static final String SERVER_BUSY = "SERVER_BUSY";

    private static final String PLACE = "parley.place";

    private final LimitsConfig limits;
    private final Set<Place> waiting = new LinkedHashSet<>();
    private int running;

    Admission(LimitsConfig limits, MeterRegistry meters) {
        this.limits = limits;
        Gauge.builder("parley.operations.running", this, Admission::running)
                .description("Operations that run, and those that still work for a client that went away.")
                .register(meters);
        Gauge.builder("parley.operations.waiting", this, Admission::waiting)
                .description("Operations that wait for their turn.")
                .register(meters);
    }

    private synchronized int running() {
        return running;
    }

    private synchronized int waiting() {
        return waiting.size();
    }

    /** Where a request stands. */
    private final class Place {
        private final RoutingContext request;
        private final Handler<RoutingContext> refusal;
        private final Context thread;
        private final long timer;
        private boolean admitted;
        private boolean worked;
        private boolean left;

        Place(RoutingContext request, Handler<RoutingContext> refusal) {
            this.request = request;
            this.refusal = refusal;
            this.thread = request.vertx().getOrCreateContext();
            this.timer = request.vertx().setTimer(patience(), id -> giveUp());
            request.put(PLACE, this);
            request.addEndHandler(end -> gone());
        }

        private void go() {
            admitted = true;
            running++;
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

        private void giveUp() {
            synchronized (Admission.this) {
                if (!waiting.remove(this)) {
                    return;
                }
            }
            refusal.handle(request);
        }

        /** The request has ended; where its operation still works for a client that went away, its place stays taken. */
        private void gone() {
            synchronized (Admission.this) {
                request.vertx().cancelTimer(timer);
                waiting.remove(this);
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
     * Passes a request on when its turn has come.
     *
     * @param refusal answers one for which there is no room, or whose turn does not come in time
     */
    public void enter(RoutingContext request, Handler<RoutingContext> refusal) {
        synchronized (this) {
            if (running < limits.running() || waiting.size() < limits.waiting()) {
                waiting.add(new Place(request, refusal));
                next();
                return;
            }
        }
        refusal.handle(request);
    }

    /** What a request must not exceed that is turned away. */
    public String rule() {
        return "Parley runs at most " + limits.running() + " operations at once, and " + limits.waiting()
                + " more may wait for " + patience() + " milliseconds; try again";
    }

    private void next() {
        while (running < limits.running() && !waiting.isEmpty()) {
            Place first = waiting.iterator().next();
            waiting.remove(first);
            first.go();
        }
    }

    /**
     * The same handler; what it does counts as running until it is done, even where the client has gone away before.
     *
     * @param handler answers a request before it returns
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
