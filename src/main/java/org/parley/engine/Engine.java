package org.parley.engine;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.ParseAndValidate;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;
import org.parley.graph.OperationScope;
import org.parley.graph.OutOfTime;
import org.parley.graph.Outages;
import org.parley.graph.RequestError;
import org.parley.graph.ServiceUnavailable;
import org.parley.limit.Cost;
import org.parley.limit.Deadline;
import org.parley.limit.OperationLimits;

/**
 * Answers requests of GraphQL: the one place where what happens to a document stands, in its order. SmallRye makes the schema and
 * calls resolvers; nothing else of it is on the way.
 *
 * <p>Thread-safe. A request is answered on the thread that brings it, from its first resolver to its last.
 */
@Singleton
public final class Engine {
    private final GraphQLSchema schema;
    private final OperationLimits limits;
    private final OperationScope scope;
    private final ParserOptions parserOptions;
    private final DocumentParser parser;
    private final PreparedDocuments documents = new PreparedDocuments();
    private final Executor executor;

    @Inject
    Engine(GraphQLSchema schema, OperationLimits limits, RequestContextScope scope, Outages outages) {
        this(schema, limits, scope, new DepthFirstExecutor(schema, outages));
    }

    Engine(GraphQLSchema schema, OperationLimits limits, OperationScope scope, Executor executor) {
        this.schema = schema;
        this.limits = limits;
        this.scope = scope;
        this.parserOptions = limits.ofParser();
        this.parser = new DocumentParser(parserOptions);
        this.executor = executor;
    }

    /**
     * Answers a request; blocks until it is answered.
     *
     * @throws ServiceUnavailable  if what it is to be answered from is gone, so that nothing was found
     * @throws OperationNotAllowed if it asks for a mutation that is not allowed, or for a subscription
     */
    public GraphQLResponse execute(OperationRequest request) {
        Operation operation = Operation.current();
        operation.asks(request.document());
        try {
            PreparedDocument prepared = documents.of(request.document());
            Document document = prepared == null ? parser.parse(request.document()) : prepared.document();
            mustBeAllowed(document, request);
            limits.checkVariables(request.variables());
            if (prepared == null) {
                limits.checkDocument(document);
                List<ValidationError> faults = ParseAndValidate.validate(schema, document, Locale.getDefault());
                if (!faults.isEmpty()) {
                    return GraphQLResponse.refused(shaped(faults, document));
                }
                prepared = new PreparedDocument(document);
                documents.keep(request.document(), prepared);
            }
            return execute(prepared, request, operation);
        } catch (InvalidSyntaxException e) {
            return GraphQLResponse.refused(GraphQLErrors.syntaxError(e, parserOptions));
        } catch (ServiceUnavailable e) {
            throw e;
        } catch (RequestError e) {
            return GraphQLResponse.refused(ErrorShape.of(e.code(), e.getMessage()));
        }
    }

    private GraphQLResponse execute(PreparedDocument document, OperationRequest request, Operation operation) {
        OperationDefinition definition;
        CoercedVariables variables;
        try {
            definition = document.operation(request.operationName());
            variables = ValuesResolver.coerceVariableValues(
                    schema,
                    definition.getVariableDefinitions(),
                    RawVariables.of(request.variables()),
                    GraphQLContext.getDefault(),
                    Locale.getDefault());
        } catch (GraphQLException e) {
            if (e instanceof GraphQLError error) {
                return GraphQLResponse.refused(shaped(List.of(error), document.document()));
            }
            throw e;
        }
        operation.runs(definition.getName(), definition.getOperation().name().toLowerCase(Locale.ROOT));
        Cost cost = limits.cost(schema, definition, document.fragments(), variables);
        operation.costs((int) cost.cost(), cost.limit(), (int) cost.nodes());
        limits.checkCost(cost);
        Deadline deadline = limits.begin(operation);
        try {
            ExecutionResult result = scope.around(
                    operation,
                    () -> inTime(new PreparedOperation(
                            document, definition, request.variables(), variables, operation, deadline)));
            return new GraphQLResponse(
                    result.isDataPresent(), result.getData(), shaped(result.getErrors(), document.document()));
        } catch (OutOfTime e) {
            throw operation.outage() == null ? limits.outOfTime() : operation.outage();
        } finally {
            deadline.stop();
        }
    }

    /** @throws OutOfTime if what was found has holes, because the operation was cut off in its midst */
    private ExecutionResult inTime(PreparedOperation operation) {
        ExecutionResult result = executor.execute(operation);
        if (operation.deadline().hasPassed()) {
            throw new OutOfTime();
        }
        return result;
    }

    /** Ahead of all limits and of validation, so that whoever asks in the wrong way is told no more than that. */
    private static void mustBeAllowed(Document document, OperationRequest request) {
        List<OperationDefinition.Operation> kinds = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(each -> request.operationName() == null
                        || request.operationName().equals(each.getName()))
                .map(OperationDefinition::getOperation)
                .toList();
        // Where the document leaves open which operation is meant, it is refused for that later on.
        if (kinds.size() != 1) {
            return;
        }
        OperationDefinition.Operation kind = kinds.get(0);
        if (kind == OperationDefinition.Operation.SUBSCRIPTION
                || kind == OperationDefinition.Operation.MUTATION && !request.mutationsAllowed()) {
            throw new OperationNotAllowed(kind);
        }
    }

    private List<Map<String, Object>> shaped(List<? extends GraphQLError> errors, Document document) {
        return errors.isEmpty() ? List.of() : GraphQLErrors.shaped(errors, hints(document));
    }

    /** Whoever may not see the schema is given none. */
    private Function<GraphQLError, String> hints(Document document) {
        return limits.allowIntrospection() ? new Hints(schema, document)::of : error -> "";
    }
}
