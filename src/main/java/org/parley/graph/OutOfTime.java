package org.parley.graph;

/** An operation's time is over, or its client gone: whatever is still done for it ends by this. No client sees it, so that it has no code. */
public final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime() {
        super("the operation is over", null, false, false);
    }
}
