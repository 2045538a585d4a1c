package org.parley.limit;

import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Map;
import org.parley.graph.Operation;

/** Holds each operation to the limits; the methods stand in the order in which the engine calls them. Thread-safe. */
@Singleton
public class OperationLimits {
    private final LimitsConfig limits;
    private final IntrospectionConfig introspection;
    private final Vertx vertx;

    public OperationLimits(LimitsConfig limits, IntrospectionConfig introspection, Vertx vertx) {
        this.limits = limits;
        this.introspection = introspection;
        this.vertx = vertx;
    }

    /** How large a document the parser reads. */
    public ParserOptions ofParser() {
        return ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxCharacters(limits.documentCharacters())
                        .maxTokens(limits.documentTokens())
                        .maxWhitespaceTokens(limits.documentCharacters()));
    }

    /** Whether the schema may be told. */
    public boolean allowIntrospection() {
        return introspection.enabled();
    }

    /** @throws LimitExceeded if they are too large or too deep */
    public void checkVariables(Map<String, Object> variables) {
        VariableLimits.check(variables, limits);
    }

    /**
     * @param document parsed and not validated yet: validation takes too long for one that is beyond a limit
     * @throws LimitExceeded if it is
     */
    public void checkDocument(Document document) {
        DocumentShape.check(document, limits, introspection.enabled());
    }

    /** What an operation of a valid document costs. */
    public Cost cost(
            GraphQLSchema schema,
            OperationDefinition operation,
            Map<String, FragmentDefinition> fragments,
            CoercedVariables variables) {
        return Cost.of(schema, operation, fragments, variables, limits.cost());
    }

    /** @throws LimitExceeded if the operation costs too much */
    public void checkCost(Cost cost) {
        LimitExceeded.beyond(
                limits.cost(), cost.cost(), LimitExceeded.TOO_COSTLY, "an operation", "fields in its answer");
    }

    /** Begins an operation's time; to be stopped when it has ended. */
    public Deadline begin(Operation operation) {
        return new Deadline(vertx, operation, limits.time());
    }

    /** Why an operation was cancelled. */
    public LimitExceeded outOfTime() {
        return new LimitExceeded(
                LimitExceeded.OUT_OF_TIME,
                "an operation must end within " + limits.time().toMillis() + " milliseconds; this one was cancelled");
    }
}
