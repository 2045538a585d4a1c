package org.parley.operate;

import io.opentelemetry.context.Context;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.parley.graph.Operation;

/** Reports every operation to log, metrics and traces once it is answered. Thread-safe. */
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
     * Begins an operation. Its duration counts from here and includes waiting for a worker thread. Must come after the body handler, so
     * that a slow sender does not count as slow answering.
     */
    public void begin(RoutingContext context) {
        Operation.begin(() -> context.response().closed());
        context.put(SPAN_OF_REQUEST, Context.current());
        context.next();
    }

    /** Wraps a handler so that the operation is reported when the handler returns or throws. The handler must answer synchronously. */
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
