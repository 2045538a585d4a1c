package org.parley.http;

import java.util.Map;

/**
 * A GraphQL request, from a POST body or from URL parameters. Maps hold JSON values as {@link Json#members} returns them.
 *
 * @param query         the document; null if left out, as by a client that sends only the document's SHA-256
 * @param documentId    the id of a persisted document; null if left out
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
        // graphql-java takes an empty name for none, too.
        operationName = operationName == null || operationName.isEmpty() ? null : operationName;
    }

    GraphQLRequest withQuery(String document) {
        return new GraphQLRequest(document, documentId, operationName, variables, extensions);
    }
}
