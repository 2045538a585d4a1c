package org.parley.pages;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question with gaps that a row of the record fills: {@code <name>} is the column of that name, {@code <name.word>} its last word. Each
 * value is escaped for the place of its gap: a comment, a string, or otherwise a GraphQL name.
 */
record Template(String text) {
    private static final Pattern GAP = Pattern.compile("<(\\w+)(\\.word)?>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** Line ends and invisible characters. Those that change the writing direction could make a comment look different from what it is. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

    /** The most characters of a value in a comment; the text itself has up to 4000. */
    private static final int LONGEST_NAME = 300;

    /** The most characters of a search word. */
    private static final int LONGEST_WORD = 60;

    /**
     * @param row the values, by column names in lower case
     * @return null if the row has no value for one of the gaps, so that there is no such question
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

    /** The text for a comment: on one line, and cut to {@value #LONGEST_NAME} characters. */
    static String comment(String text) {
        return cut(UNSEEN.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip(), LONGEST_NAME, "…");
    }

    /** The text escaped for a GraphQL string, without the quotation marks. */
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

    /** Turns a slug into a GraphQL name, abu-dhabi-2 into AbuDhabi2; the value of an enum stays as it is. */
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
