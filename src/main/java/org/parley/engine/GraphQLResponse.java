package org.parley.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.graph.ErrorShape;

/**
 * The response to one GraphQL request.
 *
 * @param wasExecuted false if the request was refused before execution, or cancelled: then the response has no {@code data}, not even
 *                    null
 * @param data        null if there is none, or if a field that must not be null failed
 * @param errors      in the {@link org.parley.graph.ErrorShape}; empty if there are none
 */
public record GraphQLResponse(boolean wasExecuted, Object data, List<Map<String, Object>> errors) {

    static GraphQLResponse refused(List<Map<String, Object>> errors) {
        return new GraphQLResponse(false, null, errors);
    }

    static GraphQLResponse refused(Map<String, Object> error) {
        return refused(List.of(error));
    }

    /** Whether at least one root field has a value other than null. */
    public boolean hasData() {
        return data instanceof Map<?, ?> fields && fields.values().stream().anyMatch(Objects::nonNull);
    }

    /** The codes of the errors, each once, in their order; empty if there are none. */
    public Set<String> errorCodes() {
        if (errors.isEmpty()) {
            return Set.of();
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Map<String, Object> error : errors) {
            codes.add(ErrorShape.code(error));
        }
        return codes;
    }

    /** The members of the JSON response: {@code errors} first if there are any, then {@code data} if the request was executed. */
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
