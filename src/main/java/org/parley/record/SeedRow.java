package org.parley.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.graph.Characters;
import org.parley.graph.DateBasis;
import org.parley.graph.Days;
import org.parley.graph.RecordKind;

/**
 * One row of a seed file, or an object inside one.
 *
 * <p>Each method reads one key. What breaks a rule becomes a fault with file, line, id, field, value and rule, and the
 * method answers null (or an empty list), so that reading goes on and one start tells every fault. Keys that nobody read
 * are faults too.
 */
public final class SeedRow {
    /** What the columns of the database hold. */
    private static final int LONGEST_TEXT = 4000;

    /** What ISO 3166-1 leaves to its users: XK is Kosovo nearly everywhere, and a state that is invented needs one too. */
    private static final String USER_ASSIGNED = "AA|Q[M-Z]|X[A-Z]|ZZ";

    private static final String ANY_ID_RULE =
            "must be the full id of a record, its type in front, as round/abu-dhabi-2";
    private static final String NULL_RULE = "must be left out where nothing is known, not null";
    private static final String TEXT_RULE =
            "must be a text that is not blank and has at most " + LONGEST_TEXT + " characters";

    private static final String YEAR = "(?!0000)\\d{4}";

    /** Without a name and a password in it, and without what would end it in a page. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?://(?:[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}])?\\.?|\\[[0-9a-f:.]+])(?::\\d{1,5})?"
                    + "(?:[/?#][^\\s\\p{Z}\\p{Cc}<>\"\\\\]*)?");

    private final String file;
    private final int line;
    private final String id;
    private final String path;
    private final Map<String, SeedValue> fields;
    private final SeedIds ids;
    private final SeedFaults faults;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<SeedRow> objects = new ArrayList<>();
    private boolean unreadableDate;

    SeedRow(
            String file,
            int line,
            String id,
            String path,
            Map<String, SeedValue> fields,
            SeedIds ids,
            SeedFaults faults) {
        this.file = file;
        this.line = line;
        this.id = id;
        this.path = path;
        this.fields = fields;
        this.ids = ids;
        this.faults = faults;
        if (path.isEmpty() || ids.part(fields) != null) {
            read.add("id");
        }
    }

    /** The full id, such as {@code actor/rustem-umerov}; of an object inside a row, that of the row. */
    public String id() {
        return id;
    }

    /** A text; required. */
    public String text(String key) {
        return required(key, optionalText(key));
    }

    /** A text, or null if left out. */
    public String optionalText(String key) {
        return read(key, TEXT_RULE, SeedRow::asText);
    }

    /** A place in a source; required. */
    String locator(String key) {
        String text = text(key);
        String rule = text == null ? null : Locator.brokenRule(text);
        if (rule != null) {
            fault(key, rule);
        }
        return rule == null ? text : null;
    }

    /** The key's text is somebody's own words, and not a part of the sentence around them. */
    public void mustBeWithoutStrayMarks(String key, String words) {
        if (words != null && Wording.hasStrayMarks(words)) {
            fault(key, Wording.MARKS_RULE);
        }
    }

    /** An address in the web, or null if left out. */
    public String optionalAddress(String key) {
        return read(
                key,
                "must be an http or https address, as https://example.org/story, of at most " + LONGEST_TEXT
                        + " characters",
                value -> value instanceof String text
                                && text.length() <= LONGEST_TEXT
                                && ADDRESS.matcher(text).matches()
                        ? text
                        : null);
    }

    /** A file's name, without a way to it, or null if left out. */
    public String optionalFileName(String key) {
        String name = optionalText(key);
        if (name != null && !SourceDocuments.isName(name)) {
            fault(key, "must be the name of a file, without folders");
            return null;
        }
        return name;
    }

    /** A list of texts, empty if left out. */
    public List<String> texts(String key) {
        return list(key, TEXT_RULE, SeedRow::asText);
    }

    /** A constant of the enum, spelled as the schema does; required. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        return required(key, optionalConstant(key, type));
    }

    /** A constant of the enum, or null if left out. */
    public <E extends Enum<E>> E optionalConstant(String key, Class<E> type) {
        String rule = "must be one of "
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return read(key, rule, value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElse(null));
    }

    /** A day from 0001-01-01 to 9999-12-31, or null if left out. */
    public LocalDate optionalDate(String key) {
        return moment(
                key,
                "must be a day of the calendar from " + Days.FIRST + " to " + Days.LAST + ", as 2026-02-04",
                YEAR + "-\\d{2}-\\d{2}",
                LocalDate::parse);
    }

    /** A day; required. */
    public LocalDate date(String key) {
        return required(key, optionalDate(key));
    }

