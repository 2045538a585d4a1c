package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an order by relevance is relative to. A record's relevance is the sum, over the terms, of how well the record fits (see
 * {@link WordTable#fit}); the order is by its negative, so that it is ascending like any other.
 *
 * @param sought what is searched for
 */
public record Ranking(Sought sought) {
    /** The column name by which an {@link ListOrder} says that it is one by relevance. */
    public static final String COLUMN = "relevance";

    /** The order's value for the record whose id this column holds; its {@code ?} signs are for {@link #values}. */
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
