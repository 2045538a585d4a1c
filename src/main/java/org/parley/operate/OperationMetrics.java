package org.parley.operate;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.parley.graph.Operation;

/** How long operations take, by name and outcome. */
@Singleton
class OperationMetrics {
    /** Each name is a dozen series of numbers in here and in whatever collects them, and clients make the names up. */
    private static final int MOST_NAMES = 100;

    private final Set<String> names = new HashSet<>();
    private final MeterProvider<Timer> durations;

    OperationMetrics(MeterRegistry registry) {
        durations = Timer.builder("parley.operation.duration")
                .description("From the last byte of the request to the answer, handed to the network.")
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
