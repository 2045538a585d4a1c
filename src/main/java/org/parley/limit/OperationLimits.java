package org.parley.limit;

import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import jakarta.inject.Singleton;
import java.util.Map;
import org.parley.graph.Operation;
import org.parley.lists.ListSizes;

/** Checks each operation against the limits; the methods are in the order in which the engine calls them. Thread-safe. */
@Singleton
public class OperationLimits {
    private final LimitsConfig limits;
    private final IntrospectionConfig introspection;
    private final ListSizes sizes;

    public OperationLimits(LimitsConfig limits, IntrospectionConfig introspection, ListSizes sizes) {
        this.limits = limits;
        this.introspection = introspection;
        this.sizes = sizes;
    }

    /** The parser's limits on the size of a document. */
    public ParserOptions ofParser() {
        return ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxCharacters(limits.documentCharacters())
                        .maxTokens(limits.documentTokens())
                        .maxWhitespaceTokens(limits.documentCharacters()));
    }

    /** Whether introspection is allowed. */
    public boolean allowIntrospection() {
        return introspection.enabled();
    }

    /** @throws LimitExceeded if the variables are too large or too deeply nested */
    public void checkVariables(Map<String, Object> variables) {
        VariableLimits.check(variables, Operation.current().requester() != null, limits);
    }

    /**
     * @param document parsed, but not validated yet: validating a document beyond the limits could take too long
     * @throws LimitExceeded if the document exceeds a limit
     */
    public void checkDocument(Document document) {
        DocumentShape.check(document, limits, introspection.enabled());
    }

    /** The cost of an operation of a validated document. */
    public Cost cost(
            GraphQLSchema schema,
            OperationDefinition operation,
            Map<String, FragmentDefinition> fragments,
            CoercedVariables variables) {
        return Cost.of(schema, operation, fragments, variables, sizes, limits.cost());
    }

    /** @throws LimitExceeded if the operation costs too much */
    public void checkCost(Cost cost) {
        LimitExceeded.beyond(
                limits.cost(), cost.cost(), LimitExceeded.TOO_COSTLY, "an operation", "fields in its answer");
    }

    /** Starts the timeout of an operation: after it, {@link Operation#isOver}, and the database cancels its statement. */
    public void begin(Operation operation) {
        operation.mustEndWithin(limits.time());
    }

    /** Starts the timeout of a change, in the place of that of its operation. */
    public void beginChange(Operation operation) {
        operation.mustEndWithin(limits.changeTime());
    }

    /** The error of an operation that timed out. */
    public LimitExceeded outOfTime(Operation operation) {
        return new LimitExceeded(
                LimitExceeded.OUT_OF_TIME,
                "an operation must end within " + operation.timeAllowed() + " milliseconds; this one was cancelled");
    }
}
