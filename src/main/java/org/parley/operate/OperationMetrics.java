package org.parley.operate;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Measures how long operations take, by name and outcome. Thread-safe. */
@Singleton
class OperationMetrics {
    /**
     * Clients choose operation names, and each name creates a dozen time series here and in the metrics collector. Further names count as
     * "other".
     */
    private static final int MOST_NAMES = 100;

    private final MeterProvider<Timer> durations;

    /** By name. The registry finds a timer by its tags only after it has sorted and compared them, so each is looked up there once. */
    private final Map<String, Timers> named = new ConcurrentHashMap<>();

    private final Timers anonymous = new Timers("anonymous");
    private final Timers none = new Timers("none");
    private final Timers other = new Timers("other");

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

    void count(Report report) {
        timers(report).of(report.outcome()).record(report.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timers timers(Report report) {
        if (report.type() == null) {
            return none;
        }
        if (report.name() == null) {
            return anonymous;
        }
        Timers known = named.get(report.name());
        return known == null ? added(report.name()) : known;
    }

    private synchronized Timers added(String name) {
        return named.size() < MOST_NAMES || named.containsKey(name) ? named.computeIfAbsent(name, Timers::new) : other;
    }

    /** The timers of one name, by outcome. */
    private final class Timers {
        private final String label;

        /** Replaced as a whole, so that it can be read without a lock. */
        private volatile Map<OperationEnd, Timer> byOutcome = Map.of();

        Timers(String label) {
            this.label = label;
        }

        Timer of(OperationEnd outcome) {
            Timer known = byOutcome.get(outcome);
            return known == null ? added(outcome) : known;
        }

        private synchronized Timer added(OperationEnd outcome) {
            Timer timer = durations.withTags("operation", label, "outcome", outcome.toString());
            Map<OperationEnd, Timer> more = new EnumMap<>(OperationEnd.class);
            more.putAll(byOutcome);
            more.put(outcome, timer);
            byOutcome = more;
            return timer;
        }
    }
}
