package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * The words of a text, as search sees them. {@link Vocabulary} looks them up in the database.
 *
 * <p>A word is folded to its <em>token</em>: no case, no diacritics, one form of each letter and digit. All forms of a word (the
 * plural, the recorded spellings of a name) have the same token in the word index, the {@link #stem}. An entry of the index says
 * which forms its record has, so that a record with the word as typed comes first. A compound that is written as one word, with a
 * hyphen or as two words ({@code ceasefire}) is found by each of the three.
 */
public final class Words {
    /** The longest text that is searched for, in characters. */
    public static final int LONGEST_TEXT = 200;

    /** The prefix of the token of two words that might also be written as one. */
    private static final String APART = "+";

    /** The fewest letters of two words that might also be written as one, together: Al Assad, cease fire. */
    private static final int SHORTEST_JOINED = 6;

    /** The most letters of two such words together. */
    private static final int LONGEST_JOINED = 14;

    /** The fewest letters of each of two such words. */
    private static final int SHORTEST_PART = 2;

    /** The most steps along a chain of stems and spellings, which may be circular. */
    private static final int LONGEST_CHAIN = 8;

    private Words() {}

    /**
     * A word of a text.
     *
     * @param start the index of its first character in the text
     * @param end   the index after its last character
     * @param token the folded word
     * @param grams the n-grams by which it is found if its script has no spaces; empty for other words
     */
    public record Word(int start, int end, String token, List<Word> grams) {
        Word(int start, int end, String token) {
            this(start, end, token, List.of());
        }

        Word moved(int by) {
            return new Word(
                    start + by,
                    end + by,
                    token,
                    grams.stream().map(gram -> gram.moved(by)).toList());
        }

        /** The longest n-grams, all of which a record with this word has. Empty for words of scripts with spaces. */
        List<Word> longestGrams() {
            int longest = grams.stream().mapToInt(Word::length).max().orElse(0);
            return grams.stream().filter(gram -> gram.length() == longest).toList();
        }

        private int length() {
            return token.codePointCount(0, token.length());
        }

        boolean isOfLetters() {
            return token.codePoints().noneMatch(Character::isDigit);
        }

        /** Whether the word may also be written as two words. */
        boolean mayBeApart() {
            return grams.isEmpty()
                    && isOfLetters()
                    && token.length() >= SHORTEST_JOINED
                    && token.length() <= LONGEST_JOINED;
        }

        /** Whether the word has enough letters to find longer words that begin with it. */
        boolean mayBegin(int length) {
            return grams.isEmpty()
                    && token.codePoints().filter(Character::isLetter).count() >= length
                    && isOfLetters();
        }
    }

    /** The words of a text, folded. */
    public static List<Word> of(String text) {
        return WordAnalysis.words(text);
    }

    /** The number of terms that a search for this text has, at most. */
    public static int terms(String text) {
        return of(text).stream()
                .collect(Collectors.toMap(
                        Word::token, word -> Math.max(1, word.longestGrams().size()), (one, same) -> one))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * The token that stands for all forms of a word.
     *
     * @param canonical returns the canonical form of a recorded spelling; for any other word the word itself
     */
    public static String stem(String token, UnaryOperator<String> canonical) {
        String form = canonical.apply(token);
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            String next = canonical.apply(WordAnalysis.stem(form));
            if (next.equals(form)) {
                return form;
            }
            form = next;
        }
        return form;
    }

    /**
     * Two adjacent words that may be one word.
     *
     * @param token      the token of both as one word
     * @param hyphenated whether a hyphen is between them, and not a space
     */
    public record Joined(Word first, Word second, String token, boolean hyphenated) {

        /**
         * The token under which the word index may have the pair.
         *
         * @param stem returns the stem of a token
         */
        public String key(UnaryOperator<String> stem) {
            return hyphenated ? stem.apply(token) : apart(token);
        }

        /** Whether the pair, with a hyphen, is one of these forms, or, as two words, has one of these tokens. */
        public boolean isAmong(Set<String> forms, Set<String> tokens) {
            return hyphenated ? forms.contains(token) : tokens.contains(apart(token));
        }
    }

    /** The token of a word that is written as two words. */
    static String apart(String token) {
        return APART + WordAnalysis.stem(token);
    }

    /** The pairs of adjacent words that might be written as one word. */
    public static List<Joined> joined(String text, List<Word> words) {
        List<Joined> joined = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            Word first = words.get(i - 1);
            Word second = words.get(i);
            String token = first.token() + second.token();
            if (second.start() - first.end() == 1
                    && first.grams().isEmpty()
                    && second.grams().isEmpty()) {
                char between = text.charAt(first.end());
                if (isHyphen(between)
                        && token.length() <= WordAnalysis.LONGEST_TOKEN
                        && (first.isOfLetters() || second.isOfLetters())) {
                    joined.add(new Joined(first, second, token, true));
                } else if (Character.isSpaceChar(between) && mayBeOne(first, second, token)) {
                    joined.add(new Joined(first, second, token, false));
                }
            }
        }
        return joined;
    }

    private static boolean isHyphen(char character) {
        return "-\u2010\u2011﹣－".indexOf(character) >= 0;
    }

    private static boolean mayBeOne(Word first, Word second, String token) {
        return token.length() >= SHORTEST_JOINED
                && token.length() <= LONGEST_JOINED
                && Stream.of(first, second)
                        .allMatch(word -> word.token().length() >= SHORTEST_PART
                                && word.isOfLetters()
                                && !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word.token()));
    }
}
