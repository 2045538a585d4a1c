package org.parley.limit;

import org.parley.graph.ErrorShape;
import org.parley.graph.RequestError;

/** Ends an operation before it runs or while it runs. Its message and code become the only error of the answer, which has no data. */
public final class LimitExceeded extends RequestError {
    private static final long serialVersionUID = 1;

    static final String TOO_MANY_FIELDS = "TOO_MANY_FIELDS";
    static final String TOO_MANY_ALIASES = "TOO_MANY_ALIASES";
    static final String TOO_MANY_DIRECTIVES = "TOO_MANY_DIRECTIVES";
    static final String TOO_COSTLY = "TOO_COSTLY";
    static final String VARIABLES_TOO_LARGE = "VARIABLES_TOO_LARGE";
    static final String INTROSPECTION_DISABLED = "INTROSPECTION_DISABLED";
    public static final String OUT_OF_TIME = "OUT_OF_TIME";

    LimitExceeded(String code, String sentence) {
        super(code, sentence);
    }

    /** @throws LimitExceeded if the number is greater than the limit */
    static void beyond(int limit, long number, String code, String what, String of) {
        if (number > limit) {
            throw new LimitExceeded(
                    code, what + " must have at most " + limit + " " + of + ", not " + Saturating.shown(number));
        }
    }

    /** @throws LimitExceeded if lists and objects of an input are nested deeper than the limit */
    static void deeper(int limit, int depth, String where) {
        if (depth > limit) {
            throw new LimitExceeded(
                    ErrorShape.TOO_DEEP,
                    "lists and objects of " + where + " must be nested at most " + limit + " levels deep");
        }
    }
}
