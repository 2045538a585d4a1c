package org.parley.statement;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.parley.lists.Words;

/**
 * Compares a text with a wording, word by word. Words are equal if they are so when folded: case, diacritics, apostrophes and the forms of
 * letters do not matter. Common words are found by the algorithm of Myers (An O(ND) Difference Algorithm, 1986), so they are as many as
 * possible in the same order. Immutable.
 *
 * @param kind       null if the two are not alike
 * @param similarity see {@link QuoteMatch}
 */
record WordingComparison(QuoteMatchKind kind, double similarity, List<QuotePiece> pieces) {
    /** From this part of the words of the text, or of the wording, on they are alike. */
    private static final double ALIKE = 0.5;

    /** The fewest words that a text and a wording that are alike have in common, unless the shorter one has fewer. */
    private static final int FEWEST = 3;

    private static final WordingComparison UNLIKE = new WordingComparison(null, 0, List.of());

    /** A text and its words. */
    record Worded(String text, List<Words.Word> words) {
        static Worded of(String text) {
            return new Worded(text, Words.of(text));
        }

        List<String> tokens() {
            return words.stream().map(Words.Word::token).toList();
        }

        /** The text of the words from one to another, with the punctuation up to the next word. */
        String part(int from, int to) {
            return text.substring(
                            words.get(from).start(),
                            to < words.size() ? words.get(to).start() : text.length())
                    .strip();
        }
    }

    /** @param text without quotation marks and blanks around it */
    static WordingComparison of(Worded text, Worded wording) {
        if (text.words().isEmpty() || wording.words().isEmpty()) {
            return UNLIKE;
        }
        boolean[] inText = new boolean[text.words().size()];
        boolean[] inWording = new boolean[wording.words().size()];
        int common = mark(text, wording, inText, inWording);
        int first = first(inWording);
        int last = last(inWording);
        if (common == 0) {
            return UNLIKE;
        }
        // Around the part of a longer wording that is compared, nothing is missing.
        int compared = last - first + 1;
        if (common == text.words().size() && common == compared) {
            boolean isExact = stands(text.text(), wording.text());
            return new WordingComparison(
                    isExact ? QuoteMatchKind.EXACT : QuoteMatchKind.SAME_WORDS,
                    1,
                    List.of(new QuotePiece(QuotePieceKind.SAME, wording.part(first, last + 1))));
        }
        int shorter = Math.min(text.words().size(), wording.words().size());
        if (common < Math.min(FEWEST, shorter) || common < ALIKE * shorter || common < ALIKE * compared) {
            return UNLIKE;
        }
        return new WordingComparison(
                QuoteMatchKind.SIMILAR,
                2.0 * common / (text.words().size() + compared),
                pieces(text, wording, inText, inWording, first, last));
    }

    /** Marks the words that both have, and returns how many they are. */
    private static int mark(Worded text, Worded wording, boolean[] inText, boolean[] inWording) {
        int atText = 0;
        int atWording = 0;
        int common = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(text.tokens(), wording.tokens()).getDeltas()) {
            while (atText < delta.getSource().getPosition()) {
                inText[atText++] = true;
                inWording[atWording++] = true;
                common++;
            }
            atText += delta.getSource().size();
            atWording += delta.getTarget().size();
        }
        while (atText < inText.length) {
            inText[atText++] = true;
            inWording[atWording++] = true;
            common++;
        }
        return common;
    }

    private static int first(boolean[] marked) {
        int first = 0;
        while (first < marked.length && !marked[first]) {
            first++;
        }
        return first;
    }

    private static int last(boolean[] marked) {
        int last = marked.length - 1;
        while (last >= 0 && !marked[last]) {
            last--;
        }
        return last;
    }

    private static List<QuotePiece> pieces(
            Worded text, Worded wording, boolean[] inText, boolean[] inWording, int first, int last) {
        List<QuotePiece> pieces = new ArrayList<>();
        int atText = 0;
        int atWording = first;
        while (atText < inText.length || atWording <= last) {
            int from = atWording;
            while (atWording <= last && !inWording[atWording]) {
                atWording++;
            }
            add(pieces, QuotePieceKind.MISSING, wording, from, atWording);
            from = atText;
            while (atText < inText.length && !inText[atText]) {
                atText++;
            }
            add(pieces, QuotePieceKind.ADDED, text, from, atText);
            from = atWording;
            while (atWording <= last && inWording[atWording] && atText < inText.length && inText[atText]) {
                atWording++;
                atText++;
            }
            add(pieces, QuotePieceKind.SAME, wording, from, atWording);
        }
        return pieces;
    }

    private static void add(List<QuotePiece> pieces, QuotePieceKind kind, Worded of, int from, int to) {
        if (to > from) {
            pieces.add(new QuotePiece(kind, of.part(from, to)));
        }
    }

    /** Whether the text stands in the wording, and does not begin or end within a word. */
    private static boolean stands(String text, String wording) {
        String sought = text.replaceAll("\\s+", " ");
        String within = wording.replaceAll("\\s+", " ");
        int at = within.indexOf(sought);
        while (at >= 0) {
            int end = at + sought.length();
            boolean begins = at == 0 || !isOfWord(within.codePointBefore(at)) || !isOfWord(sought.codePointAt(0));
            boolean ends = end == within.length()
                    || !isOfWord(within.codePointAt(end))
                    || !isOfWord(sought.codePointBefore(sought.length()));
            if (begins && ends) {
                return true;
            }
            at = within.indexOf(sought, at + 1);
        }
        return false;
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
