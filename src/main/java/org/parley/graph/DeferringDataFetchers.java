package org.parley.graph;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** Tells SmallRye to run resolvers through {@link DeferringDataFetcher}; found by the service loader. */
public class DeferringDataFetchers implements DataFetcherService {
    /**
     * SmallRye asks anew for the fetchers of all batched fields at each request, and making one looks its method up by
     * reflection. By identity: two operations are equal where only their classes differ.
     */
    private static final Map<Operation, DeferringDataFetcher<?, ?>> MADE =
            Collections.synchronizedMap(new IdentityHashMap<>());

    /** Asked before the service of Quarkus, whose priority is 1. */
    @Override
    public Integer getPriority() {
        return 0;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public PlugableBatchableDataFetcher getDefaultDataFetcher(Operation operation, Type type) {
        return MADE.computeIfAbsent(operation, field -> new DeferringDataFetcher<>(field, type));
    }
}