    /** An instant in UTC, of the years 0001 to 9999 and cut to the millisecond, or null if left out. */
    public Instant optionalInstant(String key) {
        // The database would round it, to the next day too.
        return moment(
                key, "must be an instant in UTC, as 2026-02-04T09:30:00Z", YEAR + "-\\d{2}-\\d{2}T[\\d:.]+Z", text -> {
                    // The end of the last day is written as its 24 o'clock too.
                    Instant at = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
                    return LocalDate.ofInstant(at, ZoneOffset.UTC).isAfter(Days.LAST) ? null : at;
                });
    }

    /**
     * An instant on one of some days, or null if left out.
     *
     * @param day what the days are called, with an article
     * @param days null if they are not known or could not be read: then it may be any
     */
    public Instant optionalInstant(String key, String day, Days days) {
        Instant at = optionalInstant(key);
        if (at != null && days != null && !days.mayHold(at)) {
            fault(key, "must be an instant of " + day + ", " + days.shown() + ", in some zone from UTC-12 to UTC+14");
        }
        return at;
    }

    /** A duration in ISO 8601, checked and kept as written, or null if left out. */
    public String optionalDuration(String key) {
        return read(key, "must be a duration in ISO 8601, as PT5H30M", value -> {
            try {
                // Duration takes signs and small letters, which ISO 8601 does not have; the column holds 40 characters.
                return value instanceof String text
                                && text.matches("[PTDHMS\\d.]{1,40}")
                                && !Duration.parse(text).isNegative()
                        ? text
                        : null;
            } catch (DateTimeException e) {
                return null;
            }
        });
    }

    /** A coarse date in EDTF, a year, month or season (21 to 24), or null if left out. */
    public String optionalEdtf(String key) {
        return moment(
                key,
                "must be a year, month or season in EDTF, as 2026, 2022-02 or 2025-22",
                YEAR + "(-(0[1-9]|1[0-2]|2[1-4]))?",
                text -> text);
    }

    /**
     * The days among which one lies that is not known, held to the rules of the keys {@code edtf}, {@code notBefore} and
     * {@code notAfter}: what was read of them, or null.
     *
     * @param note    the date's note, or null
     * @param dayKeys the keys that make the day known, so that none of these may be given
     * @return null if none of them is given
     */
    public Days days(String edtf, LocalDate notBefore, LocalDate notAfter, String note, String... dayKeys) {
        boolean isDay = !Arrays.stream(dayKeys).allMatch(this::lacks);
        for (String key : List.of("edtf", "notBefore", "notAfter")) {
            if (!lacks(key) && isDay) {
                fault(key, "must be left out where a day is known");
            }
        }
        Days bounds = Days.between(notBefore, notAfter);
        if (bounds == null) {
            return Days.of(edtf);
        }
        String bound = notAfter == null ? "notBefore" : "notAfter";
        if (bounds.isEmpty()) {
            fault(bound, "must not be before notBefore, " + notBefore);
        } else if (edtf != null && bounds.and(Days.of(edtf)).isEmpty()) {
            fault(bound, "must leave a day of edtf, " + edtf);
        }
        if (note == null && lacks("dateNote")) {
            fault(bound, "needs a dateNote that says how the bound was found");
        }
        return bounds.and(Days.of(edtf));
    }

