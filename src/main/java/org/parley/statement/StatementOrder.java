package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.graph.Order;
import org.parley.graph.Ranking;

/** Orders of a list of statements. */
@Description("Orders of a list of statements.")
public enum StatementOrder implements Order {
    @Description("By date and time, oldest first; undated ones last.")
    DATE_ASC("oldest_first"),
    @Description("By date and time, newest first; undated ones last.")
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
