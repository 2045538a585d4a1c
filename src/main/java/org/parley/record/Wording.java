package org.parley.record;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** Normalizes quoted words, checks their quotation marks, and finds them in the text that they are quoted from. */
final class Wording {
    static final String MARKS_RULE =
            "must have no quotation marks around it, and both marks of every quotation within it";

    /** Quotation marks that may both open and close; the characters beside a mark show which. */
    private static final String DOUBLE = "\"\u201c\u201d\u201e\u201f\u301d\u301e\u301f\uff02";

    /** Quotation marks that come in pairs. German and Danish use the angle marks the other way round. */
    private static final String[] PAIRED = {
        "\u00ab\u00bb", "\u2039\u203a", "\u300c\u300d", "\u300e\u300f", "\uff62\uff63"
    };

    /** Quotation marks that are apostrophes, too, so only a pair around the whole text can be recognized. */
    private static final String SINGLE = "'\u2018\u2019\u201a\u201b`\u00b4\uff07";

    /** Single marks that begin a quotation; a word may begin with the others. */
    private static final String OPENING = "'\u2018\u201a\u201b`\uff07";

    /**
     * Characters that look like quotation marks: primes, modifier letters, Hebrew geresh and gershayim. A retyped story may have other
     * ones.
     */
    private static final String LIKE_MARKS = "\u2032\u2033\u2034\u02b9\u02bb\u02bc\u02ee\u05f3\u05f4";

