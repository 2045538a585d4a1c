package org.parley.lists;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.store.Sql;

/**
 * The terms that an order by relevance scores. The score of a record is the sum, over the terms, of how well the record fits (see
 * {@link WordTable#fit}). The sort key is its negative, so that the order is ascending like all others. Immutable.
 *
 * @param sought the terms that are searched for
 */
public record Ranking(Sought sought) {
    /** The column name of the orders by relevance. No table has it. */
    public static final String COLUMN = "relevance";

    /** The parameter for the form of a word as typed. */
    private static final String FORM = "cast(? as varchar)";

    /**
     * The sort key of a record.
     *
     * @param id   the SQL of the record's id
     * @param time the SQL of its {@code oldest_first}
     * @param kind the SQL of its kind
     */
    Condition key(String id, String time, String kind) {
        return sum(sought.terms().stream().map(term -> score(term, id, time, kind)));
    }

    /**
     * The sort key of a record that is read along the entries {@code k} of the {@linkplain Sought#leading leading} term in the word
     * index: such an entry has the score of that term itself.
     */
    Condition keyAlongWords() {
        return sum(sought.terms().stream()
                .map(term -> term.equals(sought.leading()) && term.ranked().size() == 1
                        ? Condition.of("-" + WordTable.fit("k", FORM), term.exactForm())
                        : score(term, "k.record_id", "k.oldest_first", "k.kind")));
    }

    /**
     * Looks up each token's entry by the primary key of the word index. By the index on the records' ids, H2 would read all words of
     * each record.
     */
    private static Condition score(Sought.Term term, String id, String time, String kind) {
        return Condition.of(
                "coalesce((select -max(" + WordTable.fit(FORM) + ") from unnest(?) as s(token) join " + WordTable.NAME
                        + " w on w.token = s.token and w.kind = " + kind + " and w.oldest_first = " + time + " and "
                        + Sql.unindexed("w.record_id") + " = " + id + "), 0)",
                term.exactForm(),
                term.ranked());
    }

    private static Condition sum(Stream<Condition> scores) {
        List<Condition> all = scores.toList();
        return new Condition(
                all.stream().map(Condition::sql).collect(Collectors.joining(" + ", "(", ")")),
                all.stream().flatMap(score -> score.values().stream()).toList());
    }
}
