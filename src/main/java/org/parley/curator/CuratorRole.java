package org.parley.curator;

import org.eclipse.microprofile.graphql.Description;

/** What a curator may do. The roles are in ascending order: each may also do what those before it may. */
@Description("What a curator may do. Each role may also do what those before it may.")
public enum CuratorRole {
    @Description("May read the record.")
    READER,
    @Description("May propose changes, and try them without making them.")
    PROPOSER,
    @Description("May change the record.")
    EDITOR,
    @Description("May accept and reject what others propose.")
    REVIEWER;

    /** Whether this role may do all that the other one may; each includes itself. */
    public boolean includes(CuratorRole other) {
        return compareTo(other) >= 0;
    }
}
