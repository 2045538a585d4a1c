package org.parley.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.function.Consumer;
import java.util.function.Function;
import org.parley.graph.ErrorShape;
import org.parley.graph.KnownAt;
import org.parley.graph.MustWait;
import org.parley.graph.Operation;
import org.parley.graph.OperationScope;
import org.parley.graph.OutOfTime;
import org.parley.graph.Outages;
import org.parley.graph.RequestError;
import org.parley.graph.ServiceUnavailable;
import org.parley.graph.Sha256;
import org.parley.limit.Cost;
import org.parley.limit.OperationLimits;

/**
 * Answers GraphQL requests. All steps are called from here, in their order: parse, check, validate, compute the cost, execute.
 * SmallRye makes the schema and calls resolvers, and has no other part in it.
 *
 * <p>Thread-safe. A request is executed on the calling thread, from its first resolver to its last.
 */
@Singleton
public final class Engine {
    /** The highest cost of an operation on the event loop, which others wait for: about half a millisecond. */
    private static final int MOST_AT_ONCE = 50;

    private final GraphQLSchema schema;
    private final OperationLimits limits;
    private final OperationScope scope;
    private final ParserOptions parserOptions;
    private final DocumentParser parser;
    private final PreparedDocuments documents = new PreparedDocuments();
    private final Executor executor;
    private final ResponseWriter writer;

    @Inject
    Engine(
            GraphQLSchema schema,
            OperationLimits limits,
            RequestContextScope scope,
            Outages outages,
            ObjectMapper mapper) {
        this(schema, limits, scope, new BreadthFirstExecutor(schema, outages), mapper);
    }

    Engine(GraphQLSchema schema, OperationLimits limits, OperationScope scope, Executor executor, ObjectMapper mapper) {
        this.schema = schema;
        this.limits = limits;
        this.scope = scope;
        this.parserOptions = limits.ofParser();
        this.parser = new DocumentParser(parserOptions);
        this.executor = executor;
        this.writer = new ResponseWriter(mapper);
    }

    /**
     * Answers a request; blocks until it is answered.
     *
     * @throws MustWait            if the operation is {@link Operation#isInHaste} and would have to wait, or would take long
     * @throws ServiceUnavailable  if the database does not answer, so that nothing was read
     * @throws OperationNotAllowed if the request is for a mutation and none is allowed, or for a subscription
     */
    public GraphQLResponse execute(OperationRequest request) {
        Operation operation = Operation.current();
        return prepared(
                request,
                operation,
                document -> mustBeAllowed(document, request),
                prepared -> execute(prepared, request, operation));
    }

    private interface Preparing {
        GraphQLResponse then(PreparedDocument prepared);
    }

    /**
     * Parses a request and checks it against the limits and the schema.
     *
     * @param allowing called before all checks; throws what refuses the kind of operation
     * @param next     called if there is no fault
     */
    private GraphQLResponse prepared(
            OperationRequest request, Operation operation, Consumer<Document> allowing, Preparing next) {
        PreparedDocument prepared = documents.of(request.document());
        String hash = prepared == null ? Sha256.of(request.document()) : prepared.hash();
        operation.asks(hash);
        try {
            Document document = prepared == null ? parser.parse(request.document()) : prepared.document();
            allowing.accept(document);
            limits.checkVariables(request.variables());
            if (prepared == null) {
                limits.checkDocument(document);
                List<ValidationError> faults = ParseAndValidate.validate(schema, document, Locale.getDefault());
                if (!faults.isEmpty()) {
                    return writer.refused(shaped(faults, document));
                }
                prepared = new PreparedDocument(document, hash);
                documents.keep(request.document(), prepared);
            }
            return next.then(prepared);
        } catch (InvalidSyntaxException e) {
            return writer.refused(List.of(GraphQLErrors.syntaxError(e, parserOptions)));
        } catch (ServiceUnavailable e) {
            throw e;
        } catch (RequestError e) {
            return writer.refused(List.of(ErrorShape.of(e.code(), e.getMessage())));
        }
    }

    /** Whether the request is for a subscription, as far as that can be told without validating it. */
    public boolean isSubscription(OperationRequest request) {
        return request.document().contains("subscription") && isOf(OperationDefinition.Operation.SUBSCRIPTION, request);
    }

    /**
     * Begins a subscription: checks it as an operation is checked, and executes nothing.
     *
     * @param begun gets the subscription, if there is no fault
     * @return the response that refuses it; null if it has begun
     * @throws OperationNotAllowed if the request is for a query or a mutation
     */
    public GraphQLResponse subscribe(OperationRequest request, Consumer<EventQuery> begun) {
        Operation operation = Operation.current();
        return prepared(request, operation, document -> mustSubscribe(document, request), prepared -> {
            try {
                OperationDefinition definition = prepared.operation(request.operationName());
                CoercedVariables variables = coerced(definition, request);
                operation.runs(
                        definition.getName(), definition.getOperation().name().toLowerCase(Locale.ROOT));
                Cost cost = limits.cost(schema, definition, prepared.fragments(), variables);
                operation.costs((int) cost.cost(), cost.limit(), (int) cost.nodes());
                limits.checkCost(cost);
                begun.accept(EventQuery.of(definition, prepared.fragments(), request.variables(), variables));
                return null;
            } catch (GraphQLException e) {
                return refused(e, prepared);
            }
        });
    }

