package org.parley.figure;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;

/** Orders of a list of figures. */
@Description("Orders of a list of figures.")
public enum FigureOrder implements Order {
    @Description("By the day of the claim, oldest first; undated ones last.")
    DATE_ASC,
    @Description("By the day of the claim, newest first; undated ones last.")
    DATE_DESC;

    @Override
    public String column() {
        return this == DATE_ASC ? "oldest_first" : "newest_first";
    }

    @Override
    public boolean descending() {
        return false;
    }
}
