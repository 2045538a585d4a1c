package org.parley.engine;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

/** Parses documents by the limits on their size. Thread-safe. */
final class DocumentParser {
    private final ParserOptions options;

    DocumentParser(ParserOptions options) {
        this.options = options;
    }

    /** @throws InvalidSyntaxException if it is no document, or larger than a limit */
    Document parse(String text) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(options)
                    .build());
        } catch (NumberFormatException e) {
            throw new UnreadableNumber(e);
        }
    }

    /** graphql-java's parser makes a BigDecimal of each number, whose exponent must fit 32 bits, and lets its failure through. */
    private static final class UnreadableNumber extends InvalidSyntaxException {
        private static final long serialVersionUID = 1;

        UnreadableNumber(NumberFormatException cause) {
            super("Invalid syntax: the exponent of a number must have at most 9 digits", null, null, null, cause);
        }
    }
}
