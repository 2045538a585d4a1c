package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;

/** Orders of a list of sources. */
@Description("Orders of a list of sources.")
public enum SourceOrder implements Order {
    @Description(
            "By day of publication, oldest first; where only bounds are known, by the earliest day that they allow, or by the latest if there is no earliest; those of which nothing is known last.")
    DATE_ASC,
    @Description(
            "By day of publication, newest first; where only bounds are known, by the earliest day that they allow, or by the latest if there is no earliest; those of which nothing is known last.")
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
