package org.parley.engine;

import graphql.GraphQLError;
import java.util.List;

/**
 * What an {@link Executor} made of an operation.
 *
 * @param wasRefused whether it was refused, so that the response has no {@code data}
 * @param data       null if a root field failed that must not be null, and if it was refused
 * @param errors     in the order of the places in the answer
 */
record ExecutedOperation(boolean wasRefused, ResponseData data, List<GraphQLError> errors) {}
