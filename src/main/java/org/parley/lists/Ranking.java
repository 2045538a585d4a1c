package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The terms that an order by relevance scores. The score of a record is the sum, over the terms, of how well the record fits (see
 * {@link WordTable#fit}). The sort key is its negative, so that the order is ascending like all others. Immutable.
 *
 * @param sought the terms that are searched for
 */
public record Ranking(Sought sought) {
    /** The column name of the orders by relevance. No table has it. */
    public static final String COLUMN = "relevance";

    /**
     * The SQL of the sort key for the record whose id is in this column; the values of its {@code ?} parameters are {@link #values}.
     */
    String sql(String idColumn) {
        return sought.terms().stream()
                .map(term -> "coalesce((select -max(" + WordTable.fit("cast(? as varchar)")
                        + ") from record c join word w on " + WordTable.OF_RECORD
                        + " where w.token = any(?) and c.id = "
                        + idColumn + "), 0)")
                .collect(Collectors.joining(" + ", "(", ")"));
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (Sought.Term term : sought.terms()) {
            values.add(term.exactForm());
            values.add(term.ranked());
        }
        return values;
    }
}
