package org.parley.disagreement;

import org.eclipse.microprofile.graphql.Description;

/** What the versions of a disagreement differ in. */
@Description("What the versions of a disagreement differ in.")
public enum DisagreementKind {
    @Description("When something was or will be.")
    DATE,
    @Description("How far something reaches, or how much it is.")
    SCOPE,
    @Description("What somebody or something is called.")
    NAMING,
    @Description("Who said or did something.")
    ATTRIBUTION,
    @Description("In what light something is shown.")
    FRAMING,
    @Description("What comes first, or depends on what.")
    PRECEDENCE
}
