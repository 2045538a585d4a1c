package org.parley.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The result of the latest attempt to load the record: whether the served record is what its folder holds. Thread-safe. */
@ApplicationScoped
public class LatestLoad {
    /** One volatile reference, so that no thread sees half of a change. */
    private volatile Failure failure;

    private volatile int failures;

    /**
     * Why the record was not loaded.
     *
     * @param at     when the attempt failed
     * @param faults one sentence per fault; at least one
     */
    public record Failure(Instant at, List<String> faults) {}

    /** Null if the latest attempt succeeded, so that the served record is the newest one. */
    public Failure failure() {
        return failure;
    }

    /** How many attempts have failed since the program started. */
    public int failures() {
        return failures;
    }

    /** Notes that the latest attempt failed; the previous record is still served. */
    public synchronized void failed(List<String> faults) {
        failure = new Failure(Instant.now(), List.copyOf(faults));
        failures++;
    }

    /** Notes that the served record is the newest one. */
    public synchronized void succeeded() {
        failure = null;
    }
}
