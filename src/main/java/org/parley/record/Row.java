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
import java.util.stream.Stream;
import org.parley.graph.Characters;
import org.parley.graph.DateBasis;
import org.parley.graph.Days;
import org.parley.graph.RecordKind;

/**
 * One row, from a file or elsewhere, or an object inside one. Not thread-safe.
 *
 * <p>Each method reads one key. A value that breaks a rule becomes a {@link Fault}, and the method returns null (or an empty list), so
 * that reading continues and one attempt reports every fault. Keys that were not read are faults, too.
 */
public final class Row {
    /** The most characters that the database's columns hold. */
    private static final int LONGEST_TEXT = 4000;

    /** User-assigned codes of ISO 3166-1: XK is used for Kosovo nearly everywhere, and an invented state needs one, too. */
    private static final String USER_ASSIGNED = "AA|Q[M-Z]|X[A-Z]|ZZ";

    private static final String ANY_ID_RULE =
            "must be the full id of a record, its type in front, as round/abu-dhabi-2";
    private static final String NULL_RULE = "must be left out where nothing is known, not null";

    private static final String YEAR = "(?!0000)\\d{4}";

    /** An http or https URL without user name and password, and without characters that would end it in an HTML page. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?://(?:[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}])?\\.?|\\[[0-9a-f:.]+])(?::\\d{1,5})?"
                    + "(?:[/?#][^\\s\\p{Z}\\p{Cc}<>\"\\\\]*)?");

    private static final Form<String, String> TEXT = new Form<>(
            String.class,
            text -> text.length() > LONGEST_TEXT ? FaultCode.TOO_LONG : FaultCode.BLANK,
            "must be a text that is not blank and has at most " + LONGEST_TEXT + " characters",
            value -> "",
            text -> Characters.areInvisible(text) || text.length() > LONGEST_TEXT ? null : text);

    private static final Form<String, String> ADDRESSES = text(
            "must be an http or https address, as https://example.org/story, of at most " + LONGEST_TEXT
                    + " characters",
            text -> text.length() <= LONGEST_TEXT && ADDRESS.matcher(text).matches() ? text : null);

    private static final Form<String, String> COUNTRY_CODE = text(
            "must be a country code of ISO 3166-1 alpha-2, as UA",
            code -> Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)
                            || code.matches(USER_ASSIGNED)
                    ? code
                    : null);

    private static final Form<String, String> LANGUAGE =
            text("must be a language tag of BCP 47, as uk", Row::asLanguage);

    private static final Form<Number, Integer> COUNT = new Form<>(
            Number.class,
            FaultCode.OUT_OF_RANGE,
            "must be a whole number from 0 to " + Integer.MAX_VALUE,
            // Also accepts 7.0 and 1e1: programs that export a column with missing values write whole numbers like
            // that.
            number -> number.doubleValue() == Math.rint(number.doubleValue())
                            && number.doubleValue() >= 0
                            && number.doubleValue() <= Integer.MAX_VALUE
                    ? (Integer) number.intValue()
                    : null);

    private static final Form<Number, Double> NUMBER = new Form<>(
            Number.class,
            FaultCode.OUT_OF_RANGE,
            "must be a number",
            number -> Double.isFinite(number.doubleValue()) ? number.doubleValue() : null);

    private static final Form<Boolean, Boolean> FLAG =
            new Form<>(Boolean.class, FaultCode.WRONG_TYPE, "must be true or false", flag -> flag);

    private final String file;
    private final int line;
    private final String id;
    private final List<Object> path;
    private final Map<String, Value> fields;
    private final Map<String, RecordKind> parts;
    private final KnownIds ids;
    private final Faults faults;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<Row> objects = new ArrayList<>();
    private boolean unreadableDate;

    /**
     * @param file  the name of the row's file; null if it is not from a file
     * @param line  the line in which it begins, counted from 1
     * @param id    the full id of the record, or of the part with an id of its own
     * @param path  the path from the row to this object; empty for the row itself
     * @param parts keys that hold objects with ids of their own, and their kinds
     */
    Row(
            String file,
            int line,
            String id,
            List<Object> path,
            Map<String, Value> fields,
            Map<String, RecordKind> parts,
            KnownIds ids,
            Faults faults) {
        this.file = file;
        this.line = line;
        this.id = id;
        this.path = path;
        this.fields = fields;
        this.parts = parts;
        this.ids = ids;
        this.faults = faults;
        if (path.isEmpty()) {
            read.add("id");
        }
    }

