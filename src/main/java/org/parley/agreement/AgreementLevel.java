package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

/** Between whom the conflict is that an agreement is about. */
@Description("Between whom the conflict is that an agreement is about, by the terms of PA-X.")
public enum AgreementLevel {
    @Description("Between states.")
    INTERSTATE,
    @Description("Between states, and within at least one of them.")
    MIXED,
    @Description("Within one state.")
    INTRASTATE,
    @Description("Within a part of one state, such as between communities.")
    LOCAL
}
