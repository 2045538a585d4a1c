package org.parley.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds errors as clients get them: message, locations and path where there are any, and {@code extensions.code}. All parts of
 * Parley use it. Holds the codes that several packages use.
 */
public final class ErrorShape {
    /** The request does not follow the GraphQL-over-HTTP specification. */
    public static final String BAD_REQUEST = "BAD_REQUEST";

    /** The document has a syntax error. */
    public static final String PARSE_FAILED = "GRAPHQL_PARSE_FAILED";

    /** The document is not valid against the schema. */
    public static final String VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED";

    /** A variable does not have its declared type, or the operation name is missing or unknown. */
    public static final String BAD_USER_INPUT = "BAD_USER_INPUT";

    /** Parley failed, not the client; the log holds the cause. */
    public static final String INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR";

    /** The message of a request that failed with {@link #INTERNAL_SERVER_ERROR}. */
    public static final String FAILED = "Parley failed to answer.";

    /** The request has a token that is not valid here. */
    public static final String UNAUTHENTICATED = "UNAUTHENTICATED";

    /** The request body has more bytes than the limit, as sent or after decompression. */
    public static final String BODY_TOO_LARGE = "BODY_TOO_LARGE";

    /** The document has more characters or tokens than the limit. */
    public static final String DOCUMENT_TOO_LARGE = "DOCUMENT_TOO_LARGE";

    /** Fields or values are nested deeper than the limit. */
    public static final String TOO_DEEP = "TOO_DEEP";

    /**
     * The longest message, in characters. A message quotes names and values of the client, which may be as long as the document.
     */
    private static final int LONGEST = 500;

    private ErrorShape() {}

    /** The text, cut to this number of characters and ended with an ellipsis if it is longer. */
    public static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    /** The whole response body of a request that is refused with one error. */
    public static Map<String, Object> body(String code, String sentence) {
        return Map.of("errors", List.of(of(code, sentence)));
    }

    /** One error without locations and path. */
    public static Map<String, Object> of(String code, String message) {
        return of(code, message, null, null);
    }

    /**
     * One error.
     *
     * @param message   cut if it is longer than 500 characters
     * @param locations lines and columns in the document; null or empty if there are none
     * @param path      the response path of the failed field, as in the GraphQL specification; null if no field failed
     */
    public static Map<String, Object> of(String code, String message, List<?> locations, List<Object> path) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", cut(message, LONGEST));
        if (locations != null && !locations.isEmpty()) {
            error.put("locations", locations);
        }
        if (path != null) {
            error.put("path", path);
        }
        error.put("extensions", Map.of("code", code));
        return error;
    }
}
