package org.parley.engine;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import io.smallrye.graphql.spi.EventingService;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** Tells SmallRye to run resolvers through {@link DeferringDataFetcher}; found by the service loader. */
public class DeferringDataFetchers implements DataFetcherService, EventingService {
    /**
     * Made while the schema is built, which is at build time: making one looks its method up by reflection, and the executable
     * holds them. By identity: two operations are equal where only their classes differ.
     */
    private static final Map<Operation, DeferringDataFetcher<Object, Object>> MADE =
            Collections.synchronizedMap(new IdentityHashMap<>());

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public Operation createOperation(Operation operation) {
        getDefaultDataFetcher(operation, null);
        return operation;
    }

    /** Those of all operations that the schema is made of. */
    static Map<Operation, DeferringDataFetcher<Object, Object>> made() {
        return MADE;
    }

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

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return new DirectFieldDataFetcher<>(field, owner);
    }
}
