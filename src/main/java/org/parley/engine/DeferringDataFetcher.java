package org.parley.engine;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusDefaultDataFetcher;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.RequestContextHelper;
import io.smallrye.graphql.api.Context;
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
 * Runs a resolver; where it answers with a {@link Deferred}, hands that to the request's loader of its batch.
 *
 * <p>The whole operation runs on one worker thread (`quarkus.smallrye-graphql.nonblocking.enabled=false`), so a batch is
 * read there too, on the request's own persistence context.
 */
class DeferringDataFetcher<K, T> extends QuarkusDefaultDataFetcher<K, T> {

    private final boolean asksForContext;
    private final boolean asIs;

    DeferringDataFetcher(Operation operation, Type type) {
        super(operation, type);
        argumentHelper = new Arguments(operation.getArguments());
        asksForContext =
                List.of(operationInvoker.getMethod().getParameterTypes()).contains(Context.class);
        asIs = AsIs.is(operation);
    }

    /** Without the context of SmallRye, for the reason that {@link DirectFieldDataFetcher} gives, unless the resolver asks for it. */
    @Override
    public T get(DataFetchingEnvironment dfe) throws Exception {
        if (asksForContext) {
            return super.get(dfe);
        }
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

    /** @param environment holds the environment of the field as the context of each key */
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
        ManagedContext request = Arc.container().requestContext();
        Object answer;
        try {
            RequestContextHelper.reactivate(request, dfe);
            answer = operationInvoker.invoke(arguments);
        } finally {
            request.deactivate();
        }
        if (answer instanceof Deferred<?> deferred) {
            deferred.selected(dfe.getSelectionSet()::contains);
            return (R) load((Deferred<Object>) deferred, dfe);
        }
        return (R) (asIs ? answer : fieldHelper.transformOrAdaptResponse(answer, dfe));
    }

    private static CompletableFuture<Object> load(Deferred<Object> deferred, DataFetchingEnvironment dfe) {
        dfe.getDataLoaderRegistry()
                .computeIfAbsent(
                        deferred.batch(),
                        name -> DataLoaderFactory.newDataLoader((List<Deferred<Object>> keys) -> read(keys, dfe)));
        DataLoader<Deferred<Object>, Object> loader = dfe.getDataLoader(deferred.batch());
        return loader.load(deferred);
    }

    private static CompletionStage<List<Object>> read(List<Deferred<Object>> keys, DataFetchingEnvironment dfe) {
        ManagedContext request = Arc.container().requestContext();
        try {
            RequestContextHelper.reactivate(request, dfe);
            return inTime(() -> CompletableFuture.completedFuture(keys.get(0).readAll(keys)));
        } finally {
            request.deactivate();
        }
    }

    @Override
    public CompletionStage<List<T>> invokeBatch(DataFetchingEnvironment dfe, Object[] arguments) {
        return inTime(() -> super.invokeBatch(dfe, arguments));
    }

    /**
     * What a batch answers; never anything if the operation's time is over before that. To tell each of perhaps a million
     * fields that it failed would take longer than all that was done for them.
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
