package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * The words of a text, as search sees them; what the record knows of them tells {@link Vocabulary}.
 *
 * <p>A word is folded to its <em>token</em>: no case, no diacritics, one form of each letter and digit. All forms of a word (the
 * plural, the recorded spellings of a name) have one token in the word index, the {@link #stem}; an entry of the index says which
 * forms its record writes, so that a record with the word as it was typed comes first. What is written as one word, with a
 * hyphen or as two ({@code ceasefire}) is found by each of the three.
 */
public final class Words {
    /** The longest text that is searched for, in characters. */
    public static final int LONGEST_TEXT = 200;

    /** Before the token of two words that are written apart, and might be written as one. */
    private static final String APART = "+";

    /** How short and how long two words written as one may be, and the shortest of the two: Al Assad, cease fire. */
    private static final int SHORTEST_JOINED = 6;

    private static final int LONGEST_JOINED = 14;
    private static final int SHORTEST_PART = 2;

    /** The rounds after which a chain of stems and spellings that goes in a circle is given up. */
    private static final int LONGEST_CHAIN = 8;

    private Words() {}

    /**
     * A word of a text: its place in it and its token.
     *
     * @param grams the pieces by which it is found if its script has no spaces between words; empty for other words
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

        /** The pieces that a record must have if it has this word: the longest. Empty for words of other scripts. */
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

        /** Whether two words that are written apart may be meant by it. */
        boolean mayBeApart() {
            return grams.isEmpty()
                    && isOfLetters()
                    && token.length() >= SHORTEST_JOINED
                    && token.length() <= LONGEST_JOINED;
        }

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

    /** Of how many conditions a search for this text consists, at most. */
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
     * @param canonical answers the form that stands for all recorded spellings of a word; the word itself if it has no other
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
     * Two words that follow each other, taken for one.
     *
     * @param token      what they are together
     * @param hyphenated whether a hyphen stands between them, and no space
     */
    public record Joined(Word first, Word second, String token, boolean hyphenated) {

        /**
         * Where they are found in the word index, if they are.
         *
         * @param stem answers the stem of a token
         */
        public String key(UnaryOperator<String> stem) {
            return hyphenated ? stem.apply(token) : apart(token);
        }

        /** Whether it is one of these words, or what stands for them in the word index one of these tokens. */
        public boolean isAmong(Set<String> forms, Set<String> tokens) {
            return hyphenated ? forms.contains(token) : tokens.contains(apart(token));
        }
    }

    /** What stands for a word in the word index where it is written as two words. */
    static String apart(String token) {
        return APART + WordAnalysis.stem(token);
    }

    /** What of a text might be written as one word. */
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
