package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import org.parley.graph.RecordKind;

/**
 * The records that have every term of a text, ranked: those with the best score first, those of equal score by their ordinals. The
 * score is the sum, over the terms, of that of the best entry in the word index. Immutable.
 *
 * @param kinds the kinds of record, or null for all
 */
public record WordHits(Sought sought, List<RecordKind> kinds) {

    /** The hits of a list with a filter. */
    static WordHits filtered(Sought sought, RecordKind kind) {
        return new WordHits(sought.asFilter(), List.of(kind));
    }

    /** The ranges of keys in the word index that are read for the terms, one row for each range. */
    private static final class Ranges {
        private final List<Long> terms = new ArrayList<>();
        private final List<Long> from = new ArrayList<>();
        private final List<Long> to = new ArrayList<>();
        private final List<Long> forms = new ArrayList<>();
        private final List<Long> bonuses = new ArrayList<>();

        void add(long term, long low, long high, long form, long bonus) {
            terms.add(term);
            from.add(low);
            to.add(high);
            forms.add(form);
            bonuses.add(bonus);
        }
    }

    /**
     * A query with the columns {@code ordinal} and {@code rank}. The rank is less the better a record fits, and different for each:
     * {@link #score} has the score. Each entry of the tokens is read once.
     */
    public Condition query() {
        Ranges ranges = new Ranges();
        for (int i = 0; i < sought.terms().size(); i++) {
            Sought.Term term = sought.terms().get(i);
            for (Sought.Token token : term.scored()) {
                add(ranges, i, token, term.exactForm(token), WordTable.EXACT);
            }
            for (Sought.Token token : term.beginnings()) {
                add(ranges, i, token, WordTable.NO_FORM, 0);
            }
        }
        String entries = "select " + WordTable.ORDINAL + " as ordinal, " + (isOfOneToken() ? "" : "s.term, max(")
                + WordTable.fit("s.form") + " + cast(s.bonus as bigint)" + (isOfOneToken() ? "" : ")")
                + " as fit from unnest(?, ?, ?, ?, ?) as s(term, low, high, form, bonus)"
                + " join word w on w.entry >= s.low and w.entry < s.high"
                + (isOfOneToken() ? "" : " group by " + WordTable.ORDINAL + ", s.term");
        boolean isOneTerm = sought.terms().size() == 1;
        List<Object> values =
                new ArrayList<>(List.of(ranges.terms, ranges.from, ranges.to, ranges.forms, ranges.bonuses));
        if (!isOneTerm) {
            values.add(sought.terms().size());
        }
        return new Condition(
                "select f.ordinal, f.ordinal - " + Ordinals.COUNT + " * cast(" + (isOneTerm ? "f.fit" : "sum(f.fit)")
                        + " as bigint) as rank from (" + entries + ") f"
                        + (isOneTerm ? "" : " group by f.ordinal having count(*) = ?"),
                values);
    }

    /** Whether no record has two of the entries. Then they are not grouped, which takes H2 several times as long as to read them. */
    private boolean isOfOneToken() {
        return sought.terms().stream()
                        .mapToInt(
                                term -> term.scored().size() + term.beginnings().size())
                        .sum()
                == 1;
    }

    private void add(Ranges ranges, int term, Sought.Token token, long form, long bonus) {
        if (kinds == null || kinds.isEmpty()) {
            // Of no kind there are no entries. An array without an element would have no type.
            ranges.add(term, token.base(), token.base() + (kinds == null ? Ordinals.COUNT : 0), form, bonus);
        } else {
            kinds.forEach(kind -> ranges.add(
                    term, token.base() + Ordinals.first(kind), token.base() + Ordinals.end(kind), form, bonus));
        }
    }

    /** The score of a hit with this rank. */
    public static int score(long rank) {
        return (int) -Math.floorDiv(rank, Ordinals.COUNT);
    }
}
