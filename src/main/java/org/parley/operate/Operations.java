package org.parley.operate;

import io.opentelemetry.context.Context;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.parley.graph.Operation;

/** Reports every operation once it is answered. */
@ApplicationScoped
public class Operations {
    private static final String SPAN_OF_REQUEST = "parley.span-of-request";

    private final OperationLog log;
    private final OperationMetrics metrics;
    private final OperationTrace trace;

    Operations(OperationLog log, OperationMetrics metrics, OperationTrace trace) {
        this.log = log;
        this.metrics = metrics;
        this.trace = trace;
    }

    /**
     * Begins one: its time counts from here, waiting for a thread included. Comes after the body's handler, for how fast a
     * client sends is not how fast Parley answers.
     */
    public void begin(RoutingContext context) {
        Operation.begin(() -> context.response().closed());
        context.put(SPAN_OF_REQUEST, Context.current());
        context.next();
    }

    /**
     * Reports what a handler, which answers before it returns, has made of the operation.
     */
    public Handler<RoutingContext> reporting(Handler<RoutingContext> answering) {
        return context -> {
            boolean answered = false;
            try {
                answering.handle(context);
                answered = true;
            } finally {
                report(context, answered);
            }
        };
    }

    private void report(RoutingContext context, boolean answered) {
        Operation operation = Operation.current();
        Duration duration = Duration.ofNanos(operation.elapsed());
        int status = answered ? context.response().getStatusCode() : 500;
        OperationEnd outcome =
                OperationEnd.of(operation, status, context.response().ended());
        log.write(operation, outcome, status, duration);
        metrics.count(operation, outcome, duration);
        trace.write(operation, outcome, duration, context.get(SPAN_OF_REQUEST));
    }
}
