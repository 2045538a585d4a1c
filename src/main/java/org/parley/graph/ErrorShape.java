package org.parley.graph;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import io.smallrye.graphql.spi.EventingService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The one shape of an error: message, locations and path where there are any, and {@code extensions.code}, whatever
 * found it.
 *
 * <p>A {@link RequestError} shows its own sentence. Any other exception is logged whole and shown as nothing but
 * {@code INTERNAL_SERVER_ERROR}, so that no class name, SQL or stack trace leaves the server. Found by the service loader.
 */
public class ErrorShape implements EventingService {
    private static final Logger LOG = Logger.getLogger(ErrorShape.class);

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

    /** Of more errors than these, the rest is only counted. */
    static final int MOST = 10;

    /** The longest message, in characters: a name or a value in it may be as long as a document. */
    private static final int LONGEST = 500;

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    /** SmallRye asks before it builds its engine. */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        return builder.defaultDataFetcherExceptionHandler(exceptionHandler());
    }

    /** What makes an error of an exception that left a resolver. */
    public static DataFetcherExceptionHandler exceptionHandler() {
        return new ExceptionHandler();
    }

    /**
     * The errors as they are sent. Where a field failed, the engine's further error, that the field must not be null,
     * tells nothing more and is left out.
     *
     * @param hints what else to say of an error, after its sentence; may be empty, never null. Only the errors that are told
     *     are asked about
     */
    public static List<Map<String, Object>> shaped(List<GraphQLError> errors, Function<GraphQLError, String> hints) {
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
        // Validation ends at a certain number of errors, so that it does not know how many more there are.
        boolean cut = errors.size() >= Validator.getMaxValidationErrors()
                && errors.get(errors.size() - 1) instanceof ValidationError;
        List<Map<String, Object>> first = new ArrayList<>(shaped.subList(0, MOST));
        first.add(error(
                code(errors.get(errors.size() - 1)),
                (cut ? "at least " : "") + (shaped.size() - MOST) + " further errors are not shown"));
        return first;
    }

    /** What the parser says of a document that it can't read, or did not read to its end for its size. */
    public static Map<String, Object> syntaxError(InvalidSyntaxException fault) {
        ParserOptions options = ParserOptions.getDefaultOperationParserOptions();
        if (fault instanceof ParseCancelledTooManyCharsException) {
            return error(
                    DOCUMENT_TOO_LARGE, "a document must have at most " + options.getMaxCharacters() + " characters");
        }
        if (fault instanceof ParseCancelledTooDeepException) {
            return error(
                    TOO_DEEP, "a document must be at most " + options.getMaxRuleDepth() + " rules of grammar deep");
        }
        if (fault instanceof ParseCancelledException) {
            return error(DOCUMENT_TOO_LARGE, "a document must have at most " + options.getMaxTokens() + " tokens");
        }
        return shape(
                PARSE_FAILED,
                fault.getMessage(),
                fault.getLocation() == null ? null : places(List.of(fault.getLocation())),
                null);
    }

    /** A text that a client sent, cut to this number of characters. */
    public static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    /** The whole answer of a request that is refused for one reason. */
    public static Map<String, Object> body(String code, String sentence) {
        return Map.of("errors", List.of(error(code, sentence)));
    }

    /** One error that has no place in a document. */
    public static Map<String, Object> error(String code, String message) {
        return shape(code, message, null, null);
    }

    private static Map<String, Object> shaped(GraphQLError error, String hint) {
        String code = code(error);
        return shape(
                code,
                code.equals(INTERNAL_SERVER_ERROR)
                        ? "Parley failed to answer this field."
                        : plain(error.getMessage()).stripTrailing() + hint,
                error.getLocations() == null ? null : places(error.getLocations()),
                error.getPath());
    }

    private static List<Map<String, Integer>> places(List<SourceLocation> places) {
        return places.stream().limit(MOST).map(ErrorShape::place).toList();
    }

    /** In this order always, which Map.of does not keep. */
    private static Map<String, Integer> place(SourceLocation location) {
        Map<String, Integer> place = new LinkedHashMap<>();
        place.put("line", location.getLine());
        place.put("column", location.getColumn());
        return place;
    }

    private static Map<String, Object> shape(String code, String message, List<?> locations, List<Object> path) {
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

    private static String code(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().get("code") != null) {
            return error.getExtensions().get("code").toString();
        }
        if (error instanceof ValidationError) {
            return VALIDATION_FAILED;
        }
        ErrorClassification type = error.getErrorType();
        if (type == ErrorType.InvalidSyntax) {
            return PARSE_FAILED;
        }
        if (type == ErrorType.DataFetchingException || type == ErrorType.NullValueInNonNullableField) {
            return INTERNAL_SERVER_ERROR;
        }
        return BAD_USER_INPUT;
    }

    /** The engine names the Java objects that it reads values into; a client needs the value alone, or its kind in JSON. */
    private static String plain(String message) {
        return message.replaceAll("'(?:Big(?:Decimal|Integer)|Integer|Long|Double)'", "number")
                .replaceAll("'(?:Array)?List'", "list")
                .replaceAll("'(?:Linked)?(?:Hash)?Map'", "object")
                .replaceAll(" with value '(?:Object|Array)Value\\{.*\\}'(?= )", "")
                .replaceAll("\\b[A-Z][A-Za-z]*Value\\{(?:value|name)='?([^{}]*?)'?}", "$1");
    }

    private static final class ExceptionHandler implements DataFetcherExceptionHandler {
        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters parameters) {
            Throwable exception = parameters.getException();
            while (exception.getCause() != null && !(exception instanceof RequestError)) {
                exception = exception.getCause();
            }
            String code = INTERNAL_SERVER_ERROR;
            if (exception instanceof RequestError error) {
                code = error.code();
            } else if (!Operation.current().isOver()) {
                // Where an operation is stopped in its midst, whatever fails after that fails because of it.
                LOG.errorf(parameters.getException(), "The field %s failed", parameters.getPath());
            }
            return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                    .error(GraphqlErrorBuilder.newError()
                            .message("%s", exception.getMessage())
                            .location(parameters.getSourceLocation())
                            .path(parameters.getPath())
                            .extensions(Map.of("code", code))
                            .build())
                    .build());
        }
    }
}
