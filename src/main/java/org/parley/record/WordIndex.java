package org.parley.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.lists.WordTable;
import org.parley.lists.Words;

/**
 * What of a record goes into the word index, and the words that there are. A record's entries follow from its own texts and the
 * spellings alone.
 */
final class WordIndex {
    /** The most that a word counts in a record: as a word as it was typed counts, in {@link WordTable#EXACT}, before every other form. */
    private static final int HEAVIEST = WordTable.EXACT - 1;

    /** How many forms of a word an entry tells: what its column holds. */
    private static final int MOST_FORMS = 30;

    private final Spellings spellings;
    private final Map<String, Term> terms = new HashMap<>();

    WordIndex(Spellings spellings) {
        this.spellings = spellings;
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

    /**
     * What of a record goes into the word index.
     *
     * @param entries by their tokens
     * @param terms   the words that it holds and their stems, each of which needs a term
     */
    record Indexed(Map<String, Entry> entries, Set<String> terms) {}

    /** What of the record with these passages goes into the word index. */
    Indexed of(Collection<RecordLoad.Passage> passages) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        for (RecordLoad.Passage passage : passages) {
            Set<String> counted = new HashSet<>();
            List<Words.Word> words = Words.of(passage.text());
            for (Words.Word word : words) {
                Term term = use(word.token(), used);
                count(entries, counted, term.stem(), passage).forms.add(term.form());
                word.grams().forEach(gram -> count(entries, counted, gram.token(), passage));
            }
            for (Words.Joined joined : Words.joined(passage.text(), words)) {
                String key = joined.key(this::stem);
                if (joined.hyphenated()) {
                    use(joined.token(), used);
                }
                count(entries, counted, key, passage);
            }
        }
        return new Indexed(entries, used);
    }

    /** The words of a record, without their stems. */
    static Set<String> words(Collection<RecordLoad.Passage> passages) {
        Set<String> words = new LinkedHashSet<>();
        for (RecordLoad.Passage passage : passages) {
            List<Words.Word> all = Words.of(passage.text());
            all.forEach(word -> words.add(word.token()));
            for (Words.Joined joined : Words.joined(passage.text(), all)) {
                if (joined.hyphenated()) {
                    words.add(joined.token());
                }
            }
        }
        return words;
    }

    /** The words that need a term whether or not a record holds them: each with another spelling, and its stem. */
    Set<String> spelled() {
        Set<String> spelled = new LinkedHashSet<>();
        spellings.canonical().keySet().forEach(token -> use(token, spelled));
        return spelled;
    }

    /** Every word that another one stands for as its spelling. */
    Map<String, String> canonical() {
        return spellings.canonical();
    }

    /** What stands for a word. */
    Term term(String token) {
        return terms.computeIfAbsent(token, t -> new Term(spellings.root(t), Words.stem(t, spellings::root)));
    }

    private static Entry count(
            Map<String, Entry> entries, Set<String> counted, String token, RecordLoad.Passage passage) {
        Entry entry = entries.computeIfAbsent(token, k -> new Entry());
        if (counted.add(token)) {
            entry.weight += passage.weight();
        }
        return entry;
    }

    /** With its stem, which may be no word of the record itself. */
    private Term use(String token, Set<String> used) {
        Term term = term(token);
        used.add(token);
        used.add(term.stem());
        return term;
    }

    private String stem(String token) {
        return term(token).stem();
    }
}
