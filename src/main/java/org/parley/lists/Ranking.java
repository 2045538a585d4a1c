package org.parley.lists;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The terms that an order by relevance scores. The sort key of a record is the rank of {@link WordHits}. Immutable.
 *
 * @param sought the terms that are searched for
 */
public record Ranking(Sought sought) {
    /** The column name of the orders by relevance. No table has it. */
    public static final String COLUMN = "relevance";

    /** The sort key of a single record: each token's entry is looked up by the record's ordinal. */
    Condition key() {
        List<Condition> scores =
                sought.asFilter().terms().stream().map(Ranking::score).toList();
        return new Condition(
                scores.stream()
                        .map(Condition::sql)
                        .collect(Collectors.joining(
                                " + ", "(" + Condition.ORDINAL + " - " + Ordinals.COUNT + " * (", "))")),
                scores.stream().flatMap(score -> score.values().stream()).toList());
    }

    private static Condition score(Sought.Term term) {
        List<Sought.Token> tokens = term.scored();
        return Condition.of(
                "coalesce((select max(" + WordTable.fit("s.form") + ") + " + WordTable.EXACT
                        + " from unnest(?, ?) as s(base, form) join word w on w.entry = s.base + " + Condition.ORDINAL
                        + "), 0)",
                tokens.stream().map(Sought.Token::base).toList(),
                tokens.stream().map(term::exactForm).toList());
    }
}
