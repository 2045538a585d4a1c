package org.parley.limit;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.parley.graph.Operation;
import org.parley.store.StatementTime;

/**
 * The timeout of an operation. When it expires, the callback of {@link #whenPassed} is called, and {@link StatementTime} has the database
 * cancel the SQL statement that is running.
 *
 * <p>Thread-safe: it is created and stopped on the operation's thread, and expires on a thread of Vert.x.
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

    /** @param brake called once when the time is over: later by another thread, or now by this one if it is over already */
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

    /** Cancels the timer, since the operation has ended. */
    public void stop() {
        vertx.cancelTimer(timer);
    }

    /** Whether the operation should stop: its time is over, its client has disconnected, or the record was replaced while it read. */
    public boolean hasPassed() {
        return passed || operation.isOver();
    }
}
