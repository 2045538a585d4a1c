package org.parley.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.parley.record.Edition;
import org.parley.record.LatestLoad;

/** Metrics about the record that is served, and whether it is the newest one. */
@Singleton
class RecordMetrics {
    private final MeterRegistry registry;
    private final Edition edition;
    private final LatestLoad latest;

    RecordMetrics(MeterRegistry registry, Edition edition, LatestLoad latest) {
        this.registry = registry;
        this.edition = edition;
        this.latest = latest;
    }

    void begin(@Observes StartupEvent event) {
        Gauge.builder(
                        "parley.record.records",
                        edition,
                        served -> served.served() == null ? 0 : served.served().records())
                .description("Records that are served.")
                .register(registry);
        Gauge.builder("parley.record.loaded.timestamp", edition, RecordMetrics::loaded)
                .description("When the record that is served came into the database.")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("parley.record.is.stale", latest, load -> load.failure() == null ? 0 : 1)
                .description("1 if the newest record could not be loaded, so that an earlier one is served.")
                .register(registry);
        FunctionCounter.builder("parley.record.load.failures", latest, LatestLoad::failures)
                .description("How often a record could not be loaded.")
                .register(registry);
    }

    /** Seconds since 1970. */
    private static double loaded(Edition edition) {
        return edition.served() == null ? 0 : edition.served().loadedAt().toEpochMilli() / 1000.0;
    }
}
