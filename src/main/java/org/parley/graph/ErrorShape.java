package org.parley.graph;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.validation.ValidationError;
import io.smallrye.graphql.spi.EventingService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    /** SmallRye asks before it builds its engine. */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        builder.defaultDataFetcherExceptionHandler(new ExceptionHandler());
        return builder.schema(StrictScalars.in(builder.build().getGraphQLSchema()));
    }

    /**
     * The errors as they are sent. Where a field failed, the engine's further error, that the field must not be null,
     * tells nothing more and is left out.
     */
    public static List<Map<String, Object>> shaped(List<GraphQLError> errors) {
        Set<List<Object>> failed = new HashSet<>();
        List<Map<String, Object>> shaped = new ArrayList<>();
        for (GraphQLError error : errors) {
            boolean follows =
                    error.getErrorType() == ErrorType.NullValueInNonNullableField && failed.contains(error.getPath());
            failed.add(error.getPath());
            if (!follows) {
                shaped.add(shaped(error));
            }
        }
        return shaped;
    }

    /** One error that has no place in a document. */
    public static Map<String, Object> error(String code, String message) {
        return shape(code, message, null, null);
    }

    private static Map<String, Object> shaped(GraphQLError error) {
        Object code =
                error.getExtensions() == null ? null : error.getExtensions().get("code");
        String known = code == null ? code(error) : code.toString();
        return shape(
                known,
                known.equals(INTERNAL_SERVER_ERROR) ? "Parley failed to answer this field." : plain(error.getMessage()),
                error.getLocations() == null
                        ? null
                        : error.getLocations().stream()
                                .map(place -> Map.of("line", place.getLine(), "column", place.getColumn()))
                                .toList(),
                error.getPath());
    }

    private static Map<String, Object> shape(String code, String message, List<?> locations, List<Object> path) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
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

    /** The engine prints literals as the Java objects that it reads them into; a client needs the value alone, or none. */
    private static String plain(String message) {
        return message.replaceAll(" with value '(?:Object|Array)Value\\{.*\\}'(?= )", "")
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
            } else {
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
