package org.parley.engine;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.datafetcher.BatchDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.OperationType;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import io.smallrye.graphql.spi.EventingService;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** Puts Parley's resolvers into the schema that SmallRye makes. Found by the service loader. */
public class Resolvers implements DataFetcherService, EventingService {
    /**
     * The resolvers, created with the schema, at build time: each looks up its method by reflection, and the native executable
     * contains the result. Keys are compared by identity, because SmallRye's operations are equal if only their classes differ.
     */
    private static final Map<Operation, MethodResolver> MADE = Collections.synchronizedMap(new IdentityHashMap<>());

    /** No setting turns this off. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public Operation createOperation(Operation operation) {
        // A subscription is executed as a query for each of its events (EventQuery), so its method is never called.
        if (operation.getOperationType() != OperationType.SUBSCRIPTION) {
            getDefaultDataFetcher(operation, null);
        }
        return operation;
    }

    /** Comes before the service of Quarkus, whose priority is 1. */
    @Override
    public Integer getPriority() {
        return 0;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public PlugableBatchableDataFetcher getDefaultDataFetcher(Operation operation, Type type) {
        return MADE.computeIfAbsent(operation, MethodResolver::new);
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return new MemberResolver(field, owner);
    }

    /** The schema with the resolver of each batched field in the place of SmallRye's fetcher, which passes objects to a data loader. */
    static GraphQLSchema in(GraphQLSchema schema) {
        GraphQLCodeRegistry made = schema.getCodeRegistry();
        GraphQLCodeRegistry.Builder registry = GraphQLCodeRegistry.newCodeRegistry(made);
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    FieldCoordinates place = FieldCoordinates.coordinates(object, field);
                    if (made.getDataFetcher(place, field) instanceof BatchDataFetcher) {
                        registry.dataFetcher(place, ofBatch(object, field));
                    }
                }
            }
        }
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(registry.build()));
    }

    private static MethodResolver ofBatch(GraphQLObjectType type, GraphQLFieldDefinition field) {
        synchronized (MADE) {
            return MADE.entrySet().stream()
                    .filter(each -> each.getKey().isSourceField()
                            && each.getKey().getName().equals(field.getName())
                            && each.getKey().getSourceFieldOn().getName().equals(type.getName()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No operation reads " + type.getName() + "." + field.getName() + " for many objects"));
        }
    }
}
