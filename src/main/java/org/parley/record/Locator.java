package org.parley.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the text that says where in a source something is. Valid places are a word of any language with a number ({@code line 3},
 * {@code Seite 7}), a time in a recording, an anchor, a URL, or a part that needs no number, such as the headline. A text that only
 * refers to another place ({@code ibid.}, {@code see above}) is not valid.
 */
final class Locator {
    private static final String RULE =
            "must name a place in the source, as line 3, lines 10-12, paragraph 2, page 7, headline or 00:12:30";
    private static final String LINES_RULE =
            "must count the lines of the document from 1 and name the first line of a range before its last";

    private static final int LONGEST = 300;
    private static final String LENGTH_RULE = "must name a place in the source in at most " + LONGEST + " characters";

    /** A range of the document's lines as in the file, counted from 1, both inclusive. */
    record Lines(int first, int last) {
        @Override
        public String toString() {
            return first == last ? "line " + first : "lines " + first + '-' + last;
        }
    }

    private static final String DASH = "\\s*[-\u2010-\u2015]\\s*";
    private static final String LINE = "(\\p{Nd}{1,9})(?:(?:" + DASH + "|\\s+to\\s+)(\\p{Nd}{1,9}))?";
    private static final Pattern LINES =
            Pattern.compile("(?i)lines?\\s+" + LINE + "(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+)" + LINE + ")*+");
    private static final Pattern EACH_LINE = Pattern.compile(LINE);

    /** Words that refer to another place, or to no place. */
    private static final Set<String> POINTERS = Set.of(
            "see",
            "cf",
            "above",
            "below",
            "ibid",
            "ibidem",
            "idem",
            "cit",
            "passim",
            "supra",
            "infra",
            "here",
            "there",
            "somewhere",
            "anywhere",
            "elsewhere",
            "everywhere",
            "throughout",
            "various",
            "several",
            "unknown",
            "same",
            "ditto",
            "tbd",
            "todo");

    /** Words that are not a unit for the number after them. */
    private static final Set<String> NO_UNITS = Set.of(
            "the",
            "about",
            "around",
            "circa",
            "ca",
            "approximately",
            "near",
            "at",
            "in",
            "on",
            "from",
            "after",
            "before",
            "since",
            "until",
            "by",
            "for",
            "with",
            "than",
            "over",
            "under",
            "perhaps",
            "maybe",
            "probably",
            "not",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Set<String> PARTS = Set.of(
            "headline",
            "title",
            "subtitle",
            "subhead",
            "subheading",
            "kicker",
            "standfirst",
            "strapline",
            "lead",
            "lede",
            "byline",
            "dateline",
            "caption",
            "captions",
            "masthead",
            "cover",
            "front cover",
            "back cover",
            "front page",
            "back page",
            "title page",
            "table of contents",
            "abstract",
            "summary",
            "introduction",
            "preamble",
            "foreword",
            "preface",
            "conclusion",
            "conclusions",
            "postscript",
            "appendix",
            "annex",
            "header",
            "footer",
            "margin",
            "body",
            "text",
            "post",
            "message",
            "thread",
            "transcript",
            "picture",
            "photo",
            "photograph",
            "image",
            "illustration",
            "graphic",
            "map",
            "chart",
            "table",
            "figure",
            "box",
            "sidebar",
            "credits",
            "description",
            "signature",
            "signatures",
            "signature page",
            "beginning",
            "start",
            "opening",
            "middle",
            "top",
            "bottom",
            "end");

    private static final String WORD = "\\p{L}[\\p{L}\\p{M}'\u2019&-]*+\\.?";

    /** Such as 3, 2.1, 12a, 5(2)(b), IV, xii, B7; "ff." after it means the following ones, too. */
    private static final String NUMBER =
            "(?:\\p{Nd}+(?:[.:]\\p{Nd}+)*\\p{L}{0,3}(?:\\([\\p{L}\\p{Nd}]{1,5}\\))*|[IVXLCDM]{1,9}"
                    + "|(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})|\\p{Lu}\\p{Nd}*)";

    private static final String NUMBERS = NUMBER + "(?:" + DASH + NUMBER + ")?(?:\\s*(?:ff?|et seq)\\.?)?";

    /** A unit of up to three words, and its number. */
    private static final Pattern COUNTED = Pattern.compile("(?<unit>" + WORD + "(?:\\s+" + WORD
            + "){0,2}|[\u00a7\u00b6\u2116]{1,2})(?:\\s+(?:no\\.?|number|#)|\\s*\u2116)?\\s*" + NUMBERS);

    private static final Pattern NUMBERS_ALONE = Pattern.compile(NUMBERS);

    /** Such as section "Land and water", with each quotation replaced by two quotation marks. */
    private static final Pattern TITLED = Pattern.compile("(?<unit>" + WORD + "(?:\\s+" + WORD + "){0,2})\\s*\"\"");

    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201c\u201e\u00ab][^\"\u201c\u201d\u201e\u00ab\u00bb]+[\"\u201c\u201d\u00bb]");

