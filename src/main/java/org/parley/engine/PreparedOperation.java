package org.parley.engine;

import graphql.execution.CoercedVariables;
import graphql.language.OperationDefinition;
import java.util.Map;
import org.parley.graph.Operation;
import org.parley.limit.Deadline;

/**
 * An operation that was parsed, validated and judged: nothing but executing it is left to be done.
 *
 * @param document   the whole document
 * @param definition the operation of it that is executed
 * @param given      the variables as the client sent them
 * @param variables  the same, held against their types, defaults put in
 * @param operation  what is told of it while it runs
 * @param deadline   the end of its time
 */
record PreparedOperation(
        PreparedDocument document,
        OperationDefinition definition,
        Map<String, Object> given,
        CoercedVariables variables,
        Operation operation,
        Deadline deadline) {}
