package org.parley.statement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A wording that a text is like. */
@Description("A wording of a source that the text is like.")
public record QuoteMatch(
        @NonNull @Description("How it is like it.") QuoteMatchKind kind,
        @Description(
                        "How much of the two is the same, 0 to 1: twice the words that both have in the same order, divided by the words of both. Of a wording that is longer than the text, the part counts that is compared. It is 1 for EXACT and SAME_WORDS.")
                double similarity,
        @NonNull
                @Description(
                        "The words of both, in order. Of a wording that is longer than the text, the part that is compared.")
                List<@NonNull QuotePiece> pieces,
        @NonNull @Description("The wording, which is the speaker's own only if it is verbatim.") Rendering rendering,
        @NonNull @Description("The statement that it is a wording of: who said it, and when.") Statement statement) {}
