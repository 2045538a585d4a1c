package org.parley.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.lists.WordTable;
import org.parley.lists.Words;

/**
 * Computes the entries of a record in the word index, and the terms that it needs. They depend only on the record's own texts and the
 * spellings. Thread-safe.
 */
final class WordIndex {
    /**
     * The highest weight of a word in a record. It is less than {@link WordTable#EXACT}, the bonus for a word as it was typed, so an
     * exact match always ranks before other forms of the word.
     */
    private static final int HEAVIEST = WordTable.EXACT - 1;

    private final Spellings spellings;
    private final Map<String, Term> terms = new ConcurrentHashMap<>();

    WordIndex(Spellings spellings) {
        this.spellings = spellings;
    }

    /**
     * The index as it is stored.
     *
     * @param terms the terms of all words of the records whose entries are computed
     */
    static WordIndex ofStored(Map<String, Term> terms) {
        WordIndex index = new WordIndex(new Spellings());
        index.terms.putAll(terms);
        return index;
    }

    /**
     * The normalized forms of a word.
     *
     * @param form represents all its spellings
     * @param stem represents all its inflected forms
     */
    record Term(String form, String stem) {}

    /**
     * A token's entry for a record.
     *
     * @param weight the sum of the weights of the passages that hold the token
     * @param forms  the forms in which the record has it; empty if the record does not have it as a word
     */
    static final class Entry {
        private int weight;
        private final Set<String> forms = new LinkedHashSet<>();

        int weight() {
            return Math.min(weight, HEAVIEST);
        }

        Set<String> forms() {
            return forms;
        }
    }

    /**
     * The part of the word index that belongs to one record.
     *
     * @param entries the entries, by token
     * @param terms   the words of the record and their stems, each of which needs a term
     */
    record Indexed(Map<String, Entry> entries, Set<String> terms) {}

    /** The index entries and terms of a record with these passages. */
    Indexed of(Collection<RecordLoad.Passage> passages) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        // A rendering often repeats the summary or the quote.
        Map<String, List<Words.Word>> wordsByText = new HashMap<>();
        for (RecordLoad.Passage passage : passages) {
            Set<String> counted = new HashSet<>();
            List<Words.Word> words = wordsByText.computeIfAbsent(passage.text(), Words::of);
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

    /** The words that need a term even if no record has them: those with another spelling, and their stems. */
    Set<String> spelled() {
        Set<String> spelled = new LinkedHashSet<>();
        spellings.canonical().keySet().forEach(token -> use(token, spelled));
        return spelled;
    }

    /** Every word that another spelling represents, with that spelling. */
    Map<String, String> canonical() {
        return spellings.canonical();
    }

    /** The normalized forms of a word. They are cached. */
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

    /** Adds the word and its stem, which may not be a word of the record. */
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