    /** Scripts without spaces between words. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN,
            UnicodeScript.JAVANESE);

    private Wording() {}

    // --- As it is compared
    // --------------------------------------------------------------------------------------------

    /**
     * Normalizes characters that are typed in several ways: each quotation mark and apostrophe becomes {@code '}, each dash {@code -},
     * each white space a blank, and a run of the same becomes one. Soft hyphens and invisible direction marks are removed. Case and all
     * other punctuation are kept.
     */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(each -> {
            if (isInvisible(each)) {
                return;
            }
            int form = form(each);
            boolean isRow = form == ' ' || form == '-' || form == '\'';
            if (!isRow || folded.isEmpty() || folded.charAt(folded.length() - 1) != form) {
                folded.appendCodePoint(form);
            }
        });
        return folded.toString().strip();
    }

    private static int form(int character) {
        if (isMark(character) || LIKE_MARKS.indexOf(character) >= 0) {
            return '\'';
        }
        if (Character.getType(character) == Character.DASH_PUNCTUATION || character == '\u2212') {
            return '-';
        }
        return Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || Character.isISOControl(character)
                ? ' '
                : character;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        if (type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || DOUBLE.indexOf(character) >= 0
                || SINGLE.indexOf(character) >= 0) {
            return true;
        }
        for (String pair : PAIRED) {
            if (pair.indexOf(character) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Soft hyphens, zero-width spaces and direction marks. Not the zero-width joiners, which Persian and Indic words need. */
    private static boolean isInvisible(int character) {
        return character == '\u00ad'
                || character == '\u200b'
                || character == '\u2060'
                || character == '\ufeff'
                || character == '\u061c'
                || character == '\u200e'
                || character == '\u200f'
                || character >= '\u202a' && character <= '\u202e'
                || character >= '\u2066' && character <= '\u2069';
    }

    /** Whether the text contains these words at word boundaries: "able" is not in "unable". Both must be folded. */
    static boolean isIn(String text, String words) {
        for (int at = words.isEmpty() ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            if (!cutsBefore(text, at) && !cutsAfter(text, at + words.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean cutsBefore(String text, int at) {
        if (at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        int first = text.codePointAt(at);
        return isOneWord(before, first)
                || isPoint(before)
                        && at > 1
                        && Character.isDigit(text.codePointBefore(at - 1))
                        && Character.isDigit(first);
    }

    private static boolean cutsAfter(String text, int at) {
        if (at == text.length()) {
            return false;
        }
        int last = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (isOneWord(last, after)) {
            return true;
        }
        if (at + 1 == text.length()) {
            return false;
        }
        int next = text.codePointAt(at + 1);
        return after == '\'' && isOneWord(last, next)
                || isPoint(after) && Character.isDigit(last) && Character.isDigit(next);
    }

    private static boolean isPoint(int character) {
        return character == '.' || character == ',';
    }

    private static boolean isOneWord(int before, int after) {
        return isOfWord(before) && isOfWord(after);
    }

    private static boolean isOfWord(int character) {
        int type = Character.getType(character);
        return (Character.isLetterOrDigit(character)
                        || type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK)
                && !UNSPACED.contains(UnicodeScript.of(character));
    }

    // --- As it is given
    // -----------------------------------------------------------------------------------------------

    /**
     * Whether quotation marks of the story were copied with the words: a pair around the whole text, or one mark without its partner. A
     * pair inside is the speaker's own quotation.
     */
    static boolean hasStrayMarks(String text) {
        String words = text.strip();
        int end = words.length();
        while (end > 1 && ".,;:!?\u2026".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        if (isUnpaired(words, end) || isBetweenSingles(words, end)) {
            return true;
        }
        for (String pair : PAIRED) {
            if (isUnpaired(words, end, pair)) {
                return true;
            }
        }
        return false;
    }

    /** True also if a pair encloses the whole text. */
    private static boolean isUnpaired(String words, int end) {
        int opened = -1;
        for (int at = 0; at < words.length(); at++) {
            if (DOUBLE.indexOf(words.charAt(at)) < 0 || isWithinWord(words, at)) {
                continue;
            }
            if (opened < 0 && opens(words, at)) {
                opened = at;
            } else if (opened < 0 || !closes(words, at) || opened == 0 && at == end - 1) {
                return true;
            } else {
                opened = -1;
            }
        }
        return opened >= 0;
    }

    /** Whether this is a mark inside a word, as in Hebrew abbreviations. */
    private static boolean isWithinWord(String words, int at) {
        return at > 0
                && at + 1 < words.length()
                && Character.isLetter(words.charAt(at - 1))
                && Character.isLetter(words.charAt(at + 1));
    }

    private static boolean opens(String words, int at) {
        return at + 1 < words.length() && (!isSpace(words, at + 1) || at == 0 || isSpace(words, at - 1));
    }

    private static boolean closes(String words, int at) {
        return at > 0 && (!isSpace(words, at - 1) || at + 1 == words.length() || isSpace(words, at + 1));
    }

    private static boolean isSpace(String words, int at) {
        return Character.isWhitespace(words.charAt(at)) || Character.isSpaceChar(words.charAt(at));
    }

    private static boolean isUnpaired(String words, int end, String pair) {
        char opening = 0;
        int depth = 0;
        int outermost = -1;
        for (int at = 0; at < words.length(); at++) {
            char mark = words.charAt(at);
            if (pair.indexOf(mark) < 0) {
                continue;
            }
            if (depth == 0) {
                if (mark == pair.charAt(1) && at > 0 && !isSpace(words, at - 1)) {
                    return true;
                }
                opening = mark;
                outermost = at;
                depth = 1;
            } else if (mark == opening) {
                depth++;
            } else if (--depth == 0 && outermost == 0 && at == end - 1) {
                return true;
            }
        }
        return depth > 0;
    }

    private static boolean isBetweenSingles(String words, int end) {
        if (end < 2 || OPENING.indexOf(words.charAt(0)) < 0 || SINGLE.indexOf(words.charAt(end - 1)) < 0) {
            return false;
        }
        for (int at = 1; at < end - 1; at++) {
            if (SINGLE.indexOf(words.charAt(at)) >= 0
                    && isSpace(words, at - 1)
                    && Character.isLetterOrDigit(words.charAt(at + 1))) {
                return false; // two quotations, one at each end
            }
        }
        return true;
    }
}
