package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

/** How a text is like the wording of a source. The order is from the closest on. */
@Description("How a text is like the wording of a source.")
public enum QuoteMatchKind {
    @Description(
            "It stands in the wording, character for character; blanks count as one, and quotation marks around it do not count.")
    EXACT,
    @Description(
            "Its words stand in the wording in the same order, and nothing between them; case, punctuation or the forms of letters differ.")
    SAME_WORDS,
    @Description("At least half of its words, or of the wording's, are in the other in the same order.")
    SIMILAR
}
