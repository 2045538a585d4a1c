package org.parley.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.parley.graph.Deferred;
import org.parley.graph.Outages;

/**
 * Executes operations with graphql-java's own strategies, as the oracle of the {@link BreadthFirstExecutor}: it calls the same resolvers,
 * through data loaders.
 */
final class DepthFirstExecutor implements Executor {
    private final GraphQL graphQL;

    DepthFirstExecutor(GraphQLSchema schema) {
        FieldFailures failures = new FieldFailures(Outages.NONE);
        DataFetcherExceptionHandler handler =
                parameters -> CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                        .error(failures.of(
                                parameters.getException(),
                                parameters.getPath().toList(),
                                parameters.getSourceLocation()))
                        .build());
        graphQL = GraphQL.newGraphQL(fetching(schema))
                .queryExecutionStrategy(new AsyncExecutionStrategy(handler))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(handler))
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
    }

    /** The schema with a fetcher for each resolver. */
    private static GraphQLSchema fetching(GraphQLSchema schema) {
        GraphQLCodeRegistry resolvers = schema.getCodeRegistry();
        GraphQLCodeRegistry.Builder fetchers = GraphQLCodeRegistry.newCodeRegistry(resolvers);
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    FieldCoordinates place = FieldCoordinates.coordinates(object, field);
                    fetchers.dataFetcher(place, fetcher(resolvers.getDataFetcher(place, field)));
                }
            }
        }
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(fetchers.build()));
    }

    private static DataFetcher<?> fetcher(DataFetcher<?> resolver) {
        if (!(resolver instanceof MethodResolver method)) {
            return field -> {
                Object value = resolver.get(field);
                return value instanceof Deferred<?> deferred ? later(deferred, field) : value;
            };
        }
        if (method.isBatched()) {
            String name = "method " + System.identityHashCode(method);
            return field -> {
                field.getDataLoaderRegistry()
                        .computeIfAbsent(
                                name,
                                none -> DataLoaderFactory.newDataLoader((List<Object> objects) -> {
                                    try {
                                        return CompletableFuture.completedFuture(
                                                new ArrayList<Object>(method.ofAll(objects)));
                                    } catch (Exception e) {
                                        return CompletableFuture.failedFuture(e);
                                    }
                                }));
                return field.getDataLoader(name).load(field.getSource());
            };
        }
        return field -> {
            Object value = method.of(field.getSource(), method.arguments(field.getArguments()));
            return value instanceof Deferred<?> deferred ? later(deferred, field) : value;
        };
    }

    @SuppressWarnings("unchecked") // what is read together is of one type
    private static CompletableFuture<Object> later(Deferred<?> deferred, DataFetchingEnvironment field) {
        deferred.selected(field.getSelectionSet()::contains);
        String name = "deferred " + deferred.batch();
        field.getDataLoaderRegistry()
                .computeIfAbsent(
                        name,
                        none -> DataLoaderFactory.newDataLoader(
                                (List<Deferred<Object>> questions) -> CompletableFuture.completedFuture(
                                        questions.get(0).readAll(questions))));
        return field.getDataLoaderRegistry()
                .<Deferred<Object>, Object>getDataLoader(name)
                .load((Deferred<Object>) deferred);
    }

    @Override
    public ExecutedOperation execute(PreparedOperation operation) {
        ExecutionInput input = ExecutionInput.newExecutionInput()
                .query("prepared")
                .operationName(operation.definition().getName())
                .variables(operation.given())
                .dataLoaderRegistry(new DataLoaderRegistry())
                .build();
        input.getGraphQLContext()
                .put(
                        PreparsedDocumentEntry.class,
                        new PreparsedDocumentEntry(operation.document().document()));
        ExecutionResult result = graphQL.execute(input);
        Map<String, Object> data = result.getData();
        List<GraphQLError> errors = result.getErrors();
        return new ExecutedOperation(!result.isDataPresent(), data == null ? null : new Tree(data), errors);
    }

    private record Tree(Map<String, Object> data) implements ResponseData {
        @Override
        public boolean hasValue() {
            return data.values().stream().anyMatch(Objects::nonNull);
        }

        @Override
        public void write(JsonGenerator out) throws IOException {
            out.writePOJO(data);
        }
    }

    @Override
    public Need need(PreparedOperation operation) {
        return Need.DATABASE;
    }
}