    /** ISO 3166-1 alpha-2, one that it leaves to its users too, or null if left out. */
    public String optionalCountryCode(String key) {
        return read(
                key,
                "must be a country code of ISO 3166-1 alpha-2, as UA",
                value -> value instanceof String code
                                && (Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)
                                                .contains(code)
                                        || code.matches(USER_ASSIGNED))
                        ? code
                        : null);
    }

    /** A language, or null if left out; in the case that BCP 47 recommends, whatever that of the row. */
    public String optionalLanguage(String key) {
        return read(key, "must be a language tag of BCP 47, as uk", SeedRow::asLanguage);
    }

    /** A language; required. */
    public String language(String key) {
        return required(key, optionalLanguage(key));
    }

    /** A whole number of 0 or more, or null if left out. */
    public Integer optionalCount(String key) {
        return read(
                key,
                "must be a whole number from 0 to " + Integer.MAX_VALUE,
                // 7.0 and 1e1 too: a table with gaps is written so.
                value -> value instanceof Number number
                                && number.doubleValue() == Math.rint(number.doubleValue())
                                && number.doubleValue() >= 0
                                && number.doubleValue() <= Integer.MAX_VALUE
                        ? (Integer) number.intValue()
                        : null);
    }

    /** A number, or null if left out. */
    public Double optionalNumber(String key) {
        return read(
                key,
                "must be a number",
                value -> value instanceof Number number && Double.isFinite(number.doubleValue())
                        ? number.doubleValue()
                        : null);
    }

    /** A number within bounds, or null if left out. */
    public Double optionalNumber(String key, double from, double to) {
        return read(
                key,
                "must be a number from " + from + " to " + to,
                value -> value instanceof Number number && number.doubleValue() >= from && number.doubleValue() <= to
                        ? number.doubleValue()
                        : null);
    }

    /** True or false, or null if left out. */
    public Boolean optionalFlag(String key) {
        return read(key, "must be true or false", value -> value instanceof Boolean flag ? flag : null);
    }

    /** True or false; required, and null where that is a fault. */
    public Boolean requiredFlag(String key) {
        return required(key, optionalFlag(key));
    }

    /** True or false; required. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(requiredFlag(key));
    }

    /** The full id of a record of this kind, named by its slug; required. */
    public String reference(String key, RecordKind kind) {
        return required(key, optionalReference(key, kind));
    }

    /** The full id of a record of this kind, or null if left out. */
    public String optionalReference(String key, RecordKind kind) {
        return read(key, value -> idRule(kind, value), value -> resolved(value, kind));
    }

    /** The full ids of records of this kind; at least one. */
    public List<String> references(String key, RecordKind kind) {
        List<String> found = optionalReferences(key, kind);
        if (!fields.containsKey(key)) {
            required(key, null);
        } else if (fields.get(key).value() instanceof List<?> list && list.isEmpty()) {
            fault(key, "must hold at least one id");
        }
        return found;
    }

    /** The full ids of records of this kind, empty if left out. */
    public List<String> optionalReferences(String key, RecordKind kind) {
        return distinct(key, list(key, value -> idRule(kind, value), value -> resolved(value, kind)));
    }

    /** The full id of a record of any kind, written with its type, or null if left out. */
    public String optionalAnyReference(String key) {
        return read(key, ANY_ID_RULE, value -> ids.isAny(value) ? (String) value : null);
    }

    /** Full ids of records of any kind, empty if left out. */
    public List<String> anyReferences(String key) {
        return distinct(key, list(key, ANY_ID_RULE, value -> ids.isAny(value) ? (String) value : null));
    }

    /** An object, or null if left out. */
    public SeedRow optionalObject(String key) {
        SeedRow object = read(
                key, "must be an object", value -> value instanceof Map<?, ?> ? inner(key, fields.get(key)) : null);
        if (object != null) {
            objects.add(object);
        }
        return object;
    }

    /** Every object of a list, with its place counted from 1; none if left out. */
    public void each(String key, BiConsumer<SeedRow, Integer> reader) {
        SeedValue value = fields.get(key);
        read.add(key);
        if (value == null) {
            return;
        }
        if (!(value.value() instanceof List<?> list)) {
            fault(key, value.value() == null ? NULL_RULE : "must be a list of objects");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            SeedValue element = (SeedValue) list.get(i);
            if (element.value() instanceof Map<?, ?>) {
                SeedRow row = inner(key + "[" + (i + 1) + "]", element);
                reader.accept(row, i + 1);
                row.mustBeReadWhole();
            } else {
                add(element.line(), key + "[" + (i + 1) + "]", element.shown(), "must be an object");
            }
        }
    }

    /** Every object of a list that must hold at least one. */
    public void eachOfSome(String key, BiConsumer<SeedRow, Integer> reader) {
        each(key, reader);
        SeedValue value = fields.get(key);
        if (value == null) {
            required(key, null);
        } else if (value.value() instanceof List<?> list && list.isEmpty()) {
            fault(key, "must hold at least one object");
        }
    }

    /**
     * The basis of a date, held to the date's own rules: a basis other than UNKNOWN needs a date (or a coarser one), UNKNOWN
     * allows none, and INFERRED needs a note that says how. A date that can't be read is a fault of its own and no other.
     *
     * @param known whether there is a day, an instant or a coarser date
     * @param note  the date's note, or null
     */
    public DateBasis dateBasis(boolean known, String note) {
        DateBasis basis = constant("dateBasis", DateBasis.class);
        if (basis == DateBasis.UNKNOWN && known) {
            fault("dateBasis", "must not be UNKNOWN where a date is given");
        } else if (basis != null && basis != DateBasis.UNKNOWN && !known && !unreadableDate) {
            fault("dateBasis", "must be UNKNOWN where no date is given");
        } else if (basis == DateBasis.INFERRED && note == null && lacks("dateNote")) {
            fault("dateBasis", "needs a dateNote that says how the date was inferred");
        }
        return basis;
    }

    /** Whether the key is left out, and not merely of a value that can't be read, which is a fault already. */
    public boolean lacks(String key) {
        return !fields.containsKey(key);
    }

    /** Records a fault of a key of this row. */
    public void fault(String key, String rule) {
        SeedValue value = fields.get(key);
        add(value == null ? line : value.line(), key, value == null ? null : value.shown(), rule);
    }

    /** The slug as written. */
    String slug() {
        return id.substring(id.indexOf('/') + 1);
    }

    void mustBeReadWhole() {
        fields.forEach((key, value) -> {
            if (!read.contains(key)) {
                fault(key, "is not a key here; the keys are " + String.join(", ", read));
            }
            if (value.repeated()) {
                fault(key, "must be given once, and is given more than once here");
            }
        });
        objects.forEach(SeedRow::mustBeReadWhole);
    }

    private SeedRow inner(String key, SeedValue object) {
        @SuppressWarnings("unchecked") // only SeedValue.read makes them
        Map<String, SeedValue> inside = (Map<String, SeedValue>) object.value();
        String partId = ids.part(inside);
        return new SeedRow(file, object.line(), partId == null ? id : partId, path + key + ".", inside, ids, faults);
    }

    private static String asText(Object value) {
        return value instanceof String text && !Characters.areInvisible(text) && text.length() <= LONGEST_TEXT
                ? text
                : null;
    }

    /**
     * Well-formed, of a primary language that may be registered: no language has a subtag of more than three letters, and those of
     * two are all of ISO 639-1 (so that the country's code, as ua, is told).
     */
    private static String asLanguage(Object value) {
        // Java takes an empty tag for one of no language.
        if (!(value instanceof String tag) || tag.isEmpty()) {
            return null;
        }
        try {
            Locale language = new Locale.Builder().setLanguageTag(tag).build();
            String primary = language.getLanguage();
            // Of no length: und, of which nothing is known, and x-..., which is agreed on in private.
            boolean known =
                    switch (primary.length()) {
                        case 0, 3 -> true;
                        case 2 -> Arrays.asList(Locale.getISOLanguages()).contains(primary);
                        default -> false;
                    };
            return known ? language.toLanguageTag() : null;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private String resolved(Object value, RecordKind kind) {
        return value instanceof String slug && ids.has(kind, slug) ? kind.id(slug) : null;
    }

    private String idRule(RecordKind kind, Object value) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return "must be the id of " + ("aio".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name + " in " + name
                + "s.json" + ids.near(kind, value);
    }

    private List<String> distinct(String key, List<String> found) {
        Set<String> seen = new HashSet<>();
        found.stream()
                .filter(id -> !seen.add(id))
                .distinct()
                .forEach(id -> fault(key, "must not name " + id + " twice"));
        return found;
    }

    private <T> T moment(String key, String rule, String form, Function<String, T> parser) {
        T found = read(key, rule, value -> {
            try {
                return value instanceof String text && text.matches(form) ? parser.apply(text) : null;
            } catch (DateTimeException e) {
                return null;
            }
        });
        unreadableDate |= found == null && fields.containsKey(key);
        return found;
    }

    private <T> T required(String key, T value) {
        if (value == null && !fields.containsKey(key)) {
            add(line, key, null, "is missing");
        }
        return value;
    }

    private <T> T read(String key, String rule, Function<Object, T> reader) {
        return read(key, value -> rule, reader);
    }

    /** @param rule for a value that can't be read */
    private <T> T read(String key, Function<Object, String> rule, Function<Object, T> reader) {
        read.add(key);
        SeedValue value = fields.get(key);
        if (value == null) {
            return null;
        }
        T found = value.value() == null ? null : reader.apply(value.value());
        if (found == null) {
            fault(key, value.value() == null ? NULL_RULE : rule.apply(value.value()));
        }
        return found;
    }

    private <T> List<T> list(String key, String rule, Function<Object, T> reader) {
        return list(key, value -> rule, reader);
    }

    /** @param rule for an element that can't be read */
    private <T> List<T> list(String key, Function<Object, String> rule, Function<Object, T> reader) {
        List<T> found = new ArrayList<>();
        read.add(key);
        SeedValue value = fields.get(key);
        if (value == null) {
            return found;
        }
        if (!(value.value() instanceof List<?> list)) {
            fault(key, value.value() == null ? NULL_RULE : "must be a list");
            return found;
        }
        for (Object each : list) {
            SeedValue element = (SeedValue) each;
            T one = element.value() == null ? null : reader.apply(element.value());
            if (one == null) {
                add(element.line(), key, element.shown(), rule.apply(element.value()));
            } else {
                found.add(one);
            }
        }
        return found;
    }

    private void add(int at, String key, String value, String rule) {
        faults.add(new SeedFaults.Fault(file, at, slug() + " " + path + key, value, rule));
    }
}
