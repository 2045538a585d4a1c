package org.parley.graph;

/** Knows which failures mean that something is not there for now. Called by several threads at once. */
public interface Outages {

    /** Where nothing can be gone. */
    Outages NONE = failure -> null;

    /** What a failure, or one of its causes, means; null if it means no outage. */
    ServiceUnavailable toldBy(Throwable failure);
}
