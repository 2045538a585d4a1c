package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.store.Sql;

/** Finds the records that share the most words with a long text, by its rarest words. Thread-safe. */
@ApplicationScoped
public class SharedWords {
    /** The most words of the text that are looked up: its rarest ones. */
    private static final int MOST_WORDS = 16;

    /** The most entries of the word index that are read, unless fewer than {@value #FEWEST_WORDS} words would be left. */
    private static final int MOST_ENTRIES = 20_000;

    private static final int FEWEST_WORDS = 3;

    /**
     * The records of a kind that have the most of the text's rarest words; two statements.
     *
     * @param most how many records at most
     * @return their ids, those with the most words first; empty if no record has any
     */
    public List<String> records(RecordKind kind, String text, int most) {
        List<Long> bases = rarest(tokens(text));
        if (bases.isEmpty()) {
            return List.of();
        }
        List<Long> low = bases.stream().map(base -> base + Ordinals.first(kind)).toList();
        List<Long> high = bases.stream().map(base -> base + Ordinals.end(kind)).toList();
        return Sql.bind(
                        "select p.record_id from (select " + WordTable.ORDINAL
                                + " as ordinal, count(*) as words from unnest(?, ?) as s(low, high)"
                                + " join word w on w.entry >= s.low and w.entry < s.high group by " + WordTable.ORDINAL
                                + " order by words desc, ordinal fetch first " + most
                                + " rows only) h join record_order p on p.ordinal = h.ordinal order by h.words desc, h.ordinal",
                        List.of(low, high),
                        String.class)
                .getResultList();
    }

    private static Set<String> tokens(String text) {
        Set<String> tokens = new LinkedHashSet<>();
        for (Words.Word word : Words.of(text)) {
            List<Words.Word> grams = word.longestGrams();
            if (grams.isEmpty()) {
                tokens.add(word.token());
            }
            grams.forEach(gram -> tokens.add(gram.token()));
        }
        return tokens;
    }

    /** The lowest keys of the entries of the rarest of these tokens. */
    private static List<Long> rarest(Collection<String> tokens) {
        List<Long> bases = new ArrayList<>();
        long[] entries = new long[1];
        Sql.read(
                "select n.number, max(t.uses) as uses from term t join token n on n.text = t.stem where t.token = any(?)"
                        + " group by n.number order by uses, n.number",
                List.of(List.copyOf(tokens)),
                row -> {
                    entries[0] += row.getLong(2);
                    if (bases.size() < FEWEST_WORDS || bases.size() < MOST_WORDS && entries[0] <= MOST_ENTRIES) {
                        bases.add(Ordinals.base(row.getLong(1)));
                    }
                });
        return bases;
    }
}
