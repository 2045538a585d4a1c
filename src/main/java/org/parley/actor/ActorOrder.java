package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;

/** Orders of a list of actors. */
@Description("Orders of a list of actors.")
public enum ActorOrder implements Order {
    @Description("By name, A to Z, in the order of Unicode (CLDR root collation).")
    NAME_ASC,
    @Description("By name, Z to A, in the order of Unicode (CLDR root collation).")
    NAME_DESC;

    @Override
    public String column() {
        return "name_key";
    }

    @Override
    public boolean descending() {
        return this == NAME_DESC;
    }
}
