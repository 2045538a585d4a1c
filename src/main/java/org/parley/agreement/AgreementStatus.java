package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

/** How binding an agreement is said to be. */
@Description("How an agreement came about, and whether it holds.")
public enum AgreementStatus {
    @Description("Several parties signed it, or agreed to it otherwise.")
    SIGNED,
    @Description("One side declared it alone.")
    UNILATERAL,
    @Description("It got its standing afterwards, such as by a later agreement or by law.")
    SUBSEQUENT,
    @Description("The sources leave open who agreed to it, or whether anybody did.")
    UNCLEAR,
    @Description("It was agreed on, and a source says that it no longer holds.")
    ENDED
}
