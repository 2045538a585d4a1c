package org.parley.engine;

import graphql.schema.GraphQLSchema;
import org.parley.graph.Outages;

/**
 * Executes operations breadth first: a field is resolved for all objects of its level before the fields below it, so that a batched
 * resolver is called once for all of them, whatever their number. Executing depth first, as graphql-java does, costs an environment,
 * a path and a future for each field of each object.
 *
 * <p>The answer is that of the GraphQL specification (Executing Requests), in every respect. graphql-java answers introspection. The
 * algorithm is that of Shopify's GraphQL Cardinal. Thread-safe.
 */
final class BreadthFirstExecutor implements Executor {
    private final GraphQLSchema schema;
    private final FieldFailures failures;
    private final Plan.Types types;
    private final IntrospectionExecutor introspection;

    BreadthFirstExecutor(GraphQLSchema schema, Outages outages) {
        this.schema = schema;
        this.failures = new FieldFailures(outages);
        this.types = new Plan.Types(schema);
        this.introspection = new IntrospectionExecutor(schema);
    }

    @Override
    public ExecutedOperation execute(PreparedOperation operation) {
        return new BreadthFirstExecution(schema, plan(operation), operation, failures, introspection).run();
    }

    @Override
    public Need need(PreparedOperation operation) {
        return plan(operation).need();
    }

    private Plan plan(PreparedOperation operation) {
        return operation
                .document()
                .plan(
                        operation.definition(),
                        operation.variables(),
                        conditions -> new Plan(
                                schema,
                                types,
                                operation.definition(),
                                operation.document().fragments(),
                                conditions));
    }
}
