package org.parley.engine;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.datafetcher.DefaultDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.parley.graph.Deferred;

/**
 * Calls a resolver. If it returns a {@link Deferred}, passes that to the request's data loader of its batch.
 *
 * <p>The whole operation runs on the thread that calls the {@link Engine}, so a batch is read on that thread too, in the request's
 * own persistence context.
 */
class DeferringDataFetcher<K, T> extends DefaultDataFetcher<K, T> {

    private final boolean converts;

    DeferringDataFetcher(Operation operation, Type type) {
        super(operation, type);
        argumentHelper = new Arguments(operation.getArguments());
        converts = Conversion.isNeededFor(operation);
        if (List.of(operationInvoker.getMethod().getParameterTypes()).contains(Context.class)) {
            throw new IllegalStateException(operation.getClassName() + "." + operation.getMethodName()
                    + " must not take SmallRye's Context, which does not exist here: use org.parley.graph.Operation");
        }
    }

    /** Calls the resolver without building SmallRye's context, which takes time (see {@link DirectFieldDataFetcher}). */
    @Override
    public T get(DataFetchingEnvironment dfe) throws Exception {
        DataFetcherResult.Builder<Object> failed = DataFetcherResult.newResult();
        try {
            return invokeAndTransform(
                    null, dfe, failed, argumentHelper.getArguments(dfe).toArray());
        } catch (AbstractDataFetcherException e) {
            e.appendDataFetcherResult(failed, dfe);
        } catch (GraphQLException e) {
            errorResultHelper.appendPartialResult(failed, dfe, e);
        }
        return invokeFailure(failed);
    }

    /** @param environment the context of each of its keys is the environment of the field */
    @Override
    public CompletionStage<List<T>> load(List<K> keys, BatchLoaderEnvironment environment) {
        return invokeBatch(
                (DataFetchingEnvironment) environment.getKeyContextsList().get(0), new Object[] {keys});
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R invokeAndTransform(
            Context context, DataFetchingEnvironment dfe, DataFetcherResult.Builder<Object> result, Object[] arguments)
            throws Exception {
        Object answer = operationInvoker.invoke(arguments);
        if (answer instanceof Deferred<?> deferred) {
            deferred.selected(dfe.getSelectionSet()::contains);
            return (R) load((Deferred<Object>) deferred, dfe);
        }
        return (R) (converts ? fieldHelper.transformOrAdaptResponse(answer, dfe) : answer);
    }

    private static CompletableFuture<Object> load(Deferred<Object> deferred, DataFetchingEnvironment dfe) {
        dfe.getDataLoaderRegistry()
                .computeIfAbsent(
                        deferred.batch(),
                        name -> DataLoaderFactory.newDataLoader((List<Deferred<Object>> keys) -> inTime(() ->
                                CompletableFuture.completedFuture(keys.get(0).readAll(keys)))));
        DataLoader<Deferred<Object>, Object> loader = dfe.getDataLoader(deferred.batch());
        return loader.load(deferred);
    }

    @Override
    public CompletionStage<List<T>> invokeBatch(DataFetchingEnvironment dfe, Object[] arguments) {
        return inTime(() -> super.invokeBatch(dfe, arguments));
    }

    /**
     * Reads a batch. If the operation is over before the batch is read, the result never completes: to fail each of perhaps a million
     * fields would take longer than all the work done for them.
     */
    private static <A> CompletionStage<A> inTime(Supplier<CompletionStage<A>> batch) {
        org.parley.graph.Operation operation = org.parley.graph.Operation.current();
        try {
            operation.mustHaveTime();
            CompletionStage<A> answer = batch.get();
            operation.mustHaveTime();
            return answer;
        } catch (RuntimeException e) {
            if (operation.isOver()) {
                return new CompletableFuture<>();
            }
            throw e;
        }
    }
}
