package org.parley.operate;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records a span for each operation, a child of the span of its HTTP request. It is created when the operation has ended, since the name
 * is known only once the document is valid. SmallRye's own spans lack the name, and are never closed if an operation is cancelled.
 */
@Singleton
class OperationTrace {
    private final Tracer tracer;
    private final boolean isOn;

    OperationTrace(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isDisabled) {
        this.tracer = tracer;
        this.isOn = !isDisabled;
    }

    /** Whether traces are exported. If not, {@link #write} does nothing. */
    boolean isOn() {
        return isOn;
    }

    /** @param ofRequest the context of the HTTP request's span; null if traces are off */
    void write(Report report, Context ofRequest) {
        if (!isOn) {
            return;
        }
        String type = report.type() == null ? "operation" : report.type();
        Instant end = Instant.now();
        Span span = tracer.spanBuilder(report.name() == null ? type : type + " " + report.name())
                .setParent(ofRequest)
                .setStartTimestamp(end.minus(Duration.ofNanos(report.nanos())))
                .startSpan();
        if (span.isRecording()) {
            span.setAttribute("graphql.operation.type", type);
            if (report.name() != null) {
                span.setAttribute("graphql.operation.name", report.name());
            }
            if (report.hash() != null) {
                span.setAttribute("graphql.document.sha256", report.hash());
            }
            span.setAttribute("parley.outcome", report.outcome().toString());
            span.setAttribute("parley.sql.statements", report.sql());
            span.setAttribute("parley.kept", report.isKept());
            if (!report.errorCodes().isEmpty()) {
                span.setAttribute("parley.error.codes", String.join(" ", report.errorCodes()));
            }
            if (report.outcome() == OperationEnd.FAILED) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end(end);
    }
}
