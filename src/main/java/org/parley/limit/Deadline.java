package org.parley.limit;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.parley.graph.Operation;
import org.parley.store.StatementTime;

/**
 * The end of an operation's time. When it comes, whoever executes the operation is told, and {@link StatementTime} has the statement
 * of SQL end that runs then.
 *
 * <p>Made and stopped on the operation's thread; it passes on another one.
 */
public final class Deadline {
    private final Vertx vertx;
    private final Operation operation;
    private final long timer;
    private volatile boolean passed;
    private Runnable told = () -> {};

    Deadline(Vertx vertx, Operation operation, Duration time) {
        this.vertx = vertx;
        this.operation = operation;
        operation.mustEndWithin(time);
        this.timer = vertx.setTimer(time.toMillis(), id -> pass());
    }

    private void pass() {
        Runnable whoever;
        synchronized (this) {
            passed = true;
            whoever = told;
        }
        whoever.run();
    }

    /** @param brake called once when the time is over, by another thread; at once, by this one, if it is over already */
    public void whenPassed(Runnable brake) {
        boolean late;
        synchronized (this) {
            told = brake;
            late = passed;
        }
        if (late) {
            brake.run();
        }
    }

    /** The operation has ended. */
    public void stop() {
        vertx.cancelTimer(timer);
    }

    /** Whether the time is over, or nobody waits for the operation any more. */
    public boolean hasPassed() {
        return passed || operation.isOver();
    }
}
