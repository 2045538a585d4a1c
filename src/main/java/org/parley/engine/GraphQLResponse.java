package org.parley.engine;

import java.util.List;
import java.util.Map;

/**
 * The response to one GraphQL request.
 *
 * @param wasExecuted false if the request was refused before execution, or cancelled: then the response has no {@code data}, not even
 *                    null
 * @param hasData     whether at least one root field has a value other than null
 * @param errors      in the {@link org.parley.graph.ErrorShape}; empty if there are none
 * @param json        the whole response, in UTF-8: {@code errors} first if there are any, then {@code data} if the request was executed.
 *                    Not to be changed
 */
public record GraphQLResponse(boolean wasExecuted, boolean hasData, List<Map<String, Object>> errors, byte[] json) {}
