package org.parley.engine;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;
import org.parley.graph.OutOfTime;
import org.parley.graph.Outages;
import org.parley.graph.RequestError;
import org.parley.graph.ServiceUnavailable;

/**
 * Converts an exception of a resolver to a GraphQL error. The client gets the message of a {@link RequestError}, and of an input that must have one member. Any other exception
 * is logged with its stack trace, and the client gets only {@code INTERNAL_SERVER_ERROR}, so that no class name, SQL or stack trace
 * leaves the server. Thread-safe.
 */
final class FieldFailures {
    private static final Logger LOG = Logger.getLogger(FieldFailures.class);

    private final Outages outages;

    FieldFailures(Outages outages) {
        this.outages = outages;
    }

    /**
     * Ends the operation if its other fields would fail, too.
     *
     * @throws OutOfTime if the operation is over, or the exception tells that the database does not answer
     */
    void mustGoOn(Throwable exception, Operation operation) {
        ServiceUnavailable outage = outages.toldBy(exception);
        if (outage != null) {
            if (operation.outage() == null) {
                operation.endsBy(outage);
                LOG.errorf("%s: %s", outage.code(), reason(exception).getMessage());
            }
            throw new OutOfTime();
        }
        if (exception instanceof OutOfTime || operation.isOver()) {
            throw new OutOfTime();
        }
    }

    /**
     * The error of a field that failed.
     *
     * @param path  of the field, or of the element of its list
     * @param place of the field in the document
     */
    GraphQLError of(Throwable exception, List<Object> path, SourceLocation place) {
        Throwable reason = reason(exception);
        String code = ErrorShape.INTERNAL_SERVER_ERROR;
        if (reason instanceof RequestError error) {
            code = error.code();
        } else if (isNotOneOf(reason)) {
            code = ErrorShape.BAD_USER_INPUT;
        }
        return GraphqlErrorBuilder.newError()
                .message("%s", reason.getMessage())
                .location(place)
                .path(path)
                .extensions(Map.of("code", code))
                .build();
    }

    /** The error of a field that is null and must not be. */
    GraphQLError ofNull(List<Object> path) {
        return GraphqlErrorBuilder.newError()
                .message("The field must not be null")
                .errorType(ErrorType.NullValueInNonNullableField)
                .path(path)
                .build();
    }

    /**
     * Logs why a field has no value, unless that is the client's fault.
     *
     * @param exception null if the field is null and must not be
     */
    void log(Throwable exception, List<Object> path) {
        if (exception == null) {
            LOG.errorf("The field %s is null, which it must not be", path);
        } else if (!(reason(exception) instanceof RequestError) && !isNotOneOf(reason(exception))) {
            LOG.errorf(exception, "The field %s failed", path);
        }
    }

    /** Whether the member of a oneOf input is null: graphql-java looks for that when it coerces arguments, not when it validates. */
    private static boolean isNotOneOf(Throwable reason) {
        return reason instanceof OneOfNullValueException || reason instanceof OneOfTooManyKeysException;
    }

    private static Throwable reason(Throwable exception) {
        Throwable reason = exception;
        while (reason.getCause() != null && !(reason instanceof RequestError)) {
            reason = reason.getCause();
        }
        return reason;
    }
}
