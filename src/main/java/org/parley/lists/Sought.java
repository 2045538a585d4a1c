package org.parley.lists;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a text is looked for by: a record is found if it has all of these terms.
 *
 * @param terms at least one
 */
public record Sought(List<Term> terms) {

    /**
     * A word, or a piece of one in a script that has no spaces.
     *
     * @param tokens     a record with one of these in the word index has the term, whichever form of the word it writes
     * @param exactToken the token of the word as it was typed, whose entry says which forms the record writes
     * @param exactForm  the word as it was typed, spellings made one
     * @param beginnings tokens of the words that begin like the term: a search counts them, but less; a filter does where no
     *                   record has the term itself
     * @param known      whether any record has the term itself
     */
    public record Term(
            List<String> tokens, String exactToken, String exactForm, List<String> beginnings, boolean known) {

        /** The tokens for which a filter lets a record through. */
        public List<String> filtered() {
            return known || beginnings.isEmpty() ? tokens : beginnings;
        }

        /** {@link #filtered}, and the one that only tells how well a record fits. */
        List<String> ranked() {
            return Stream.concat(filtered().stream(), Stream.of(exactToken))
                    .distinct()
                    .toList();
        }
    }

    /** The term that a filter's list is best walked by: the first that is one token alone; null if there is none. */
    public Term leading() {
        return terms.stream()
                .filter(term -> term.filtered().size() == 1)
                .findFirst()
                .orElse(null);
    }

    /** Every token by which a record may have been found. */
    public List<String> tokens() {
        return terms.stream()
                .flatMap(term -> Stream.of(term.tokens(), List.of(term.exactToken()), term.beginnings()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
