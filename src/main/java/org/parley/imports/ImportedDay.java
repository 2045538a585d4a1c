package org.parley.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A date of a file, in the keys of a seed; those that do not apply are null. Immutable.
 *
 * @param date a day
 * @param at   an instant on it
 * @param edtf a year, month or season, if no day is known
 * @param note how the date was found; null if it stands in the file as it is
 * @param told what was left out; null if nothing was
 */
record ImportedDay(String date, String at, String edtf, String note, ImportNote told) {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)\\s*(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern EDTF = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]|2[1-4]))?");
    private static final List<DateTimeFormatter> DAYS = Stream.of(
                    "uuuuMMdd", "d MMMM uuuu", "d MMM uuuu", "d-MMM-uuuu", "d-MMMM-uuuu", "MMMM d, uuuu", "MMM d, uuuu")
            .map(ImportedDay::format)
            .toList();
    private static final List<DateTimeFormatter> MONTHS =
            Stream.of("d MMMM uuuu", "d MMM uuuu").map(ImportedDay::format).toList();

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Which order the numbers of a date show: a number above 12 is a day.
     *
     * @return null if the text is no such date, or may be both
     */
    static DateOrder order(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        if (!numbers.matches() || !numbers.group(2).equals("/")) {
            return null;
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        return first > 12 && second <= 12 ? DateOrder.DMY : second > 12 && first <= 12 ? DateOrder.MDY : null;
    }

    /**
     * Reads a date.
     *
     * @param order of 05/03/2022; null if it is not known
     * @param zone  of times without an offset; null if it is not known, and such times are left out
     * @throws RowRefused if it is none, or may be one of two days
     */
    static ImportedDay of(String column, String text, DateOrder order, ZoneId zone) {
        String whole = text.strip();
        boolean approximate = whole.startsWith("~") || whole.endsWith("?") || whole.endsWith("~");
        String plain = whole.replaceAll("^~\\s*|\\s*[?~]+$", "");
        ImportedDay day = exact(column, text, plain, order, zone);
        return approximate
                ? new ImportedDay(
                        day.date,
                        day.at,
                        day.edtf,
                        "approximate",
                        new ImportNote(
                                ImportCode.APPROXIMATE, column, text, "is not exact; the note of the date says so"))
                : day;
    }

    private static ImportedDay exact(String column, String text, String plain, DateOrder order, ZoneId zone) {
        try {
            Matcher moment = MOMENT.matcher(plain);
            if (moment.matches()) {
                return moment(column, text, moment, zone);
            }
            Matcher numbers = NUMBERS.matcher(plain);
            if (numbers.matches()) {
                return day(numbers(column, text, numbers, order));
            }
            if (EDTF.matcher(plain).matches()) {
                return new ImportedDay(null, null, plain, null, null);
            }
            if (plain.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return day(LocalDate.parse(plain));
            }
        } catch (DateTimeException e) {
            throw none(column, text);
        }
        for (DateTimeFormatter format : DAYS) {
            LocalDate day = parsed(plain, format);
            if (day != null) {
                return day(day);
            }
        }
        for (DateTimeFormatter format : MONTHS) {
            LocalDate first = parsed("1 " + plain, format);
            if (first != null) {
                return new ImportedDay(null, null, first.toString().substring(0, 7), null, null);
            }
        }
        throw none(column, text);
    }

    private static LocalDate parsed(String text, DateTimeFormatter format) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException e) {
            return null; // in another form
        }
    }

    private static RowRefused none(String column, String text) {
        return new RowRefused(
                ImportCode.BAD_DATE,
                column,
                text,
                "must be a day of the calendar, such as 2026-02-04, or a month, season or year, as 2026-02");
    }

    private static ImportedDay day(LocalDate day) {
        return new ImportedDay(day.toString(), null, null, null, null);
    }

    private static LocalDate numbers(String column, String text, Matcher numbers, DateOrder order) {
        if (numbers.group(4).length() == 2) {
            throw new RowRefused(ImportCode.TWO_DIGIT_YEAR, column, text, "must have a year of four digits");
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        // With full stops or hyphens, the day stands first everywhere.
        boolean isMonthFirst = numbers.group(2).equals("/") && (order == null ? order(text) : order) == DateOrder.MDY;
        if (numbers.group(2).equals("/") && order == null && order(text) == null && first != second) {
            throw new RowRefused(
                    ImportCode.AMBIGUOUS_DATE,
                    column,
                    text,
                    "may be a day of month " + first + " or of month " + second + "; give --dates dmy or mdy");
        }
        return LocalDate.of(
                Integer.parseInt(numbers.group(4)), isMonthFirst ? first : second, isMonthFirst ? second : first);
    }

    private static ImportedDay moment(String column, String text, Matcher moment, ZoneId zone) {
        LocalDate day = LocalDate.parse(moment.group(1));
        String time = moment.group(2).length() < 5 || moment.group(2).charAt(1) == ':'
                ? "0" + moment.group(2)
                : moment.group(2);
        LocalDateTime local = LocalDateTime.parse(day + "T" + time);
        OffsetDateTime instant;
        if (moment.group(3) != null) {
            String offset = moment.group(3);
            instant = local.atOffset(
                    ZoneOffset.of(offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset));
        } else if (zone != null) {
            instant = local.atZone(zone).toOffsetDateTime();
        } else {
            return new ImportedDay(
                    day.toString(),
                    null,
                    null,
                    null,
                    new ImportNote(
                            ImportCode.INSTANT_LEFT_OUT,
                            column,
                            text,
                            "has a time and no offset from UTC, so only its day is kept; give --zone, such as Europe/Kyiv"));
        }
        return new ImportedDay(
                day.toString(),
                instant.toInstant().truncatedTo(ChronoUnit.MILLIS).toString(),
                null,
                null,
                null);
    }
}
