package org.parley.engine;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.datafetcher.BatchDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import io.smallrye.graphql.schema.model.Operation;
import java.util.Collection;
import java.util.Map;
import org.dataloader.BatchLoaderWithContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;

/**
 * Fetches a field that is read for many objects at once: it passes each object to the request's data loader of that field. SmallRye's
 * own fetcher builds a context for each value (see {@link DirectFieldDataFetcher}), and SmallRye makes the loaders of all fields for
 * each request. Here a loader is made lazily, when it is first needed.
 */
final class BatchedFieldDataFetcher implements DataFetcher<Object> {
    private final String name;
    private final BatchLoaderWithContext<Object, Object> resolver;

    private BatchedFieldDataFetcher(Operation operation, BatchLoaderWithContext<Object, Object> resolver) {
        if (operation.getArguments().size() > 1) {
            throw new IllegalStateException(operation.getClassName() + "." + operation.getMethodName()
                    + " must take no argument but its objects: one batch may hold objects of two fields");
        }
        this.name = new BatchLoaderHelper().getName(operation);
        this.resolver = resolver;
    }

    /**
     * Returns the schema with these fetchers.
     *
     * @param resolvers the fetchers of all operations of the schema
     */
    static GraphQLSchema in(GraphQLSchema schema, Map<Operation, DeferringDataFetcher<Object, Object>> resolvers) {
        GraphQLCodeRegistry made = schema.getCodeRegistry();
        GraphQLCodeRegistry.Builder registry = GraphQLCodeRegistry.newCodeRegistry(made);
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    FieldCoordinates place = FieldCoordinates.coordinates(object, field);
                    if (made.getDataFetcher(place, field) instanceof BatchDataFetcher) {
                        Operation operation = operationOf(object, field, resolvers.keySet());
                        registry.dataFetcher(place, new BatchedFieldDataFetcher(operation, resolvers.get(operation)));
                    }
                }
            }
        }
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(registry.build()));
    }

    private static Operation operationOf(
            GraphQLObjectType type, GraphQLFieldDefinition field, Collection<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.isSourceField()
                        && operation.getName().equals(field.getName())
                        && operation.getSourceFieldOn().getName().equals(type.getName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No operation reads " + type.getName() + "." + field.getName() + " for many objects"));
    }

    @Override
    public Object get(DataFetchingEnvironment dfe) {
        dfe.getDataLoaderRegistry().computeIfAbsent(name, absent -> DataLoaderFactory.newDataLoader(resolver));
        DataLoader<Object, Object> objects = dfe.getDataLoader(name);
        return objects.load(dfe.getSource(), dfe);
    }
}