    /** The full id, such as {@code actor/rustem-umerov}; for an object inside a row, the row's. */
    public String id() {
        return id;
    }

    /** A text; required. */
    public String text(String key) {
        return required(key, optionalText(key));
    }

    /** A text, or null if left out. */
    public String optionalText(String key) {
        return read(key, TEXT);
    }

    /** A place in a source; required. */
    String locator(String key) {
        String text = text(key);
        String rule = text == null ? null : Locator.brokenRule(text);
        if (rule != null) {
            fault(key, FaultCode.WRONG_FORMAT, rule);
        }
        return rule == null ? text : null;
    }

    /** Checks that the key's text is only what somebody said, without quotation marks of the sentence around it. Null is accepted. */
    public void mustBeWithoutStrayMarks(String key, String words) {
        if (words != null && Wording.hasStrayMarks(words)) {
            fault(key, FaultCode.WRONG_FORMAT, Wording.MARKS_RULE);
        }
    }

    /** An http or https URL, or null if left out. */
    public String optionalAddress(String key) {
        return read(key, ADDRESSES);
    }

    /** A file name without folders, or null if left out. */
    public String optionalFileName(String key) {
        String name = optionalText(key);
        if (name != null && !SourceDocuments.isName(name)) {
            fault(key, FaultCode.WRONG_FORMAT, "must be the name of a file, without folders");
            return null;
        }
        return name;
    }

    /** A list of texts, empty if left out. */
    public List<String> texts(String key) {
        return list(key, TEXT);
    }

