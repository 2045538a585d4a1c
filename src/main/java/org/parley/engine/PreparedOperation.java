package org.parley.engine;

import graphql.execution.CoercedVariables;
import graphql.language.OperationDefinition;
import java.util.Map;
import org.parley.graph.Operation;

/**
 * An operation that was parsed, validated and checked against all limits, and is ready to be executed.
 *
 * @param document   the whole document
 * @param definition the operation of it that is executed
 * @param given      the variables as the client sent them
 * @param variables  the variables coerced to their types, with defaults
 * @param operation  what is recorded about the operation while it runs, and whether it is over
 */
record PreparedOperation(
        PreparedDocument document,
        OperationDefinition definition,
        Map<String, Object> given,
        CoercedVariables variables,
        Operation operation) {}
