package org.parley.engine;

import java.util.Map;

/**
 * What the engine is asked to execute.
 *
 * @param document         GraphQL text, neither null nor blank
 * @param operationName    null if the document has only one operation
 * @param variables        as JSON has them: maps, lists, texts, booleans, null, and each number as a BigDecimal
 * @param mutationsAllowed whether it may change anything: not if it came by GET
 */
public record OperationRequest(
        String document, String operationName, Map<String, Object> variables, boolean mutationsAllowed) {}
