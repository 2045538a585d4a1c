package org.parley.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * How the latest attempt to load the record ended: whether what is served is what its folder holds. Safe for use by several threads.
 */
@ApplicationScoped
public class LatestLoad {
    /** Replaced as one, so that nobody reads half of it. */
    private volatile Failure failure;

    private volatile int failures;

    /**
     * Why the record was not loaded.
     *
     * @param at     when that was found
     * @param faults one sentence each; at least one
     */
    public record Failure(Instant at, List<String> faults) {}

    /** Null if the latest attempt did not fail, so that the record that is served is the newest one. */
    public Failure failure() {
        return failure;
    }

    /** How many attempts have failed since the program started. */
    public int failures() {
        return failures;
    }

    /** The latest attempt did not succeed, and the record before is served still. */
    public synchronized void failed(List<String> faults) {
        failure = new Failure(Instant.now(), List.copyOf(faults));
        failures++;
    }

    /** The record that is served is the newest one. */
    public synchronized void succeeded() {
        failure = null;
    }
}
