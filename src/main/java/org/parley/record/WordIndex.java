package org.parley.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.lists.Words;

/**
 * What of a record goes into the word index, and the words that there are. A record's entries follow from its own texts and the
 * spellings alone.
 */
final class WordIndex {
    /** The most that a word counts in a record: as a word as it was typed counts, in {@link Words#EXACT}, before every other form. */
    private static final int HEAVIEST = Words.EXACT - 1;

    /** How many forms of a word an entry tells: what its column holds. */
    private static final int MOST_FORMS = 30;

    private final Spellings spellings;
    private final Map<String, Term> terms = new TreeMap<>();
    private final Map<String, String> stems = new HashMap<>();

    WordIndex(Spellings spellings) {
        this.spellings = spellings;
        spellings.canonical().keySet().forEach(this::add);
    }

    /**
     * What stands for a word.
     *
     * @param form for all its spellings
     * @param stem for all its forms
     */
    record Term(String form, String stem) {}

    /**
     * A token's entry for a record.
     *
     * @param weight the sum of the weights of the passages that hold the token
     * @param forms  in which it is written, empty if nothing of the record is that word itself
     */
    static final class Entry {
        private int weight;
        private final Set<String> forms = new LinkedHashSet<>();

        int weight() {
            return Math.min(weight, HEAVIEST);
        }

        /** As the column has them: null where the token's own form is the only one. */
        String forms(String token) {
            return forms.equals(Set.of(token))
                    ? null
                    : String.join(" ", forms.stream().limit(MOST_FORMS).toList());
        }
    }

    /** The entries of a record, by their tokens. */
    Map<String, Entry> of(Collection<SeedLoad.Passage> passages) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (SeedLoad.Passage passage : passages) {
            Set<String> counted = new HashSet<>();
            List<Words.Word> words = Words.of(passage.text());
            for (Words.Word word : words) {
                Term term = add(word.token());
                count(entries, counted, term.stem(), passage).forms.add(term.form());
                word.grams().forEach(gram -> count(entries, counted, gram.token(), passage));
            }
            for (Words.Joined joined : Words.joined(passage.text(), words)) {
                String key = joined.key(this::stem);
                if (joined.hyphenated()) {
                    add(joined.token());
                }
                count(entries, counted, key, passage);
            }
        }
        return entries;
    }

    /** Every word of the records that were asked for, and every recorded spelling. */
    Map<String, Term> terms() {
        return terms;
    }

    private static Entry count(
            Map<String, Entry> entries, Set<String> counted, String token, SeedLoad.Passage passage) {
        Entry entry = entries.computeIfAbsent(token, k -> new Entry());
        if (counted.add(token)) {
            entry.weight += passage.weight();
        }
        return entry;
    }

    /** With what stands for all its forms, which may be no word of the record itself. */
    private Term add(String token) {
        Term term = terms.computeIfAbsent(token, this::term);
        terms.computeIfAbsent(term.stem(), this::term);
        return term;
    }

    private Term term(String token) {
        return new Term(spellings.root(token), stem(token));
    }

    private String stem(String token) {
        return stems.computeIfAbsent(token, t -> Words.stem(t, spellings::root));
    }
}
