package org.parley.engine;

import graphql.execution.UnknownOperationException;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A document that was parsed, checked against the limits and validated. What is computed once for a document, such as a query plan,
 * belongs here. Immutable, so that several threads may execute it.
 *
 * @param hash the SHA-256 of its text ({@link org.parley.graph.Sha256})
 */
record PreparedDocument(
        Document document,
        String hash,
        List<OperationDefinition> operations,
        Map<String, FragmentDefinition> fragments) {

    PreparedDocument(Document document, String hash) {
        this(
                document,
                hash,
                document.getDefinitionsOfType(OperationDefinition.class),
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .collect(Collectors.toUnmodifiableMap(FragmentDefinition::getName, Function.identity())));
    }

    /**
     * The operation to execute.
     *
     * @param name null for the only operation
     * @throws UnknownOperationException if no operation has this name, or if there are several and the name is null
     */
    OperationDefinition operation(String name) {
        if (name == null) {
            if (operations.size() > 1) {
                throw new UnknownOperationException(
                        "Must provide operation name if query contains multiple operations.");
            }
            return operations.get(0);
        }
        return operations.stream()
                .filter(each -> name.equals(each.getName()))
                .findFirst()
                .orElseThrow(() -> new UnknownOperationException("Unknown operation named '" + name + "'."));
    }
}
