package org.parley.pages;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question with gaps, which a row of the record fills: {@code <name>} is the column of that name, {@code <name.word>} its last
 * word. What fills a gap is made harmless for the place of the gap: a comment, a string, or else a name of GraphQL.
 */
record Template(String text) {
    private static final Pattern GAP = Pattern.compile("<(\\w+)(\\.word)?>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** Ends of lines, and signs that are not seen: one that turns the direction of writing would make a comment read otherwise. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

    /** Characters of a name in a comment; it is a text of up to 4000. */
    private static final int LONGEST_NAME = 300;

    /** Characters of a word that is searched for. */
    private static final int LONGEST_WORD = 60;

    /**
     * @param row the columns by their names in lower case
     * @return null if a gap has nothing that could fill it, so that there is no such question
     */
    String filled(Map<String, String> row) {
        StringBuilder filled = new StringBuilder();
        for (String line : text.split("\n")) {
            Matcher gaps = GAP.matcher(line);
            int end = 0;
            filled.append(filled.isEmpty() ? "" : "\n");
            while (gaps.find()) {
                String value = value(gaps.toMatchResult(), row);
                if (value == null) {
                    return null;
                }
                filled.append(line, end, gaps.start()).append(harmless(value, line, gaps.start()));
                end = gaps.end();
            }
            filled.append(line, end, line.length());
        }
        return filled.toString();
    }

    private static String value(MatchResult gap, Map<String, String> row) {
        String value = row.get(gap.group(1));
        return value == null || gap.group(2) == null ? value : lastWord(value);
    }

    private static String lastWord(String text) {
        String last = null;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            last = words.group();
        }
        return last == null ? null : cut(last, LONGEST_WORD, "");
    }

    private static String harmless(String value, String line, int at) {
        if (line.startsWith("#")) {
            return comment(value);
        }
        boolean inString =
                line.substring(0, at).chars().filter(each -> each == '"').count() % 2 == 1;
        return inString ? string(value) : name(value);
    }

    /** On one line, of no more than some words. */
    static String comment(String text) {
        return cut(UNSEEN.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip(), LONGEST_NAME, "…");
    }

    /** What may stand between a string's quotation marks. */
    static String string(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (!UNSEEN.matcher(Character.toString(each)).matches()) {
                escaped.append(each == '"' || each == '\\' ? "\\" : "").appendCodePoint(each);
            } else if (Character.isBmpCodePoint(each) && Character.getType(each) != Character.SURROGATE) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", each));
            }
        });
        return escaped.toString();
    }

    /** A slug as a name, abu-dhabi-2 as AbuDhabi2; the value of an enum as it is. */
    static String name(String slug) {
        StringBuilder name = new StringBuilder();
        for (String part : slug.split("[^A-Za-z0-9_]+")) {
            name.append(part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    private static String cut(String text, int longest, String mark) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip() + mark;
    }
}
