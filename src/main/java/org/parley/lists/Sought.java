package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The terms of a search text: a record is found if it has all of them. Immutable.
 *
 * @param terms at least one
 */
public record Sought(List<Term> terms) {

    /**
     * A token of the word index.
     *
     * @param base the lowest key of its entries; negative if there are none
     */
    public record Token(String text, long base) {

        /** The token as the owner of a {@link Path#words}. */
        String owner() {
            return String.valueOf(base);
        }
    }

    /**
     * A word, or an n-gram of a word in a script without spaces.
     *
     * @param tokens     a record has the term if it has one of these tokens in the word index, in whichever form of the word
     * @param exactToken the token of the word as typed; its entries in the word index say which forms each record has
     * @param exactForm  the bit of the word as typed, in its canonical spelling, among the forms of the exact token
     * @param beginnings the tokens of the words that begin with the term: a search counts them with a lower score, a filter only if
     *                   no record has the term itself
     * @param known      whether any record has the term itself
     */
    public record Term(List<Token> tokens, Token exactToken, long exactForm, List<Token> beginnings, boolean known) {

        /** The tokens by which a filter finds records. */
        List<Token> filtered() {
            return known || beginnings.isEmpty() ? tokens : beginnings;
        }

        /** The same term as a filter finds it. */
        Term asFilter() {
            return new Term(filtered(), exactToken, exactForm, List.of(), known);
        }

        /** The tokens, and the exact token, which only counts for the score. */
        List<Token> scored() {
            return Stream.concat(tokens.stream(), Stream.of(exactToken))
                    .distinct()
                    .toList();
        }

        /** The bit that an entry of this token must have to be the word as typed. */
        long exactForm(Token token) {
            return token.equals(exactToken) ? exactForm : WordTable.NO_FORM;
        }
    }

    /**
     * The term whose entries in the word index a filtered list is read along: the first with a single token; null if there is none.
     */
    Term leading() {
        return terms.stream()
                .filter(term -> term.filtered().size() == 1)
                .findFirst()
                .orElse(null);
    }

    /** The same terms as a filter finds them. */
    Sought asFilter() {
        return new Sought(terms.stream().map(Term::asFilter).toList());
    }

    /** All tokens by which a record may have been found. */
    public List<String> tokens() {
        List<Token> all = new ArrayList<>();
        for (Term term : terms) {
            all.addAll(term.scored());
            all.addAll(term.beginnings);
        }
        return all.stream().map(Token::text).distinct().toList();
    }
}
