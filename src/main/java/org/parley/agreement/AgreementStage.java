package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

/** The stage of a peace process that an agreement belongs to. */
@Description("The stage of a peace process that an agreement belongs to, by the terms of PA-X.")
public enum AgreementStage {
    @Description("Before talks on the substance, or about how to hold such talks.")
    PRE_NEGOTIATION,
    @Description("On some of the matters of the conflict.")
    FRAMEWORK_PARTIAL,
    @Description("On the conflict as a whole.")
    FRAMEWORK_COMPREHENSIVE,
    @Description("On how to carry out, extend or negotiate anew what was agreed.")
    IMPLEMENTATION,
    @Description("A short renewal of what was agreed.")
    RENEWAL,
    @Description("A ceasefire, or what belongs to one.")
    CEASEFIRE,
    @Description("None of these.")
    OTHER
}
