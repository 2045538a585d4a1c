package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Words in a row of which the same is true. */
@Description("Words in a row that stand in the text, in the wording, or in both.")
public record QuotePiece(
        @NonNull @Description("Where they stand.") QuotePieceKind kind,
        @NonNull @Description("The words, with the punctuation at them.") String text) {}
