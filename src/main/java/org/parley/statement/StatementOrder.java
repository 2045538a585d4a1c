package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;
import org.parley.lists.Ranking;

/** Orders of a list of statements. */
@Description("Orders of a list of statements.")
public enum StatementOrder implements Order {
    @Description(
            "By day, and by time within it, oldest first; where no day is known, by the earliest that a coarse date or bounds allow, or by the latest if there is no earliest; those of which nothing is known last.")
    DATE_ASC("oldest_first"),
    @Description(
            "By day, and by time within it, newest first; where no day is known, by the earliest that a coarse date or bounds allow, or by the latest if there is no earliest; those of which nothing is known last.")
    DATE_DESC("newest_first"),
    @Description("By how well the filter's text is met, best first; only with a text in the filter.")
    RELEVANCE_DESC(Ranking.COLUMN);

    private final String column;

    StatementOrder(String column) {
        this.column = column;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public boolean descending() {
        return false;
    }
}
