package org.parley.change;

import org.eclipse.microprofile.graphql.Description;

/** The order of a list of changes. */
@Description("The order of a list of changes.")
public enum ChangeOrder {
    @Description("The first change first.")
    NUMBER_ASC,
    @Description("The last change first.")
    NUMBER_DESC
}
