package org.parley.engine;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

/** Parses documents within the limits on their size. Thread-safe. */
final class DocumentParser {
    private final ParserOptions options;

    DocumentParser(ParserOptions options) {
        this.options = options;
    }

    /** @throws InvalidSyntaxException if the text has a syntax error or exceeds a limit */
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

    /**
     * graphql-java converts each number to a BigDecimal, whose exponent must fit in 32 bits, and does not catch the exception if it
     * does not.
     */
    private static final class UnreadableNumber extends InvalidSyntaxException {
        private static final long serialVersionUID = 1;

        UnreadableNumber(NumberFormatException cause) {
            super("Invalid syntax: the exponent of a number must have at most 9 digits", null, null, null, cause);
        }
    }
}
