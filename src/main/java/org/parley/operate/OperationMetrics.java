package org.parley.operate;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.parley.graph.Operation;

/** Measures how long operations take, by name and outcome. Thread-safe. */
@Singleton
class OperationMetrics {
    /**
     * Clients choose operation names, and each name creates a dozen time series here and in the metrics collector. Further names count as
     * "other".
     */
    private static final int MOST_NAMES = 100;

    private final Set<String> names = new HashSet<>();
    private final MeterProvider<Timer> durations;

    OperationMetrics(MeterRegistry registry) {
        durations = Timer.builder("parley.operation.duration")
                .description("Time from the last byte of the request until the answer is handed to the network.")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofMillis(2500),
                        Duration.ofSeconds(10))
                .withRegistry(registry);
    }

    void count(Operation operation, OperationEnd outcome, Duration duration) {
        durations
                .withTags("operation", label(operation), "outcome", outcome.toString())
                .record(duration);
    }

    private String label(Operation operation) {
        if (operation.type() == null) {
            return "none";
        }
        return operation.name() == null ? "anonymous" : known(operation.name());
    }

    private synchronized String known(String name) {
        return names.contains(name) || names.size() < MOST_NAMES && names.add(name) ? name : "other";
    }
}
