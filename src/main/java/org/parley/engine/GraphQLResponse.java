package org.parley.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The response of GraphQL to one request.
 *
 * @param wasExecuted false if the request was refused before it was executed, or cancelled: then there is no data, not even null
 * @param data        null if there is none, or if a field that must not be null failed
 * @param errors      as they are sent; empty if there are none
 */
public record GraphQLResponse(boolean wasExecuted, Object data, List<Map<String, Object>> errors) {

    static GraphQLResponse refused(List<Map<String, Object>> errors) {
        return new GraphQLResponse(false, null, errors);
    }

    static GraphQLResponse refused(Map<String, Object> error) {
        return refused(List.of(error));
    }

    /** As the answer's JSON has it: {@code errors} first if there are any, then {@code data} unless the request was refused. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        if (wasExecuted) {
            body.put("data", data);
        }
        return body;
    }
}
