package org.parley.pages;

import java.util.stream.Collectors;

/**
 * An example query that the loaded record can answer.
 *
 * @param text the content of a tab of the explorer: the question in one sentence as a comment on the first line, optional further comment
 *             lines, and a GraphQL document
 */
record Question(String text) {
    private static final String COMMENT = "#";

    /** The question in one sentence, on one line. */
    String words() {
        return text.lines()
                .findFirst()
                .orElseThrow()
                .substring(COMMENT.length())
                .strip();
    }

    /** The GraphQL document, without the comments. */
    String document() {
        return text.lines().dropWhile(line -> line.startsWith(COMMENT)).collect(Collectors.joining("\n"));
    }

    /** The URL of the explorer with this question in it, relative to the front page. */
    String address() {
        return "graphiql/?query=" + PageAddress.encoded(text);
    }
}