    /** Whether the request is for a mutation, as far as that can be told without validating it. */
    public boolean isMutation(OperationRequest request) {
        return request.document().contains("mutation") && isOf(OperationDefinition.Operation.MUTATION, request);
    }

    private boolean isOf(OperationDefinition.Operation kind, OperationRequest request) {
        PreparedDocument prepared = documents.of(request.document());
        try {
            Document document = prepared == null ? parser.parse(request.document()) : prepared.document();
            return document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .filter(each -> request.operationName() == null
                            || request.operationName().equals(each.getName()))
                    .anyMatch(each -> each.getOperation() == kind);
        } catch (InvalidSyntaxException | RequestError e) {
            // It will be refused.
            return false;
        }
    }

    /**
     * What answering the request may have to wait for. It does not wait for the database or parse a document in order to find out: of a
     * document that is not known yet, it is not known, nor if the last requests with this document had to wait.
     */
    public Need need(OperationRequest request) {
        PreparedDocument document = documents.of(request.document());
        // First, since coercing variables is work that the worker has to do again.
        if (document == null || !document.mayHaveAllInMemory()) {
            return Need.DATABASE;
        }
        try {
            OperationDefinition definition = document.operation(request.operationName());
            if (definition.getOperation() != OperationDefinition.Operation.QUERY
                    || definition.hasDirective(KnownAt.DIRECTIVE)) {
                return Need.DATABASE;
            }
            // Deeply nested ones would overflow the stack when they are coerced.
            limits.checkVariables(request.variables());
            return executor.need(new PreparedOperation(
                    document, definition, request.variables(), coerced(definition, request), Operation.current()));
        } catch (GraphQLException | RequestError e) {
            // It will be refused.
            return Need.NOTHING;
        }
    }

    private CoercedVariables coerced(OperationDefinition definition, OperationRequest request) {
        return definition.getVariableDefinitions().isEmpty()
                ? CoercedVariables.emptyVariables()
                : ValuesResolver.coerceVariableValues(
                        schema,
                        definition.getVariableDefinitions(),
                        RawVariables.of(request.variables()),
                        GraphQLContext.getDefault(),
                        Locale.getDefault());
    }

    private GraphQLResponse refused(GraphQLException e, PreparedDocument document) {
        if (e instanceof GraphQLError error) {
            return writer.refused(shaped(List.of(error), document.document()));
        }
        throw e;
    }

    private GraphQLResponse execute(PreparedDocument document, OperationRequest request, Operation operation) {
        OperationDefinition definition;
        CoercedVariables variables;
        try {
            definition = document.operation(request.operationName());
            variables = coerced(definition, request);
        } catch (GraphQLException e) {
            return refused(e, document);
        }
        operation.runs(definition.getName(), definition.getOperation().name().toLowerCase(Locale.ROOT));
        Cost cost = limits.cost(schema, definition, document.fragments(), variables);
        operation.costs((int) cost.cost(), cost.limit(), (int) cost.nodes());
        limits.checkCost(cost);
        operation.asksFor(KnownAtDirective.of(schema, definition, variables));
        if (operation.isInHaste() && cost.cost() > MOST_AT_ONCE) {
            throw waiting(document);
        }
        limits.begin(operation);
        try {
            ExecutedOperation executed = scope.around(
                    operation,
                    () -> inTime(
                            new PreparedOperation(document, definition, request.variables(), variables, operation)));
            if (operation.isInHaste()) {
                document.hadAllInMemory(true);
            }
            List<Map<String, Object>> errors = shaped(executed.errors(), document.document());
            return executed.wasRefused() ? writer.refused(errors) : writer.executed(executed.data(), errors);
        } catch (OutOfTime e) {
            if (operation.hasToWait()) {
                throw waiting(document);
            }
            throw operation.outage() == null ? limits.outOfTime(operation) : operation.outage();
        }
    }

    private static MustWait waiting(PreparedDocument document) {
        document.hadAllInMemory(false);
        return new MustWait();
    }

    /** @throws OutOfTime if the operation was stopped, so that its result is incomplete */
    private ExecutedOperation inTime(PreparedOperation operation) {
        ExecutedOperation result = executor.execute(operation);
        if (operation.operation().isOver()) {
            throw new OutOfTime();
        }
        return result;
    }

    private static void mustSubscribe(Document document, OperationRequest request) {
        List<OperationDefinition.Operation> kinds = kinds(document, request);
        if (kinds.size() == 1 && kinds.get(0) != OperationDefinition.Operation.SUBSCRIPTION) {
            throw new OperationNotAllowed(kinds.get(0));
        }
    }

    private static List<OperationDefinition.Operation> kinds(Document document, OperationRequest request) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(each -> request.operationName() == null
                        || request.operationName().equals(each.getName()))
                .map(OperationDefinition::getOperation)
                .toList();
    }

    /** Comes before all limits and validation, so that a request by the wrong HTTP method gets only this error. */
    private static void mustBeAllowed(Document document, OperationRequest request) {
        List<OperationDefinition.Operation> kinds = kinds(document, request);
        // If it is not clear which operation is meant, a later step refuses the request for that.
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

    /** Suggestions of similar names; none for clients that may not read the schema. */
    private Function<GraphQLError, String> hints(Document document) {
        return limits.allowIntrospection() ? new Hints(schema, document)::of : error -> "";
    }
}
