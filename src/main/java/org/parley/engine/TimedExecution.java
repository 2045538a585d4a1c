package org.parley.engine;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;
import org.parley.limit.Deadline;

/**
 * Runs a query until it is done, or its time is over.
 *
 * <p>A query runs on one thread: if it is not done when that thread comes back here, it waits for fields that never come
 * ({@link Deadline}).
 */
final class TimedExecution extends AsyncExecutionStrategy {

    TimedExecution() {
        super(ErrorShape.exceptionHandler());
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext operation, ExecutionStrategyParameters parameters) {
        CompletableFuture<ExecutionResult> result = super.execute(operation, parameters);
        return result.isDone() || !Operation.current().isOver()
                ? result
                : CompletableFuture.completedFuture(
                        ExecutionResultImpl.newExecutionResult().data(null).build());
    }
}
