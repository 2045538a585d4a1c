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

/** Makes SmallRye call resolvers through {@link DeferringDataFetcher}. Found by the service loader. */
public class DeferringDataFetchers implements DataFetcherService, EventingService {
    /**
     * The fetchers, created with the schema, at build time: each looks up its method by reflection, and the native executable
     * contains the result. Keys are compared by identity, because SmallRye's operations are equal if only their classes differ.
     */
    private static final Map<Operation, DeferringDataFetcher<Object, Object>> MADE =
            Collections.synchronizedMap(new IdentityHashMap<>());

    /** No setting turns this off. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public Operation createOperation(Operation operation) {
        getDefaultDataFetcher(operation, null);
        return operation;
    }

    /** The fetchers of all operations of the schema. */
    static Map<Operation, DeferringDataFetcher<Object, Object>> made() {
        return MADE;
    }

    /** Comes before the service of Quarkus, whose priority is 1. */
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
