package org.parley.graph;

/**
 * Stops work on an operation that has timed out or whose client has disconnected. Never shown to a client, so it has no error code.
 */
public final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutOfTime() {
        super("the operation is over", null, false, false);
    }
}
