package org.parley.limit;

import graphql.GraphQLContext;
import graphql.execution.ResultNodesInfo;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.graph.Operation;
import org.parley.store.StatementTime;

/**
 * The end of an operation's time. When it comes, the engine fetches no further field and is told of none that it waits for, and
 * {@link StatementTime} has the statement of SQL end that runs then.
 */
public final class Deadline {
    private final Vertx vertx;
    private final GraphQLContext engine;
    private final Operation operation;
    private final long timer;

    /** @param engine what the engine looks at while it runs the operation */
    public Deadline(Vertx vertx, GraphQLContext engine, Operation operation, Duration time) {
        this.vertx = vertx;
        this.engine = engine;
        this.operation = operation;
        operation.mustEndWithin(time);
        this.timer = vertx.setTimer(time.toMillis(), id -> brake());
    }

    /** The engine's own brake: beyond this number of fields each further one is null without being fetched. */
    private void brake() {
        engine.put(ResultNodesInfo.MAX_RESULT_NODES, 0);
    }

    /** The operation has ended. */
    public void stop() {
        vertx.cancelTimer(timer);
    }

    public boolean hasPassed() {
        return operation.isOver() || engine.hasKey(ResultNodesInfo.MAX_RESULT_NODES);
    }

    /**
     * The same answer; one that is read later is never there if the time is over by then, for the engine would take longer to
     * hear of it than all that was done for it.
     *
     * @param answer a value, a stage of one, or null
     */
    public Object inTime(Object answer) {
        if (!(answer instanceof CompletionStage<?> later)) {
            return answer;
        }
        CompletableFuture<Object> shown = new CompletableFuture<>();
        later.whenComplete((value, failure) -> {
            if (hasPassed()) {
                return;
            }
            if (failure == null) {
                shown.complete(value);
            } else {
                shown.completeExceptionally(failure);
            }
        });
        return shown;
    }
}
