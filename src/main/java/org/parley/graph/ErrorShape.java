package org.parley.graph;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * The one shape of an error: message, locations, path where there is one, and {@code extensions.code}, whatever found it.
 *
 * <p>A {@link RequestError} shows its own sentence. Any other exception is logged whole and shown as nothing but
 * {@code INTERNAL_SERVER_ERROR}, so that no class name, SQL or stack trace leaves the server. Found by the service loader.
 */
public class ErrorShape implements EventingService {
    private static final Logger LOG = Logger.getLogger(ErrorShape.class);

    /** The document is not GraphQL. */
    public static final String PARSE_FAILED = "GRAPHQL_PARSE_FAILED";

    /** The document does not fit the schema. */
    public static final String VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED";

    /** A variable or an argument is not of its type, or the operation's name is wrong. */
    public static final String BAD_USER_INPUT = "BAD_USER_INPUT";

    /** Parley's own fault; the log says what. */
    public static final String INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR";

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    /** SmallRye asks before it builds its engine; its own instrumentation, the document cache, is kept. */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        GraphQL stock = builder.build();
        return builder.defaultDataFetcherExceptionHandler(new ExceptionHandler())
                .instrumentation(new ChainedInstrumentation(List.of(stock.getInstrumentation(), new Shaping())));
    }

    /** An error with a code and nothing else in its extensions. */
    public static GraphQLError error(String code, String message) {
        return GraphqlErrorBuilder.newError()
                .message("%s", message)
                .extensions(Map.of("code", code))
                .build();
    }

    private static GraphQLError shaped(GraphQLError error) {
        Object code = error.getExtensions() == null ? null : error.getExtensions().get("code");
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .errorType(new Plain())
                .extensions(Map.of("code", code == null ? code(error.getErrorType()) : code));
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        return builder.build();
    }

    private static String code(ErrorClassification type) {
        if (type == ErrorType.InvalidSyntax) {
            return PARSE_FAILED;
        }
        if (type == ErrorType.ValidationError) {
            return VALIDATION_FAILED;
        }
        if (type == ErrorType.DataFetchingException || type == ErrorType.NullValueInNonNullableField) {
            return INTERNAL_SERVER_ERROR;
        }
        return BAD_USER_INPUT;
    }

    /** Keeps {@code extensions.classification} out of the answer: the code says it all. */
    private static final class Plain implements ErrorClassification {
        @Override
        public Object toSpecification(GraphQLError error) {
            return null;
        }
    }

    private static final class Shaping extends SimplePerformantInstrumentation {
        @Override
        public CompletableFuture<ExecutionResult> instrumentExecutionResult(
                ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
            if (result.getErrors().isEmpty()) {
                return CompletableFuture.completedFuture(result);
            }
            List<GraphQLError> errors =
                    result.getErrors().stream().map(ErrorShape::shaped).toList();
            return CompletableFuture.completedFuture(
                    result.transform(builder -> builder.errors(errors)));
        }
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
            String message = "Parley failed to answer this field.";
            if (exception instanceof RequestError error) {
                code = error.code();
                message = error.getMessage();
            } else {
                LOG.errorf(parameters.getException(), "The field %s failed", parameters.getPath());
            }
            return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                    .error(GraphqlErrorBuilder.newError()
                            .message("%s", message)
                            .location(parameters.getSourceLocation())
                            .path(parameters.getPath())
                            .extensions(Map.of("code", code))
                            .build())
                    .build());
        }
    }
}
