package org.parley.engine;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;
import org.parley.graph.Outages;
import org.parley.graph.RequestError;
import org.parley.graph.ServiceUnavailable;

/**
 * Converts an exception of a resolver to a GraphQL error. The client gets the message of a {@link RequestError}. Any other exception
 * is logged with its stack trace, and the client gets only {@code INTERNAL_SERVER_ERROR}, so that no class name, SQL or stack trace
 * leaves the server.
 */
final class FieldFailures implements DataFetcherExceptionHandler {
    private static final Logger LOG = Logger.getLogger(FieldFailures.class);

    private final Outages outages;

    FieldFailures(Outages outages) {
        this.outages = outages;
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable exception = parameters.getException();
        while (exception.getCause() != null && !(exception instanceof RequestError)) {
            exception = exception.getCause();
        }
        String code = ErrorShape.INTERNAL_SERVER_ERROR;
        ServiceUnavailable outage = outages.toldBy(parameters.getException());
        if (exception instanceof RequestError error) {
            code = error.code();
        } else if (outage != null) {
            code = outage.code();
            if (Operation.current().outage() == null) {
                Operation.current().endsBy(outage);
                LOG.errorf("%s: %s", outage.code(), exception.getMessage());
            }
        } else if (!Operation.current().isOver()) {
            // Once an operation is stopped, further failures follow from that and are not logged.
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
