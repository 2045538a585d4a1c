package org.parley.http;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * What a client asks for, whichever way it came.
 *
 * @param query         the document; null if left out, as by a client that names it by its digest
 * @param documentId    the name of a document that is known already; null if left out
 * @param operationName null if left out
 * @param variables     null if left out
 * @param extensions    null if left out
 */
record GraphQLRequest(
        String query, String documentId, String operationName, JsonObject variables, JsonObject extensions) {

    GraphQLRequest {
        // The engine takes an empty name for none; what is judged here must be what is executed there.
        operationName = operationName == null || operationName.isEmpty() ? null : operationName;
    }

    GraphQLRequest withQuery(String document) {
        return new GraphQLRequest(document, documentId, operationName, variables, extensions);
    }

    /**
     * What kind of operation is asked for; a query where the document leaves that open, or is none, for the engine then says
     * so in its own words and executes nothing.
     */
    OperationDefinition.Operation kind() {
        // Whatever is no query has to name its kind; so that the usual document is parsed but once, by the engine.
        if (!query.contains("mutation") && !query.contains("subscription")) {
            return OperationDefinition.Operation.QUERY;
        }
        try {
            List<OperationDefinition> asked = parsed().getDefinitionsOfType(OperationDefinition.class).stream()
                    .filter(each -> operationName == null || operationName.equals(each.getName()))
                    .toList();
            return asked.size() == 1 ? asked.get(0).getOperation() : OperationDefinition.Operation.QUERY;
        } catch (InvalidSyntaxException e) {
            return OperationDefinition.Operation.QUERY;
        }
    }

    /**
     * The document, read by the engine's own rules.
     *
     * @throws InvalidSyntaxException if it is none
     */
    Document parsed() {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(query)
                    .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                    .build());
        } catch (NumberFormatException e) {
            throw new UnreadableNumber(e);
        }
    }

    /** The engine's parser makes a BigDecimal of each number, whose exponent must fit 32 bits, and lets its failure through. */
    private static final class UnreadableNumber extends InvalidSyntaxException {
        private static final long serialVersionUID = 1;

        UnreadableNumber(NumberFormatException cause) {
            super("Invalid syntax: the exponent of a number must have at most 9 digits", null, null, null, cause);
        }
    }

    /** As the engine takes it: without the extensions, of which it knows none. */
    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("query", query);
        if (operationName != null) {
            json.add("operationName", operationName);
        }
        if (variables != null) {
            json.add("variables", variables);
        }
        return json.build();
    }
}
