package org.parley.http;

import java.util.Map;

/**
 * What a client asks for, whichever way it came. JSON's values are those that {@link Json} makes of it.
 *
 * @param query         the document; null if left out, as by a client that names it by its digest
 * @param documentId    the name of a document that is known already; null if left out
 * @param operationName null if left out
 * @param variables     null if left out
 * @param extensions    null if left out
 */
record GraphQLRequest(
        String query,
        String documentId,
        String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions) {

    GraphQLRequest {
        // An empty name counts for none, as it does for graphql-java.
        operationName = operationName == null || operationName.isEmpty() ? null : operationName;
    }

    GraphQLRequest withQuery(String document) {
        return new GraphQLRequest(document, documentId, operationName, variables, extensions);
    }
}
