package org.parley.graph;

/** An operation on the event loop needs what is not in memory, or is too long for the event loop. Nothing was answered yet. */
public final class MustWait extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MustWait() {
        super("the operation must be executed by a worker", null, false, false);
    }
}
