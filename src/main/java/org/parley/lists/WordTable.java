package org.parley.lists;

import java.util.List;

/**
 * Builds the SQL that reads the word index: the table {@code word}, with one entry for each token of each record. The key of an entry
 * is the token's {@link Ordinals#base} and the ordinal of the record, so all entries of a token stand together, in the order of
 * lists. An entry has the {@code weight} of the passages with the token, and, as bits, the {@code forms} in which the record has it.
 */
public final class WordTable {
    /** How much more the word as typed scores than its other forms, and those than words that only begin with it. */
    public static final int EXACT = 100;

    /** How many forms of a token have a bit. Further ones are found, but do not count as the word as typed. */
    public static final int FORMS = 31;

    /** The bit that no entry has. */
    public static final long NO_FORM = 1L << FORMS;

    /** The table of the entries. */
    static final String NAME = "word";

    /** The ordinal of an entry {@code w}. */
    static final String ORDINAL = "mod(w.entry, " + Ordinals.COUNT + ")";

    private WordTable() {}

    /** The record has every term. */
    static Condition hold(List<Sought.Term> terms) {
        return Condition.all(terms.stream().map(WordTable::holds).toList());
    }

    private static Condition holds(Sought.Term term) {
        List<Long> bases =
                term.filtered().stream().map(Sought.Token::base).distinct().toList();
        // With several tokens, the subquery collects the matching records once. An exists would look up every token
        // for every record.
        return bases.size() == 1
                ? Condition.of(
                        "exists (select 1 from word w where w.entry = cast(? as bigint) + " + Condition.ORDINAL + ")",
                        bases.get(0))
                : Condition.of(
                        Condition.ORDINAL + " in (select " + ORDINAL
                                + " from unnest(?) as s(base) join word w on w.entry >= s.base and w.entry < s.base + "
                                + Ordinals.COUNT + ")",
                        bases);
    }

    /**
     * The SQL of the score of an entry {@code w}.
     *
     * @param form the SQL of the bit of the form as typed
     */
    static String fit(String form) {
        return "(w.weight + case when mod(w.forms / cast(" + form + " as bigint), 2) = 1 then " + EXACT
                + " else 0 end)";
    }
}
