package org.parley.limit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.parley.graph.ErrorShape;
import org.parley.graph.Numbers;

/** How large the variables of an operation are. */
final class Variables {
    private final Limits limits;
    private long values;
    private long characters;

    private Variables(Limits limits) {
        this.limits = limits;
    }

    /** @throws graphql.execution.AbortExecutionException if they are beyond a limit */
    static void check(Map<String, Object> variables, Limits limits) {
        Variables found = new Variables(limits);
        variables.forEach((name, value) -> found.add(name, value, 0));
        Refusal.beyond(limits.variableValues(), found.values, Refusal.VARIABLES_TOO_LARGE, "the variables", "values");
        Refusal.beyond(
                limits.variableCharacters(),
                found.characters,
                Refusal.VARIABLES_TOO_LARGE,
                "the variables",
                "characters");
    }

    private void add(String name, Object value, int depth) {
        values++;
        characters += name.length() + (value instanceof String text ? text.length() : 0);
        if (value instanceof Map<?, ?> object) {
            Refusal.deeper(limits.inputDepth(), depth + 1, "a variable");
            object.forEach((field, inner) -> add(field.toString(), inner, depth + 1));
        } else if (value instanceof List<?> list) {
            Refusal.deeper(limits.inputDepth(), depth + 1, "a variable");
            list.forEach(inner -> add("", inner, depth + 1));
        } else if (value instanceof BigDecimal number && !Numbers.isLikeDouble(number)) {
            // The engine would write it out in full to see whether it is an Int, which no limit of time ends.
            throw Refusal.of(ErrorShape.BAD_USER_INPUT, Numbers.RULE + ", not " + Numbers.exponent(number));
        }
    }
}
