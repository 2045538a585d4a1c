package org.parley.graph;

import java.util.List;

/**
 * What an order by relevance is relative to. A record's relevance is the sum, over the tokens, of the weights of the
 * passages that hold the token (see {@link Words}); the order is by its negative, so that it is ascending like any other.
 *
 * @param tokens what is searched for
 */
public record Ranking(List<String> tokens) {
    /** The column name by which an {@link Order} says that it is one by relevance. */
    public static final String COLUMN = "relevance";

    /** The order's value for the record whose id this column holds; it has one {@code ?}, for the tokens. */
    String sql(String idColumn) {
        return "(select -sum(w.weight) from record c join word w on " + Words.OF_RECORD
                + " where w.token = any(?) and c.id = " + idColumn + ")";
    }
}