    /** Such as second paragraph, 3rd line. */
    private static final Pattern ORDINAL = Pattern.compile(
            "(?i)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|opening|closing"
                    + "|\\p{Nd}+(?:st|nd|rd|th|e|er|\u00e8re|\u00e8me|\u00ba|\u00aa|\\.))\\s+(?<unit>"
                    + WORD + "(?:\\s+" + WORD + "){0,2})");

    /** In Chinese, Japanese and Korean the unit comes last: "3 page", "the third page". */
    private static final Pattern UNIT_LAST = Pattern.compile(
            "[\u7b2c\uc81c]?\\s*[\\p{Nd}\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e]+\\s*"
                    + "[\\p{IsHan}\\p{IsKatakana}\u30fc\\p{IsHangul}]{1,4}");

    private static final String CLOCK = "\\p{Nd}{1,3}(?::\\p{Nd}{2}){1,2}(?:[.,]\\p{Nd}{1,3})?";
    private static final Pattern TIME = Pattern.compile("(?:at\\s+)?" + CLOCK + "(?:" + DASH + CLOCK + ")?");
    private static final Pattern DURATION = Pattern.compile(
            "(?i)(?:at\\s+)?(?:\\p{Nd}{1,6}\\s?(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)\\.?\\s?){1,3}");

    private static final Pattern ANCHOR = Pattern.compile("#\\S+");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*[,;]\\s*(?:and\\s+)?|\\s+(?:of|in|on|under|and|to)\\s+");
    private static final Pattern ARTICLE = Pattern.compile("(?i)^(?:the|an?)\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private Locator() {}

    /** The rule that the text breaks, as the end of a fault's sentence; null if it names a place. */
    static String brokenRule(String text) {
        String place = place(text);
        if (ANCHOR.matcher(place).matches() || ADDRESS.matcher(place).matches()) {
            return null;
        }
        if (place.length() > LONGEST) {
            return LENGTH_RULE;
        }
        if (LINES.matcher(place).matches()) {
            return lines(text).stream().allMatch(lines -> lines.first >= 1 && lines.first <= lines.last)
                    ? null
                    : LINES_RULE;
        }
        return isPlace(place) ? null : RULE;
    }

    /** The lines that the text names; empty if it names anything else, such as a line of a page. */
    static List<Lines> lines(String text) {
        List<Lines> lines = new ArrayList<>();
        if (text.length() <= LONGEST && LINES.matcher(place(text)).matches()) {
            Matcher each = EACH_LINE.matcher(text);
            while (each.find()) {
                int first = Integer.parseInt(each.group(1));
                lines.add(new Lines(first, each.group(2) == null ? first : Integer.parseInt(each.group(2))));
            }
        }
        return lines;
    }

    private static String place(String text) {
        String place = text.strip();
        return place.endsWith(".") ? place.substring(0, place.length() - 1) : place;
    }

    private static boolean isPlace(String place) {
        boolean isCounted = false;
        for (String each : BETWEEN.split(QUOTED.matcher(place).replaceAll("\"\""), -1)) {
            String part = ARTICLE.matcher(each).replaceFirst("");
            if (!isPart(part) && !(isCounted && NUMBERS_ALONE.matcher(part).matches())) {
                return false;
            }
            isCounted = isCounted || COUNTED.matcher(part).matches();
        }
        return true;
    }

    private static boolean isPart(String part) {
        for (String word : NO_LETTERS.split(part.toLowerCase(Locale.ROOT))) {
            if (POINTERS.contains(word)) {
                return false;
            }
        }
        return PARTS.contains(part.toLowerCase(Locale.ROOT))
                || TIME.matcher(part).matches()
                || DURATION.matcher(part).matches()
                || ANCHOR.matcher(part).matches()
                || UNIT_LAST.matcher(part).matches()
                || hasUnit(COUNTED.matcher(part))
                || hasUnit(TITLED.matcher(part))
                || hasUnit(ORDINAL.matcher(part));
    }

    private static boolean hasUnit(Matcher found) {
        if (!found.matches()) {
            return false;
        }
        for (String word : NO_LETTERS.split(found.group("unit").toLowerCase(Locale.ROOT))) {
            if (NO_UNITS.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