    /** A constant of the enum, spelled as the schema does; required. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        return required(key, optionalConstant(key, type));
    }

    /** A constant of the enum, or null if left out. */
    public <E extends Enum<E>> E optionalConstant(String key, Class<E> type) {
        String rule = "must be one of "
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return read(key, new Form<>(String.class, FaultCode.NOT_ALLOWED, rule, name -> Arrays.stream(
                        type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null)));
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

    /** An instant in UTC, in the years 0001 to 9999, truncated to milliseconds; null if left out. */
    public Instant optionalInstant(String key) {
        // Truncated here, since the database would round it, maybe to the next day.
        return moment(
                key, "must be an instant in UTC, as 2026-02-04T09:30:00Z", YEAR + "-\\d{2}-\\d{2}T[\\d:.]+Z", text -> {
                    // Instant.parse accepts 24:00:00, which for 9999-12-31 is a day too late.
                    Instant at = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
                    return LocalDate.ofInstant(at, ZoneOffset.UTC).isAfter(Days.LAST) ? null : at;
                });
    }

    /**
     * An instant that lies on one of the given days in some time zone; null if left out.
     *
     * @param day what the days are, with an article, for the fault
     * @param days null if they are unknown or could not be read: then any instant is accepted
     */
    public Instant optionalInstant(String key, String day, Days days) {
        Instant at = optionalInstant(key);
        if (at != null && days != null && !days.mayHold(at)) {
            fault(
                    key,
                    FaultCode.OUT_OF_RANGE,
                    "must be an instant of " + day + ", " + days.shown() + ", in some zone from UTC-12 to UTC+14");
        }
        return at;
    }

    /** A duration in ISO 8601, checked and kept as written, or null if left out. */
    public String optionalDuration(String key) {
        return read(key, text("must be a duration in ISO 8601, as PT5H30M", text -> {
            // Duration.parse accepts signs and lower case, which ISO 8601 does not; the column holds 40 characters.
            return text.matches("[PTDHMS\\d.]{1,40}") && !Duration.parse(text).isNegative() ? text : null;
        }));
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
     * The range in which an unknown day lies, from the keys {@code edtf}, {@code notBefore} and {@code notAfter}, whose rules are checked
     * here. The parameters are the values that were read from them, or null.
     *
     * @param note    the date's note, or null
     * @param dayKeys keys that give the exact day; none of these three may be given beside one of them
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

    /** A country code of ISO 3166-1 alpha-2, including user-assigned ones; null if left out. */
    public String optionalCountryCode(String key) {
        return read(key, COUNTRY_CODE);
    }

    /** A language tag in the case that BCP 47 recommends, whatever its case in the row; null if left out. */
    public String optionalLanguage(String key) {
        return read(key, LANGUAGE);
    }

    /** A language; required. */
    public String language(String key) {
        return required(key, optionalLanguage(key));
    }

    /** A whole number of 0 or more, or null if left out. */
    public Integer optionalCount(String key) {
        return read(key, COUNT);
    }

    /** A number, or null if left out. */
    public Double optionalNumber(String key) {
        return read(key, NUMBER);
    }

    /** A number within bounds, or null if left out. */
    public Double optionalNumber(String key, double from, double to) {
        return read(
                key,
                new Form<>(
                        Number.class,
                        FaultCode.OUT_OF_RANGE,
                        "must be a number from " + from + " to " + to,
                        number -> number.doubleValue() >= from && number.doubleValue() <= to
                                ? number.doubleValue()
                                : null));
    }

    /** True or false, or null if left out. */
    public Boolean optionalFlag(String key) {
        return read(key, FLAG);
    }

    /** True or false; required. Null if it is missing or wrong, which is a fault. */
    public Boolean requiredFlag(String key) {
        return required(key, optionalFlag(key));
    }

    /** True or false; required. False if it is missing or wrong, which is a fault. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(requiredFlag(key));
    }

    /** The full id of a record of this kind, named by its slug; required. */
    public String reference(String key, RecordKind kind) {
        return required(key, optionalReference(key, kind));
    }

    /** The full id of a record of this kind, or null if left out. */
    public String optionalReference(String key, RecordKind kind) {
        shorten(key, kind);
        return read(key, idOf(kind));
    }

    /**
     * The full id of the record of the same kind into which this one was merged, or null if left out. Merges lead to their end by one step:
     * that record must not be merged itself, and none may be merged into this one.
     */
    public String mergedInto(RecordKind kind) {
        String key = RecordRows.MERGED_INTO;
        shorten(key, kind);
        String into = read(key, idOf(kind, slug -> ids.has(kind, slug) ? kind.id(slug) : null));
        if (into == null) {
            return null;
        }
        String end = ids.leadsTo(into);
        String other = ids.absorbedBy(id);
        if (into.equals(id)) {
            fault(key, "must name another record than this one");
        } else if (!end.equals(into)) {
            fault(key, "must name a record that is not merged itself; " + into + " was merged into " + end);
        } else if (other != null) {
            fault(
                    key,
                    "must be left out, because " + other + " was merged into this one: let that lead to " + into
                            + " first, or in the same change");
        }
        return into;
    }

    /** The full ids of records of this kind; at least one. */
    public List<String> references(String key, RecordKind kind) {
        List<String> found = optionalReferences(key, kind);
        if (!fields.containsKey(key)) {
            required(key, null);
        } else if (fields.get(key).value() instanceof List<?> list && list.isEmpty()) {
            fault(key, FaultCode.REQUIRED, "must hold at least one id");
        }
        return found;
    }

    /** The full ids of records of this kind, empty if left out. */
    public List<String> optionalReferences(String key, RecordKind kind) {
        shorten(key, kind);
        return distinct(key, list(key, idOf(kind)));
    }

    /** A change may have full ids where a seed has slugs. The row then has the slugs. */
    private void shorten(String key, RecordKind kind) {
        if (ids.areOfChange() && fields.get(key) != null) {
            fields.put(key, shortened(fields.get(key), kind));
        }
    }

    private static Value shortened(Value value, RecordKind kind) {
        if (value.elements() != null) {
            return new Value(
                    value.line(),
                    value.elements().stream().map(each -> shortened(each, kind)).toList(),
                    value.repeated());
        }
        return value.value() instanceof String id && id.startsWith(kind.prefix())
                ? new Value(value.line(), id.substring(kind.prefix().length()), value.repeated())
                : value;
    }

    /** The full id of a record of any kind, written with its type, or null if left out. */
    public String optionalAnyReference(String key) {
        return read(key, anyId());
    }

    /** Full ids of records of any kind, empty if left out. */
    public List<String> anyReferences(String key) {
        return distinct(key, list(key, anyId()));
    }

    /** An object, or null if left out. */
    public Row optionalObject(String key) {
        Row object = read(key, new Form<>(Map.class, FaultCode.WRONG_TYPE, "must be an object", map -> {
            return inner(key, List.of(key), fields.get(key));
        }));
        if (object != null) {
            objects.add(object);
        }
        return object;
    }

    /** Calls the reader with every object of a list and its position, counted from 1. The list may be left out. */
    public void each(String key, BiConsumer<Row, Integer> reader) {
        List<Value> elements = elements(key, "must be a list of objects");
        for (int i = 0; i < elements.size(); i++) {
            Value element = elements.get(i);
            List<Object> place = List.of(key, i);
            if (element.fields() != null) {
                Row row = inner(key, place, element);
                reader.accept(row, i + 1);
                row.mustBeReadWhole();
            } else {
                add(element, place, Fault.shown(place), FaultCode.WRONG_TYPE, "must be an object", "");
            }
        }
    }

    /** Like {@link #each}, for a list that must hold at least one object. */
    public void eachOfSome(String key, BiConsumer<Row, Integer> reader) {
        each(key, reader);
        Value value = fields.get(key);
        if (value == null) {
            required(key, null);
        } else if (value.value() instanceof List<?> list && list.isEmpty()) {
            fault(key, FaultCode.REQUIRED, "must hold at least one object");
        }
    }

    /**
     * Reads the key {@code dateBasis}, and checks it: a basis other than UNKNOWN needs a date (or a coarser one), UNKNOWN allows none,
     * and INFERRED needs a note that says how. A date that can't be read is already a fault, and causes no second one.
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

    /** Whether the key is left out. False if its value can't be read, which is a fault already. */
    public boolean lacks(String key) {
        return !fields.containsKey(key);
    }

    /** Adds the fault that the key's value contradicts another value of this row. */
    public void fault(String key, String rule) {
        fault(key, FaultCode.CONTRADICTION, rule);
    }

    /** Adds a fault of a key of this row. */
    public void fault(String key, FaultCode code, String rule) {
        add(fields.get(key), List.of(key), key, code, rule, "");
    }

    void mustBeReadWhole() {
        fields.forEach((key, value) -> {
            if (!read.contains(key)) {
                fault(key, FaultCode.UNKNOWN_KEY, "is not a key here; the keys are " + String.join(", ", read));
            }
            if (value.repeated()) {
                fault(key, FaultCode.REPEATED_KEY, "must be given once, and is given more than once here");
            }
        });
        objects.forEach(Row::mustBeReadWhole);
    }

    /** The object under a key of this row, or in the list under it. */
    private Row inner(String key, List<Object> place, Value object) {
        RecordKind part = path.isEmpty() ? parts.get(key) : null;
        boolean hasId = part != null && object.fields().containsKey("id");
        Row row = new Row(
                file,
                object.line(),
                hasId ? part.prefix() + object.fields().get("id").value() : id,
                Stream.concat(path.stream(), place.stream()).toList(),
                object.fields(),
                Map.of(),
                ids,
                faults);
        if (hasId) {
            row.read.add("id");
        }
        return row;
    }

    /**
     * The tag in BCP 47's recommended case; null if it is ill-formed, or its primary language can't be registered: registered ones have
     * three letters, or two that are in ISO 639-1. So a country code given by mistake, such as ua, is a fault.
     */
    private static String asLanguage(String tag) {
        // Java accepts an empty tag as the root locale.
        if (tag.isEmpty()) {
            return null;
        }
        try {
            Locale language = new Locale.Builder().setLanguageTag(tag).build();
            String primary = language.getLanguage();
            // Java's primary language is empty for und (undetermined) and for private-use tags (x-...).
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

    private Form<String, String> idOf(RecordKind kind) {
        return idOf(kind, slug -> ids.has(kind, slug) ? ids.leadsTo(kind.id(slug)) : null);
    }

    private Form<String, String> idOf(RecordKind kind, Function<String, String> reader) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new Form<>(
                String.class,
                slug -> FaultCode.UNKNOWN_ID,
                "must be the id of " + ("aio".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name,
                value -> ids.hint(kind, value),
                reader);
    }

    private Form<String, String> anyId() {
        return new Form<>(
                String.class, FaultCode.UNKNOWN_ID, ANY_ID_RULE, id -> ids.isAny(id) ? ids.leadsTo(id) : null);
    }

    private List<String> distinct(String key, List<String> found) {
        Set<String> seen = new HashSet<>();
        found.stream()
                .filter(id -> !seen.add(id))
                .distinct()
                .forEach(id -> fault(key, FaultCode.DUPLICATE, "must not name " + id + " twice"));
        return found;
    }

    private <T> T moment(String key, String rule, String form, Function<String, T> parser) {
        T found = read(key, text(rule, value -> value.matches(form) ? parser.apply(value) : null));
        unreadableDate |= found == null && fields.containsKey(key);
        return found;
    }

    private <T> T required(String key, T value) {
        if (value == null && !fields.containsKey(key)) {
            fault(key, FaultCode.REQUIRED, "is missing");
        }
        return value;
    }

    private <T> T read(String key, Form<?, T> form) {
        read.add(key);
        Value value = fields.get(key);
        if (value == null) {
            return null;
        }
        if (value.value() == null) {
            fault(key, FaultCode.NULL_VALUE, NULL_RULE);
            return null;
        }
        T found = form.read(value.value());
        if (found == null) {
            add(value, List.of(key), key, form.code(value.value()), form.rule, form.hint.apply(value.value()));
        }
        return found;
    }

    private <T> List<T> list(String key, Form<?, T> form) {
        List<T> found = new ArrayList<>();
        List<Value> elements = elements(key, "must be a list");
        for (int i = 0; i < elements.size(); i++) {
            Value element = elements.get(i);
            T one = form.read(element.value());
            if (one == null) {
                add(
                        element,
                        List.of(key, i),
                        key,
                        form.code(element.value()),
                        form.rule,
                        form.hint.apply(element.value()));
            } else {
                found.add(one);
            }
        }
        return found;
    }

    /** The elements of the key's list; empty if it is left out, or is not a list, which is a fault. */
    private List<Value> elements(String key, String rule) {
        read.add(key);
        Value value = fields.get(key);
        if (value == null) {
            return List.of();
        }
        if (value.elements() == null) {
            boolean isNull = value.value() == null;
            fault(key, isNull ? FaultCode.NULL_VALUE : FaultCode.WRONG_TYPE, isNull ? NULL_RULE : rule);
            return List.of();
        }
        return value.elements();
    }

    /**
     * @param value null if the key is missing
     * @param at    the path from this row to the value
     * @param shown the same path as shown to people
     */
    private void add(Value value, List<Object> at, String shown, FaultCode code, String rule, String hint) {
        String inside = Fault.shown(path);
        faults.add(new Fault(
                code,
                id,
                Stream.concat(path.stream(), at.stream()).toList(),
                value == null ? null : value.shown(),
                rule,
                hint,
                file == null
                        ? null
                        : new Fault.Place(
                                file,
                                value == null ? line : value.line(),
                                id.substring(id.indexOf('/') + 1)
                                        + ' '
                                        + (inside.isEmpty() ? "" : inside + '.')
                                        + shown)));
    }

    private static <T> Form<String, T> text(String rule, Function<String, T> reader) {
        return new Form<>(String.class, FaultCode.WRONG_FORMAT, rule, reader);
    }

    /**
     * The type and rule of a value.
     *
     * @param type   the JSON value's type
     * @param code   the fault's code for a value that has the type but breaks the rule
     * @param rule   the rule, as the end of a fault's sentence
     * @param hint   text to append to the rule
     * @param reader converts a value; returns null or throws a DateTimeException if it breaks the rule
     */
    private record Form<V, T>(
            Class<V> type,
            Function<V, FaultCode> code,
            String rule,
            Function<Object, String> hint,
            Function<V, T> reader) {

        Form(Class<V> type, FaultCode code, String rule, Function<V, T> reader) {
            this(type, value -> code, rule, value -> "", reader);
        }

        T read(Object value) {
            try {
                return type.isInstance(value) ? reader.apply(type.cast(value)) : null;
            } catch (DateTimeException e) {
                return null;
            }
        }

        FaultCode code(Object value) {
            if (value == null) {
                return FaultCode.NULL_VALUE;
            }
            return type.isInstance(value) ? code.apply(type.cast(value)) : FaultCode.WRONG_TYPE;
        }
    }
}
