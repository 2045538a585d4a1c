package org.parley.graph;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;

/** Tells SmallRye to run resolvers through {@link DeferringDataFetcher}; found by the service loader. */
public class DeferringDataFetchers implements DataFetcherService {

    /** Asked before the service of Quarkus, whose priority is 1. */
    @Override
    public Integer getPriority() {
        return 0;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public PlugableBatchableDataFetcher getDefaultDataFetcher(Operation operation, Type type) {
        return new DeferringDataFetcher<>(operation, type);
    }
}
