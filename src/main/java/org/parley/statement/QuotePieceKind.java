package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

/** Where words stand of a text that is compared with a wording. */
@Description("Where words stand of a text that is compared with the wording of a source.")
public enum QuotePieceKind {
    @Description("In both; as the wording has them.")
    SAME,
    @Description("In the wording alone: the text lacks them.")
    MISSING,
    @Description("In the text alone: the wording does not have them.")
    ADDED
}
