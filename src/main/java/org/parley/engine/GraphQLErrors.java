package org.parley.engine;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.parley.graph.ErrorShape;

/** Converts graphql-java's errors to the {@link ErrorShape}, without names of Java classes. */
final class GraphQLErrors {
    /** The most errors, and the most locations of one error, that are sent. Further errors are only counted. */
    private static final int MOST = 10;

    private GraphQLErrors() {}

    /**
     * The errors as clients get them. If a field failed, graphql-java's second error, that the field must not be null, adds nothing
     * and is left out.
     *
     * @param hints returns a text to append to the message of an error; it may be empty, never null. Called only for errors that are
     *              sent
     */
    static List<Map<String, Object>> shaped(List<? extends GraphQLError> errors, Function<GraphQLError, String> hints) {
        Set<List<Object>> failed = new HashSet<>();
        List<Map<String, Object>> shaped = new ArrayList<>();
        for (GraphQLError error : errors) {
            boolean follows =
                    error.getErrorType() == ErrorType.NullValueInNonNullableField && failed.contains(error.getPath());
            failed.add(error.getPath());
            if (!follows) {
                shaped.add(shaped(error, shaped.size() < MOST ? hints.apply(error) : ""));
            }
        }
        if (shaped.size() <= MOST) {
            return shaped;
        }
        // graphql-java stops validation at a maximum number of errors, so that the real number is unknown.
        boolean cut = errors.size() >= Validator.getMaxValidationErrors()
                && errors.get(errors.size() - 1) instanceof ValidationError;
        List<Map<String, Object>> first = new ArrayList<>(shaped.subList(0, MOST));
        first.add(ErrorShape.of(
                code(errors.get(errors.size() - 1)),
                (cut ? "at least " : "") + (shaped.size() - MOST) + " further errors are not shown"));
        return first;
    }

    /**
     * The error of a document that has a syntax error or exceeds a limit of the parser.
     *
     * @param options the limits of the parser
     */
    static Map<String, Object> syntaxError(InvalidSyntaxException fault, ParserOptions options) {
        if (fault instanceof ParseCancelledTooManyCharsException) {
            return ErrorShape.of(
                    ErrorShape.DOCUMENT_TOO_LARGE,
                    "a document must have at most " + options.getMaxCharacters() + " characters");
        }
        if (fault instanceof ParseCancelledTooDeepException) {
            return ErrorShape.of(
                    ErrorShape.TOO_DEEP,
                    "a document must be at most " + options.getMaxRuleDepth() + " rules of grammar deep");
        }
        if (fault instanceof ParseCancelledException) {
            return ErrorShape.of(
                    ErrorShape.DOCUMENT_TOO_LARGE,
                    "a document must have at most " + options.getMaxTokens() + " tokens");
        }
        return ErrorShape.of(
                ErrorShape.PARSE_FAILED,
                fault.getMessage(),
                fault.getLocation() == null ? null : places(List.of(fault.getLocation())),
                null);
    }

    private static Map<String, Object> shaped(GraphQLError error, String hint) {
        String code = code(error);
        return ErrorShape.of(
                code,
                code.equals(ErrorShape.INTERNAL_SERVER_ERROR)
                        ? "Parley failed to answer this field."
                        : plain(error.getMessage()).stripTrailing() + hint,
                error.getLocations() == null ? null : places(error.getLocations()),
                error.getPath());
    }

    private static List<Map<String, Integer>> places(List<SourceLocation> places) {
        return places.stream().limit(MOST).map(GraphQLErrors::place).toList();
    }

    /** Line, then column: Map.of has no fixed order. */
    private static Map<String, Integer> place(SourceLocation location) {
        Map<String, Integer> place = new LinkedHashMap<>();
        place.put("line", location.getLine());
        place.put("column", location.getColumn());
        return place;
    }

    private static String code(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().get("code") != null) {
            return error.getExtensions().get("code").toString();
        }
        if (error instanceof ValidationError) {
            return ErrorShape.VALIDATION_FAILED;
        }
        ErrorClassification type = error.getErrorType();
        if (type == ErrorType.InvalidSyntax) {
            return ErrorShape.PARSE_FAILED;
        }
        if (type == ErrorType.DataFetchingException || type == ErrorType.NullValueInNonNullableField) {
            return ErrorShape.INTERNAL_SERVER_ERROR;
        }
        return ErrorShape.BAD_USER_INPUT;
    }

    /** Removes the names of Java classes from a message of graphql-java: a client needs only the value, or its type in JSON. */
    private static String plain(String message) {
        return message.replaceAll("'(?:Big(?:Decimal|Integer)|Integer|Long|Double)'", "number")
                .replaceAll("'(?:Array)?List'", "list")
                .replaceAll("'(?:Linked)?(?:Hash)?Map'", "object")
                .replaceAll(" with value '(?:Object|Array)Value\\{.*\\}'(?= )", "")
                .replaceAll("\\b[A-Z][A-Za-z]*Value\\{(?:value|name)='?([^{}]*?)'?}", "$1");
    }
}
