package org.parley.engine;

import java.util.Map;

/**
 * A GraphQL request.
 *
 * @param document         GraphQL text, neither null nor blank
 * @param operationName    null if the document has only one operation
 * @param variables        the JSON object: maps, lists, strings, booleans, null, and each number as a BigDecimal
 * @param mutationsAllowed false if the request came by GET
 */
public record OperationRequest(
        String document, String operationName, Map<String, Object> variables, boolean mutationsAllowed) {}
