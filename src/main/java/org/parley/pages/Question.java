package org.parley.pages;

import java.util.stream.Collectors;

/**
 * A question that the record has an answer to.
 *
 * @param text as a tab of the explorer holds it: what is asked in a sentence, which is the first line's comment, perhaps further
 *             lines of comment, and a document of GraphQL
 */
record Question(String text) {
    private static final String COMMENT = "#";

    /** What is asked, as a sentence on one line. */
    String words() {
        return text.lines()
                .findFirst()
                .orElseThrow()
                .substring(COMMENT.length())
                .strip();
    }

    /** The question in GraphQL alone. */
    String document() {
        return text.lines().dropWhile(line -> line.startsWith(COMMENT)).collect(Collectors.joining("\n"));
    }
}
