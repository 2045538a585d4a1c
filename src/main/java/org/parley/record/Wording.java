package org.parley.record;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** Words that are said to be somebody's own, and how they are looked for in the text that they are taken from. */
final class Wording {
    static final String MARKS_RULE =
            "must have no quotation marks around it, and both marks of every quotation within it";

    /** Marks of which the same one may open and close: what a mark does shows by what stands beside it. */
    private static final String DOUBLE = "\"\u201c\u201d\u201e\u201f\u301d\u301e\u301f\uff02";

    /** Marks that go by pairs. German and Danish turn the angles about. */
    private static final String[] PAIRED = {
        "\u00ab\u00bb", "\u2039\u203a", "\u300c\u300d", "\u300e\u300f", "\uff62\uff63"
    };

    /** Marks that are apostrophes too, so that only a pair around the whole can be told. */
    private static final String SINGLE = "'\u2018\u2019\u201a\u201b`\u00b4\uff07";

    /** Those that a quotation begins with; a word may begin with the others. */
    private static final String OPENING = "'\u2018\u201a\u201b`\uff07";

    /** Primes, letters that look like an apostrophe, marks of Hebrew: a story that is typed anew has others. */
    private static final String LIKE_MARKS = "\u2032\u2033\u2034\u02b9\u02bb\u02bc\u02ee\u05f3\u05f4";

    /** Their words are written without spaces between. */
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
     * The text with one form for what is typed in several: each quotation mark and apostrophe is {@code '}, each dash and each row
     * of them {@code -}, each row of spaces and line ends one space. Invisible marks of hyphenation and direction are left out. Case
     * and all other punctuation are kept.
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

    /** Soft hyphens, and what directs or joins nothing that is seen; the joiners of Persian and Indic words are none of them. */
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

    /** Whether the text holds these words and cuts none in two: "able" is not in "unable". Both are folded. */
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
     * Whether quotation marks of the story were left at it: a pair around the whole, or one of a pair without the other. A pair
     * within it is the speaker's own quotation.
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

    /** Also where the first pair is around all. */
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

    /** The mark of Hebrew abbreviations. */
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
