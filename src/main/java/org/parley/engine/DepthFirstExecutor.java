package org.parley.engine;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionId;
import graphql.execution.ResultNodesInfo;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dataloader.DataLoaderRegistry;
import org.parley.graph.Operation;
import org.parley.graph.OutOfTime;
import org.parley.graph.Outages;
import org.parley.limit.Deadline;

/**
 * Executes operations with graphql-java's own strategies: all fields of a query at once, those of a mutation one after the other.
 *
 * <p>When an operation is over, no further field is fetched, and the futures that graphql-java waits for never complete: to fail each
 * of perhaps a million fields would take longer than all the work done for them. The unfinished result is then dropped.
 */
final class DepthFirstExecutor implements Executor {
    /** Not used. By default, graphql-java generates a random id for each operation. */
    private static final ExecutionId ID = ExecutionId.from("operation");

    private final GraphQL graphQL;

    DepthFirstExecutor(GraphQLSchema schema, Outages outages) {
        FieldFailures failures = new FieldFailures(outages);
        graphQL = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new AsyncExecutionStrategy(failures))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(failures))
                .instrumentation(new InTime())
                .preparsedDocumentProvider((input, parse) ->
                        CompletableFuture.completedFuture(context(input).get(PreparsedDocumentEntry.class)))
                .build();
    }

    @Override
    public ExecutionResult execute(PreparedOperation operation) {
        // The fetchers add the data loaders that they need to this registry.
        ExecutionInput input = ExecutionInput.newExecutionInput()
                .query("prepared")
                .executionId(ID)
                .operationName(operation.definition().getName())
                .variables(operation.given())
                .dataLoaderRegistry(new DataLoaderRegistry())
                .build();
        GraphQLContext context = context(input);
        context.put(
                PreparsedDocumentEntry.class,
                new PreparsedDocumentEntry(operation.document().document()));
        context.put(Deadline.class, operation.deadline());
        // Stops graphql-java: beyond this number of fields it sets each further one to null without fetching it.
        operation.deadline().whenPassed(() -> context.put(ResultNodesInfo.MAX_RESULT_NODES, 0));
        return await(graphQL.executeAsync(input), operation.operation());
    }

    private static GraphQLContext context(ExecutionInput input) {
        return input.getGraphQLContext();
    }

    /**
     * Waits for the result. Resolvers run on this thread, so a result that is not complete now waits for fields that never complete.
     */
    private static ExecutionResult await(CompletableFuture<ExecutionResult> result, Operation operation) {
        if (!result.isDone() && operation.isOver()) {
            throw new OutOfTime();
        }
        try {
            return result.get(operation.timeLeft(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new OutOfTime();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutOfTime();
        }
    }

    private static final class InTime extends SimplePerformantInstrumentation {
        @Override
        public DataFetcher<?> instrumentDataFetcher(
                DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
            if (parameters.isTrivialDataFetcher()) {
                return fetcher;
            }
            Deadline deadline =
                    parameters.getExecutionContext().getGraphQLContext().get(Deadline.class);
            return field -> deadline.hasPassed() ? new CompletableFuture<>() : inTime(fetcher.get(field), deadline);
        }

        /**
         * The same value. If it is a future, it completes only if the operation is not over by then.
         *
         * @param answer a value, a completion stage of one, or null
         */
        private static Object inTime(Object answer, Deadline deadline) {
            if (!(answer instanceof CompletionStage<?> later)) {
                return answer;
            }
            CompletableFuture<Object> shown = new CompletableFuture<>();
            later.whenComplete((value, failure) -> {
                if (deadline.hasPassed()) {
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
}
