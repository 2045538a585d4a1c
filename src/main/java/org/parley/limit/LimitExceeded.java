package org.parley.limit;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import java.util.List;
import java.util.Map;
import org.parley.graph.ErrorShape;

/** Ends an operation before or while it runs, with one sentence and a code. */
final class LimitExceeded {
    static final String TOO_MANY_FIELDS = "TOO_MANY_FIELDS";
    static final String TOO_MANY_ALIASES = "TOO_MANY_ALIASES";
    static final String TOO_MANY_DIRECTIVES = "TOO_MANY_DIRECTIVES";
    static final String TOO_COSTLY = "TOO_COSTLY";
    static final String VARIABLES_TOO_LARGE = "VARIABLES_TOO_LARGE";
    static final String INTROSPECTION_DISABLED = "INTROSPECTION_DISABLED";
    static final String OUT_OF_TIME = "OUT_OF_TIME";
    static final String SERVER_BUSY = "SERVER_BUSY";

    private LimitExceeded() {}

    /** The engine answers with this error alone. */
    static AbortExecutionException of(String code, String sentence) {
        return new AbortExecutionException(List.of(error(code, sentence)));
    }

    static GraphQLError error(String code, String sentence) {
        return GraphqlErrorBuilder.newError()
                .message("%s", sentence)
                .extensions(Map.of("code", code))
                .build();
    }

    /** @throws AbortExecutionException if the number is beyond the limit */
    static void beyond(int limit, long number, String code, String what, String of) {
        if (number > limit) {
            throw of(code, what + " must have at most " + limit + " " + of + ", not " + shown(number));
        }
    }

    /** @throws AbortExecutionException if lists and objects of an input stand deeper within each other than the limit */
    static void deeper(int limit, int depth, String where) {
        if (depth > limit) {
            throw of(
                    ErrorShape.TOO_DEEP,
                    "lists and objects of " + where + " must stand at most " + limit + " deep within each other");
        }
    }

    /** Numbers that were cut at {@link #COUNTED} are not told as if they were exact. */
    static String shown(long number) {
        return number >= COUNTED ? "more than a thousand million" : Long.toString(number);
    }

    /** Counting ends here: far beyond any limit, and far from an overflow when two such numbers are multiplied. */
    static final long COUNTED = 1_000_000_000;

    static long plus(long a, long b) {
        return Math.min(a + b, COUNTED);
    }

    static long times(long a, long b) {
        return Math.min(a * b, COUNTED);
    }
}
