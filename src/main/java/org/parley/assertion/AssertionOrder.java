package org.parley.assertion;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;

/** Orders of a list of assertions, which have neither a date nor a name. */
@Description("Orders of a list of assertions.")
public enum AssertionOrder implements Order {
    @Description("By id.")
    ID_ASC;

    @Override
    public String column() {
        return "id";
    }

    @Override
    public boolean descending() {
        return false;
    }
}
