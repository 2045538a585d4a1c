package org.parley.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one shape of an error: message, locations and path where there are any, and {@code extensions.code}, whatever
 * found it; and the codes that several packages use.
 */
public final class ErrorShape {
    /** The request is not one of GraphQL over HTTP. */
    public static final String BAD_REQUEST = "BAD_REQUEST";

    /** The document is not GraphQL. */
    public static final String PARSE_FAILED = "GRAPHQL_PARSE_FAILED";

    /** The document does not fit the schema. */
    public static final String VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED";

    /** A variable is not of its type, or the operation's name is wrong. */
    public static final String BAD_USER_INPUT = "BAD_USER_INPUT";

    /** Parley's own fault; the log says what. */
    public static final String INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR";

    /** What a client is told where a request failed by Parley's own fault. */
    public static final String FAILED = "Parley failed to answer.";

    /** A request's body has more bytes than are taken, as it is sent or once it is unpacked. */
    public static final String BODY_TOO_LARGE = "BODY_TOO_LARGE";

    /** A document has more characters or tokens than the parser takes. */
    public static final String DOCUMENT_TOO_LARGE = "DOCUMENT_TOO_LARGE";

    /** Fields, or values, stand too deep within each other. */
    public static final String TOO_DEEP = "TOO_DEEP";

    /** The longest message, in characters: a name or a value in it may be as long as a document. */
    private static final int LONGEST = 500;

    private ErrorShape() {}

    /** A text that a client sent, cut to this number of characters. */
    public static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    /** The whole answer of a request that is refused for one reason. */
    public static Map<String, Object> body(String code, String sentence) {
        return Map.of("errors", List.of(of(code, sentence)));
    }

    /** One error that has no place in a document. */
    public static Map<String, Object> of(String code, String message) {
        return of(code, message, null, null);
    }

    /**
     * One error.
     *
     * @param message   cut if it is longer than 500 characters
     * @param locations places in the document; null or empty if there are none
     * @param path      of the field that failed, as the specification has it; null if none did
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
