package org.parley.engine;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.ExecutionId;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers {@code __schema} and {@code __type} with graphql-java, which also refuses those that ask for too much. Thread-safe. */
final class IntrospectionExecutor {
    /** Not used. By default, graphql-java generates a random id for each operation. */
    private static final ExecutionId ID = ExecutionId.from("introspection");

    private final GraphQLSchema schema;

    /** Made at the first use: a start does without. */
    private volatile GraphQL graphQL;

    IntrospectionExecutor(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * Executes the fields as an operation of their own.
     *
     * @param fields fields of introspection, selected in the operation's root
     */
    ExecutionResult execute(PreparedOperation operation, List<Field> fields) {
        OperationDefinition only = operation
                .definition()
                .transform(builder -> builder.selectionSet(
                        SelectionSet.newSelectionSet().selections(fields).build()));
        Document.Builder document = Document.newDocument().definition(only);
        operation.document().fragments().values().forEach(document::definition);
        ExecutionInput input = ExecutionInput.newExecutionInput()
                .query("prepared")
                .executionId(ID)
                .operationName(only.getName())
                .variables(operation.given())
                .build();
        input.getGraphQLContext().put(PreparsedDocumentEntry.class, new PreparsedDocumentEntry(document.build()));
        return graphQL().execute(input);
    }

    private GraphQL graphQL() {
        GraphQL made = graphQL;
        if (made == null) {
            made = GraphQL.newGraphQL(schema)
                    .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                            input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                    .build();
            graphQL = made;
        }
        return made;
    }
}
