package org.parley.operate;

import io.opentelemetry.context.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.MustWait;
import org.parley.graph.Operation;
import org.parley.graph.Requester;

/** Reports every operation to log, metrics and traces once it is answered. Thread-safe; never blocks. */
@ApplicationScoped
public class Operations {
    private static final String REQUESTER = "parley.requester";
    private static final String GOES_ON = "parley.goes-on";
    private static final String SPAN_OF_REQUEST = "parley.span-of-request";

    private final OperationLog log;
    private final OperationMetrics metrics;
    private final OperationTrace trace;

    Operations(OperationLog log, OperationMetrics metrics, OperationTrace trace) {
        this.log = log;
        this.metrics = metrics;
        this.trace = trace;
    }

    /** Records who has sent a request, before its operation begins. */
    public static void isOf(Requester requester, RoutingContext context) {
        context.put(REQUESTER, requester);
    }

    /** Who has sent a request; null if the request does not say it. */
    public static Requester requester(RoutingContext context) {
        return context.get(REQUESTER);
    }

    /** Records that the answer to a request goes on after its handler has returned, by events. */
    public static void goesOn(RoutingContext context) {
        context.put(GOES_ON, true);
    }

    /**
     * Begins an operation. Its duration counts from here and includes waiting for a worker thread. Must come after the body handler, so
     * that a slow sender does not count as slow answering.
     */
    public void begin(RoutingContext context) {
        HttpServerResponse response = context.response();
        Operation.begin(response::closed).isOf(requester(context));
        if (trace.isOn()) {
            context.put(SPAN_OF_REQUEST, Context.current());
        }
    }

    /**
     * Wraps a handler so that the operation is reported when the handler returns or throws. The handler must answer synchronously. If it
     * throws {@link MustWait}, nothing is reported: the operation begins again on another thread.
     */
    public Handler<RoutingContext> reporting(Handler<RoutingContext> answering) {
        return context -> {
            int status = 500;
            try {
                answering.handle(context);
                status = context.response().getStatusCode();
            } catch (MustWait e) {
                status = 0;
                throw e;
            } finally {
                if (status != 0) {
                    report(
                            Report.of(
                                    Operation.current(),
                                    status,
                                    context.response().ended() || context.get(GOES_ON) != null),
                            trace.isOn() ? context.get(SPAN_OF_REQUEST) : null);
                }
            }
        };
    }

    /** What is to be reported if the answer to the current operation is sent again from the cache; the answer has no errors. */
    public Report toKeep() {
        return Report.of(Operation.current(), 200, true);
    }

    /**
     * Reports an operation that was answered from the cache.
     *
     * @param first what {@link #toKeep} returned when it was executed
     * @param began {@link System#nanoTime} when the request was complete
     */
    public void reportKept(Report first, RoutingContext context, long began) {
        HttpServerResponse response = context.response();
        report(
                first.again(
                        response.ended() ? OperationEnd.OK : OperationEnd.ABANDONED,
                        response.getStatusCode(),
                        System.nanoTime() - began),
                trace.isOn() ? Context.current() : null);
    }

    /**
     * Reports the current operation, which a message of a WebSocket has asked for.
     *
     * @param status the HTTP status that a request would have been answered with
     */
    public void reportMessage(int status) {
        report(Report.of(Operation.current(), status, true), null);
    }

    private void report(Report report, Context ofRequest) {
        log.write(report);
        metrics.count(report);
        trace.write(report, ofRequest);
    }
}
