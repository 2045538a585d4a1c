package org.parley.imports;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of a cell, or a range. Immutable.
 *
 * @param low  null if there is no range
 * @param best the number; null if only bounds are given
 * @param high null if there is no range, or if it has no end
 * @param qualifier {@code ABOUT} or {@code AT_LEAST}, as in a seed; null if the number is as it is
 */
record ImportedNumber(BigDecimal low, BigDecimal best, BigDecimal high, String qualifier) {
    private static final String NUMBER = "([+-]?\\d[\\d.,]*(?:[eE]\\+?\\d{1,2})?)";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*(?:[-\u2013\u2014]|to)\\s*" + NUMBER);
    private static final Pattern ABOUT =
            Pattern.compile("(?i)(?:~|≈|about|approximately|approx\\.?|around|circa|ca\\.?|some)\\s*" + NUMBER);
    private static final Pattern AT_LEAST =
            Pattern.compile("(?i)(?:>=|≥|at least|no fewer than)\\s*" + NUMBER + "|" + NUMBER + "\\s*\\+");
    private static final Pattern BLANKS = Pattern.compile("(?<=\\d)[ \u00a0\u2009\u202f'](?=\\d{3}(?!\\d))");
    private static final Pattern GROUPS = Pattern.compile("[+-]?\\d{1,3}(?:([.,])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?");

    /**
     * Reads a cell.
     *
     * @param decimal the mark before decimals; null if it is not known
     * @throws RowRefused if it is no number, or may be one of two
     */
    static ImportedNumber of(String column, String text, Character decimal) {
        String plain = BLANKS.matcher(text.strip()).replaceAll("");
        Matcher range = RANGE.matcher(plain);
        Matcher about = ABOUT.matcher(plain);
        Matcher least = AT_LEAST.matcher(plain);
        if (PLAIN.matcher(plain).matches()) {
            return new ImportedNumber(null, number(column, text, plain, decimal), null, null);
        }
        if (range.matches()) {
            return new ImportedNumber(
                    number(column, text, range.group(1), decimal),
                    null,
                    number(column, text, range.group(2), decimal),
                    null);
        }
        if (about.matches()) {
            return new ImportedNumber(null, number(column, text, about.group(1), decimal), null, "ABOUT");
        }
        if (least.matches()) {
            String digits = least.group(1) == null ? least.group(2) : least.group(1);
            return new ImportedNumber(number(column, text, digits, decimal), null, null, "AT_LEAST");
        }
        throw none(column, text);
    }

    private static BigDecimal number(String column, String text, String digits, Character decimal) {
        String bare = digits;
        if (decimal != null) {
            bare = bare.replace(decimal == '.' ? "," : ".", "").replace(decimal, '.');
        } else if (GROUPS.matcher(bare).matches()) {
            bare = withoutGroups(column, text, bare);
        } else if (bare.indexOf(',') >= 0) {
            throw ambiguous(column, text);
        }
        try {
            BigDecimal number = new BigDecimal(bare).stripTrailingZeros();
            return number.scale() < 0 ? number.setScale(0) : number;
        } catch (NumberFormatException e) {
            throw none(column, text);
        }
    }

    /** Of {@code 1,234,567} or {@code 1,234.5} the marks tell which of them separates thousands; of {@code 1,234} it does not. */
    private static String withoutGroups(String column, String text, String digits) {
        char first = digits.replaceAll("[^.,]", "").charAt(0);
        char last = digits.charAt(Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.')));
        long marks = digits.chars().filter(c -> c == '.' || c == ',').count();
        if (marks == 1 && first == '.') {
            return digits; // as programs write decimals
        }
        if (marks == 1) {
            throw ambiguous(column, text);
        }
        String bare = digits.replace(String.valueOf(first), "");
        return first == last ? bare : bare.replace(last, '.');
    }

    private static RowRefused ambiguous(String column, String text) {
        return new RowRefused(
                ImportCode.AMBIGUOUS_NUMBER,
                column,
                text,
                "may have thousands or decimals behind its mark; give --decimal . or --decimal ,");
    }

    private static RowRefused none(String column, String text) {
        return new RowRefused(
                ImportCode.BAD_NUMBER, column, text, "must be a number, such as 1200, 1.5, about 40, 40-50 or 40+");
    }

    /** The one number, or the low one of a range, as JSON has it. */
    Number one() {
        return json(best == null ? low : best);
    }

    /** The keys of an estimate, or of a figure but for its value; without the wording. */
    Map<String, Object> estimate() {
        Map<String, Object> keys = new LinkedHashMap<>();
        MappedRow.put(keys, "low", json(low));
        MappedRow.put(keys, "best", json(best));
        MappedRow.put(keys, "high", json(high));
        return keys;
    }

    private static Number json(BigDecimal number) {
        if (number == null) {
            return null;
        }
        boolean isWhole = number.scale() <= 0;
        if (isWhole && number.toBigInteger().bitLength() < Integer.SIZE) {
            return number.intValueExact();
        }
        return isWhole ? number.toBigInteger() : (Number) number.doubleValue();
    }
}
