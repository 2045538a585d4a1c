package org.parley.operate;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.parley.graph.Operation;

/**
 * Records a span for each operation, a child of the span of its HTTP request. It is created when the operation has ended, since the name
 * is known only once the document is valid. SmallRye's own spans lack the name, and are never closed if an operation is cancelled.
 */
@Singleton
class OperationTrace {
    private final Tracer tracer;

    OperationTrace(Tracer tracer) {
        this.tracer = tracer;
    }

    void write(Operation operation, OperationEnd outcome, Duration duration, Context ofRequest) {
        String type = operation.type() == null ? "operation" : operation.type();
        Instant end = Instant.now();
        Span span = tracer.spanBuilder(operation.name() == null ? type : type + " " + operation.name())
                .setParent(ofRequest)
                .setStartTimestamp(end.minus(duration))
                .startSpan();
        if (span.isRecording()) {
            span.setAttribute("graphql.operation.type", type);
            if (operation.name() != null) {
                span.setAttribute("graphql.operation.name", operation.name());
            }
            if (operation.hash() != null) {
                span.setAttribute("graphql.document.sha256", operation.hash());
            }
            span.setAttribute("parley.outcome", outcome.toString());
            span.setAttribute("parley.sql.statements", operation.sqlStatements());
            if (!operation.errorCodes().isEmpty()) {
                span.setAttribute("parley.error.codes", String.join(" ", operation.errorCodes()));
            }
            if (outcome == OperationEnd.FAILED) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end(end);
    }
}
