package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

/** How much of a statement is in the speaker's own words. */
@Description("How much of a statement is in the speaker's own words.")
public enum StatementKind {
    @Description("Quoted as a sentence or a clause of its own.")
    VERBATIM,
    @Description("Some words are quoted inside somebody else's sentence.")
    PARTIAL,
    @Description("Told in other words only.")
    PARAPHRASE
}
