package org.parley.change;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.parley.graph.RequestError;
import org.parley.record.Edition;

/** Metrics about changes by people. Thread-safe. */
@Singleton
class ChangeMetrics {
    private final MeterRegistry registry;
    private final Edition edition;
    private final Journals journals;

    ChangeMetrics(MeterRegistry registry, Edition edition, Journals journals) {
        this.registry = registry;
        this.edition = edition;
        this.journals = journals;
    }

    void begin(@Observes StartupEvent event) {
        Gauge.builder("parley.record.change", edition, ChangeMetrics::last)
                .description(
                        "Number of the last change, proposal or rejection of the record that is served; 0 if there is none.")
                .register(registry);
        if (journals.folder() != null) {
            Gauge.builder("parley.journal", journals, Journals::bytes)
                    .description("Length of the journal; 0 before the first change.")
                    .baseUnit("bytes")
                    .register(registry);
        }
    }

    private static double last(Edition edition) {
        Edition.Served served = edition.served();
        return served == null ? 0 : served.change();
    }

    /** What came of a request. */
    private enum Outcome {
        ACCEPTED,
        REPLAYED,
        REFUSED,
        TRIED
    }

    /**
     * Counts a request that was answered.
     *
     * @param began see {@link System#nanoTime}
     */
    void answered(ChangePayload payload, long began) {
        Outcome outcome = !payload.userErrors().isEmpty()
                ? Outcome.REFUSED
                : payload.change() == null ? Outcome.TRIED : payload.replayed() ? Outcome.REPLAYED : Outcome.ACCEPTED;
        count(outcome.name().toLowerCase(Locale.ROOT));
        if (outcome == Outcome.ACCEPTED) {
            Timer.builder("parley.change")
                    .description(
                            "How long changes, proposals and rejections that were accepted took, with their wait for others.")
                    .register(registry)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    /** Counts a request that ended with an error. */
    void failed(RequestError error) {
        count(error.code().toLowerCase(Locale.ROOT));
    }

    private void count(String outcome) {
        Counter.builder("parley.changes")
                .description("Requests for a change, a proposal or a rejection, by what came of them.")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
