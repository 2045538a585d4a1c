package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;

/** Orders of a list of rounds. */
@Description("Orders of a list of rounds.")
public enum RoundOrder implements Order {
    @Description(
            "By first day, oldest first; where only a coarse date is known, by the first day that it allows; undated ones last.")
    DATE_ASC,
    @Description(
            "By first day, newest first; where only a coarse date is known, by the first day that it allows; undated ones last.")
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
