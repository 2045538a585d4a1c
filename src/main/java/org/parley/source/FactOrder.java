package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;

/** Orders of a list of the records that a source supports. */
@Description("Orders of a list of the records that a source supports.")
public enum FactOrder implements Order {
    @Description("By date, oldest first; undated ones last, by id.")
    DATE_ASC,
    @Description("By date, newest first; undated ones last, by id.")
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
