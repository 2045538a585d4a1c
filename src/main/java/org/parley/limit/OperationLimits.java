package org.parley.limit;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import io.quarkus.arc.Unremovable;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.parley.graph.Operation;

/** Holds each operation to the limits, at the places that the engine offers on an operation's way. */
@Singleton
@Unremovable // the engine is not made by CDI, which sees nobody who uses this
public class OperationLimits extends SimplePerformantInstrumentation {
    private final LimitsConfig limits;
    private final IntrospectionConfig introspection;
    private final Vertx vertx;

    public OperationLimits(LimitsConfig limits, IntrospectionConfig introspection, Vertx vertx) {
        this.limits = limits;
        this.introspection = introspection;
        this.vertx = vertx;
    }

    private static final class Running implements InstrumentationState {
        private Deadline deadline;
    }

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        return new Running();
    }

    /** No limit, but here is the one place for it: the registry in which the fetchers make the loaders that they need. */
    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return input.transform(builder -> builder.dataLoaderRegistry(new DataLoaderRegistry()));
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecution(
            InstrumentationExecutionParameters parameters, InstrumentationState state) {
        VariableLimits.check(parameters.getExecutionInput().getVariables(), limits);
        return null;
    }

    /** Parsed and not validated yet; a document that was answered before does not come here again. */
    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables document, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        DocumentShape.check(document.getDocument(), limits, introspection.enabled());
        return document;
    }

    /** Validated, the variables known, and nothing done yet. */
    @Override
    public ExecutionContext instrumentExecutionContext(
            ExecutionContext operation, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Cost cost = Cost.of(operation, limits.cost());
        operation.getGraphQLContext().put(Cost.KEY, cost);
        Operation.current().costs((int) cost.cost());
        LimitExceeded.beyond(
                limits.cost(), cost.cost(), LimitExceeded.TOO_COSTLY, "an operation", "fields in its answer");
        ((Running) state).deadline =
                new Deadline(vertx, operation.getGraphQLContext(), Operation.current(), limits.time());
        return operation;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        return SimpleInstrumentationContext.whenCompleted((result, failure) -> ((Running) state).deadline.stop());
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
        return parameters.isTrivialDataFetcher()
                ? fetcher
                : field -> ((Running) state).deadline.inTime(fetcher.get(field));
    }

    /** What an operation cut off in its midst has gathered has holes, and is not shown. */
    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Deadline deadline = ((Running) state).deadline;
        return CompletableFuture.completedFuture(
                deadline != null && deadline.hasPassed()
                        ? new ExecutionResultImpl(LimitExceeded.error(
                                LimitExceeded.OUT_OF_TIME,
                                "an operation must end within " + limits.time().toMillis()
                                        + " milliseconds; this one was cancelled"))
                        : result);
    }
}
