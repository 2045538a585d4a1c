package org.parley.limit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.parley.graph.ErrorShape;
import org.parley.graph.Numbers;

/** Checks the size of an operation's variables. */
final class VariableLimits {
    private final LimitsConfig limits;
    private long values;
    private long characters;

    private VariableLimits(LimitsConfig limits) {
        this.limits = limits;
    }

    /**
     * @param isOfCurator whether a curator has sent them: a story's edits are more than a reader's question
     * @throws LimitExceeded if the variables exceed a limit
     */
    static void check(Map<String, Object> variables, boolean isOfCurator, LimitsConfig limits) {
        VariableLimits found = new VariableLimits(limits);
        variables.forEach((name, value) -> found.add(name, value, 0));
        LimitExceeded.beyond(
                isOfCurator ? limits.changeValues() : limits.variableValues(),
                found.values,
                LimitExceeded.VARIABLES_TOO_LARGE,
                "the variables",
                "values");
        LimitExceeded.beyond(
                isOfCurator ? limits.changeCharacters() : limits.variableCharacters(),
                found.characters,
                LimitExceeded.VARIABLES_TOO_LARGE,
                "the variables",
                "characters");
    }

    private void add(String name, Object value, int depth) {
        values++;
        characters += name.length() + (value instanceof String text ? text.length() : 0);
        if (value instanceof Map<?, ?> object) {
            LimitExceeded.deeper(limits.inputDepth(), depth + 1, "a variable");
            object.forEach((field, inner) -> add(field.toString(), inner, depth + 1));
        } else if (value instanceof List<?> list) {
            LimitExceeded.deeper(limits.inputDepth(), depth + 1, "a variable");
            list.forEach(inner -> add("", inner, depth + 1));
        } else if (value instanceof BigDecimal number && !Numbers.isLikeDouble(number)) {
            // graphql-java would expand the number to all its digits to see whether it is an Int, and no timeout
            // interrupts that.
            throw new LimitExceeded(ErrorShape.BAD_USER_INPUT, Numbers.RULE + ", not " + Numbers.exponent(number));
        }
    }
}
