package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;

/** Orders of a list of negotiations. */
@Description("Orders of a list of negotiations.")
public enum NegotiationOrder implements Order {
    @Description("By title, A to Z, in the order of Unicode (CLDR root collation).")
    TITLE_ASC,
    @Description("By title, Z to A, in the order of Unicode (CLDR root collation).")
    TITLE_DESC;

    @Override
    public String column() {
        return "name_key";
    }

    @Override
    public boolean descending() {
        return this == TITLE_DESC;
    }
}
