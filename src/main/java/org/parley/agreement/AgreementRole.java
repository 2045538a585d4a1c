package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

/** The role in an agreement of somebody whom it names. */
@Description("The role in an agreement of somebody whom it names.")
public enum AgreementRole {
    @Description("Bound by it.")
    PARTY,
    @Description("Neither bound by it nor known to have a narrower role, such as one who helped to bring it about.")
    THIRD_PARTY,
    @Description("Attests that it was agreed.")
    WITNESS,
    @Description("Vouches that it is kept.")
    GUARANTOR
}
