package org.parley.lists;

import java.util.List;
import java.util.stream.Stream;

/**
 * The terms of a search text: a record is found if it has all of them. Immutable.
 *
 * @param terms at least one
 */
public record Sought(List<Term> terms) {

    /**
     * A word, or an n-gram of a word in a script without spaces.
     *
     * @param tokens     a record has the term if it has one of these tokens in the word index, in whichever form of the word
     * @param exactToken the token of the word as typed; its entries in the word index say which forms each record has
     * @param exactForm  the word as typed, folded, in its canonical spelling
     * @param beginnings the tokens of the words that begin with the term: a search counts them with a lower score, a filter only if
     *                   no record has the term itself
     * @param known      whether any record has the term itself
     */
    public record Term(
            List<String> tokens, String exactToken, String exactForm, List<String> beginnings, boolean known) {

        /** The tokens by which a filter finds records. */
        public List<String> filtered() {
            return known || beginnings.isEmpty() ? tokens : beginnings;
        }

        /** The tokens of {@link #filtered}, and the exact token, which only counts for the score. */
        List<String> ranked() {
            return Stream.concat(filtered().stream(), Stream.of(exactToken))
                    .distinct()
                    .toList();
        }
    }

    /**
     * The term whose entries in the word index a filtered list is read along: the first with a single token; null if there is none.
     */
    public Term leading() {
        return terms.stream()
                .filter(term -> term.filtered().size() == 1)
                .findFirst()
                .orElse(null);
    }

    /** All tokens by which a record may have been found. */
    public List<String> tokens() {
        return terms.stream()
                .flatMap(term -> Stream.of(term.tokens(), List.of(term.exactToken()), term.beginnings()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
