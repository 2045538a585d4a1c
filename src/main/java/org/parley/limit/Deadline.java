package org.parley.limit;

import graphql.GraphQLContext;
import graphql.execution.ResultNodesInfo;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.hibernate.Session;
import org.hibernate.jpa.SpecHints;

/**
 * The end of an operation's time. When it comes, the engine fetches no further field. No statement of SQL runs longer than an
 * operation may, so that one that began in time ends within the same time again.
 *
 * <p>The database cancels a statement by its timeout. A call that cancels would leave its mark on a statement that has just
 * ended, which H2 keeps prepared, and the next operation would fail by it.
 */
final class Deadline {
    private final Vertx vertx;
    private final GraphQLContext operation;
    private final long timer;
    private volatile boolean passed;

    /** @param session what the operation reads through */
    Deadline(Vertx vertx, GraphQLContext operation, Session session, Duration time) {
        this.vertx = vertx;
        this.operation = operation;
        this.timer = vertx.setTimer(time.toMillis(), id -> pass());
        session.setProperty(SpecHints.HINT_SPEC_QUERY_TIMEOUT, (int) time.toMillis());
    }

    private void pass() {
        passed = true;
        // The engine's own brake: beyond this number of fields each further one is null without being fetched.
        operation.put(ResultNodesInfo.MAX_RESULT_NODES, 0);
    }

    /** The operation has ended. */
    void stop() {
        vertx.cancelTimer(timer);
    }

    boolean hasPassed() {
        return passed;
    }
}
