package org.parley.graph;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.datafetcher.BatchDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import io.smallrye.graphql.schema.model.Operation;
import java.util.Collection;
import java.util.Map;
import org.dataloader.DataLoader;

/**
 * Hands an object to the request's loader of a field that is read for many objects at once. In the place of SmallRye's own, for
 * the reason that {@link DirectFieldDataFetcher} gives.
 */
final class BatchedFieldDataFetcher implements DataFetcher<Object> {
    private final String loader;
    private final ArgumentHelper arguments;

    private BatchedFieldDataFetcher(Operation operation) {
        loader = new BatchLoaderHelper().getName(operation);
        arguments = new ArgumentHelper(operation.getArguments());
    }

    /**
     * The schema with these fetchers in it.
     *
     * @param operations all of which the schema was made
     */
    static GraphQLSchema in(GraphQLSchema schema, Collection<Operation> operations) {
        GraphQLCodeRegistry made = schema.getCodeRegistry();
        GraphQLCodeRegistry.Builder registry = GraphQLCodeRegistry.newCodeRegistry(made);
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    FieldCoordinates place = FieldCoordinates.coordinates(object, field);
                    if (made.getDataFetcher(place, field) instanceof BatchDataFetcher) {
                        registry.dataFetcher(
                                place, new BatchedFieldDataFetcher(operationOf(object, field, operations)));
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
                        "No operation reads " + type.getName() + "." + field.getName() + " of many objects"));
    }

    @Override
    public Object get(DataFetchingEnvironment dfe) throws Exception {
        DataLoader<Object, Object> objects = dfe.getDataLoader(loader);
        return objects.load(
                dfe.getSource(),
                Map.of(
                        BatchLoaderHelper.ARGUMENTS,
                        arguments.getArguments(dfe, true),
                        BatchLoaderHelper.DATA_FETCHING_ENVIRONMENT,
                        dfe));
    }
}
