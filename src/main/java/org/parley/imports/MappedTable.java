package org.parley.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.actor.ActorKind;
import org.parley.graph.DateBasis;
import org.parley.issue.Stance;

/** A table of one's own, whose columns mean what an {@link ImportMap} says. Immutable. */
final class MappedTable implements TableFormat {
    static final String NAME = "csv";

    static final String DESCRIPTION = "a table of your own, whose columns a file of JSON explains";

    /** Where the objects that one cell makes begin: no table has so many columns of one key. */
    private static final int FIRST_OF_ITS_OWN = 100_000;

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    private final ImportMap map;

    /** The place in its list of the object that each path of each column is a part of; -1 for a column that makes objects of its own. */
    private final Map<ImportMap.Column, List<Integer>> slots = new HashMap<>();

    MappedTable(ImportMap map) {
        this.map = map;
        Map<List<String>, Integer> seen = new HashMap<>();
        for (ImportMap.Column column : map.columns()) {
            slots.put(
                    column,
                    column.to().stream()
                            .map(steps -> column.split() == null ? seen.merge(steps, 1, Integer::sum) - 1 : -1)
                            .toList());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    /** The columns that tell a row; others may be missing, since some releases of a table have them and others not. */
    @Override
    public boolean fits(List<String> columns) {
        return columns.containsAll(map.id())
                && map.columns().stream().anyMatch(column -> columns.contains(column.name()));
    }

    @Override
    public String required() {
        return map.id().stream().collect(Collectors.joining(", ")) + " and one that the map has a key for";
    }

    @Override
    public Set<String> columns() {
        return map.names();
    }

    @Override
    public Set<String> dates() {
        return map.columns().stream()
                .filter(column -> column.as().contains(ImportMap.As.DATE))
                .map(ImportMap.Column::name)
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> id() {
        return map.id();
    }

    @Override
    public MappedRow map(SheetRow row, RowMapping into) {
        return new Mapped(row, into).row();
    }

    /** A row in which each column has a cell that can be read, to find out whether the map makes whole records. */
    SheetRow trial() {
        Map<String, String> cells = new HashMap<>();
        map.id().forEach(column -> cells.put(column, "1"));
        for (ImportMap.Column column : map.columns()) {
            String cell = column.codes() != null
                    ? column.codes().keySet().stream().sorted().findFirst().orElseThrow()
                    : switch (column.as().get(0)) {
                        case DATE, INSTANT -> "2026-02-04T10:00Z";
                        case NUMBER, ESTIMATE -> "1";
                        case FLAG -> "true";
                        case COUNTRY -> "UA";
                        case URL -> "https://example.org/";
                            // They must be in the record, which the trial's is not.
                        case ROUND, NEGOTIATION -> null;
                        default -> ImportMap.TRIAL;
                    };
            if (cell != null) {
                cells.put(column.name(), cell);
            }
        }
        map.columns().forEach(column -> cells.putAll(column.when()));
        return new SheetRow(2, cells);
    }

    /** What becomes of one row. */
    private final class Mapped {
        private final SheetRow row;
        private final RowMapping into;
        private final NamedRecords named;
        private final String given;
        private final Map<String, Object> record = new LinkedHashMap<>();

        /** The objects of each list: those of several columns by their slot, and after them those that one cell makes. */
        private final Map<String, TreeMap<Integer, Map<String, Object>>> objects = new LinkedHashMap<>();

        private Map<String, Object> cited;

        Mapped(SheetRow row, RowMapping into) {
            this.row = row;
            this.into = into;
            this.named = new NamedRecords(into);
            this.given = into.id(row, map.id());
        }

        MappedRow row() {
            String id = Slug.of(map.prefix() + given);
            record.put("id", id);
            record.putAll(map.constants());
            cited = cited();
            for (ImportMap.Column column : map.columns()) {
                take(column);
            }
            objects.forEach((key, each) -> record.put(key, List.copyOf(each.values())));
            map.templates().forEach((key, text) -> {
                String filled = filled(text);
                if (!filled.isEmpty()) {
                    record.putIfAbsent(key, into.text(key, filled));
                }
            });
            complete(id);
            boolean isStatement = map.file().equals("statements");
            return new MappedRow(
                    map.file(),
                    SeedKeys.sorted(map.file(), record),
                    (String) cited.get("source"),
                    isStatement ? "renderings" : null);
        }

        /** A template with the texts of the cells; what stands in brackets is left out if a cell in it is empty. */
        private String filled(String template) {
            Matcher optional = OPTIONAL.matcher(template);
            String whole = optional.replaceAll(
                    found -> Matcher.quoteReplacement(hasAll(found.group(1)) ? found.group(1) : ""));
            Matcher names = ImportMap.IN_BRACES.matcher(whole);
            return names.replaceAll(found -> {
                        String cell = known(ImportMap.folded(found.group(1)));
                        return Matcher.quoteReplacement(cell == null ? "" : cell);
                    })
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private boolean hasAll(String template) {
            return ImportMap.inBraces(template).stream().allMatch(name -> known(name) != null);
        }

        /** The text of a column by its name, unless the map says that it means nothing. */
        private String known(String name) {
            for (ImportMap.Column column : map.columns()) {
                if (column.name().equals(name)) {
                    return cell(column);
                }
            }
            return row.text(name);
        }

        /** The citation of the source that the row names; else of the table, by the line of the row. */
        private Map<String, Object> cited() {
            Map<String, String> told = new HashMap<>();
            ImportedDay day = null;
            for (ImportMap.Column column : map.columns()) {
                for (List<String> steps : column.to()) {
                    String cell = steps.get(0).equals(ImportMap.SOURCE) ? cell(column) : null;
                    if (cell != null && steps.get(1).equals("publishedOn")) {
                        day = into.day(row, column.name());
                    } else if (cell != null) {
                        told.putIfAbsent(steps.get(1), column.codes() == null ? cell : coded(column, cell));
                    }
                }
            }
            CitedSources sources = new CitedSources(into);
            Map<String, Object> citation = new LinkedHashMap<>();
            if (told.get("title") == null && told.get("url") == null) {
                citation.put(
                        "source",
                        sources.fileItself(map.prefix().isEmpty() ? null : Slug.of(map.prefix()), map.source()));
                citation.put("locator", "line " + row.line());
                citation.put("note", "id " + given);
                return citation;
            }
            citation.put(
                    "source",
                    sources.source(new CitedSources.Told(
                            into.text("source.title", told.get("title")),
                            into.url("source.url", told.get("url")),
                            told.get("outlet"),
                            day,
                            CitedSources.language("source.language", told.get("language")),
                            told.get("licence"),
                            told.getOrDefault("kind", told.get("outlet") == null ? "DOCUMENT" : "ARTICLE"))));
            citation.put("locator", told.getOrDefault("locator", "row " + (row.line() - 1)));
            citation.put("note", "Named in " + into.fileName() + ", id " + given + ".");
            return citation;
        }

        /** What stands in a column; null if nothing is known, or the columns beside it say that it is not to be read. */
        private String cell(ImportMap.Column column) {
            String text = row.text(column.name());
            if (text == null || column.missing().contains(ImportMap.folded(text))) {
                return null;
            }
            for (Map.Entry<String, String> condition : column.when().entrySet()) {
                String other = row.text(condition.getKey());
                if (other == null || !ImportMap.folded(other).equals(condition.getValue())) {
                    return null;
                }
            }
            return text;
        }

        private void take(ImportMap.Column column) {
            String text = cell(column);
            if (text == null) {
                return;
            }
            List<String> values = column.split() == null
                    ? List.of(text)
                    : Arrays.stream(text.split(Pattern.quote(column.split())))
                            .map(String::strip)
                            .filter(each -> !each.isEmpty() && !column.missing().contains(ImportMap.folded(each)))
                            .distinct()
                            .toList();
            for (String value : values) {
                String meant = column.codes() == null ? value : coded(column, value);
                for (int i = 0; i < column.to().size(); i++) {
                    List<String> steps = column.to().get(i);
                    if (!steps.get(0).equals(ImportMap.SOURCE)) {
                        put(column, i, steps, meant);
                    }
                }
            }
        }

        private String coded(ImportMap.Column column, String value) {
            String code = column.codes().get(ImportMap.folded(value));
            if (code == null) {
                throw new RowRefused(
                        ImportCode.UNKNOWN_CODE,
                        column.name(),
                        value,
                        "must be one of "
                                + column.codes().keySet().stream().sorted().collect(Collectors.joining(", ")));
            }
            return code;
        }

        private void put(ImportMap.Column column, int which, List<String> steps, String text) {
            String root = steps.get(0);
            String key = steps.get(steps.size() - 1);
            if (steps.size() == 1) {
                put(record, column, which, key, text);
                return;
            }
            if (!SeedKeys.OBJECTS.contains(root)) {
                put(object(root), column, which, key, text);
                return;
            }
            TreeMap<Integer, Map<String, Object>> all = objects.computeIfAbsent(root, none -> new TreeMap<>());
            int slot = slots.get(column).get(which);
            int place = slot >= 0 ? slot : Math.max(FIRST_OF_ITS_OWN, all.isEmpty() ? 0 : all.lastKey() + 1);
            Map<String, Object> object = all.computeIfAbsent(place, none -> new LinkedHashMap<>());
            put(object, column, which, key, text);
            column.with().forEach(object::putIfAbsent);
            if (SeedKeys.CITED.contains(root)) {
                object.putIfAbsent("citations", List.of(cited));
            }
        }

        @SuppressWarnings("unchecked") // only objects are put at the keys that have keys inside
        private Map<String, Object> object(String key) {
            return (Map<String, Object>) record.computeIfAbsent(key, none -> new LinkedHashMap<String, Object>());
        }

        @SuppressWarnings("unchecked") // a list of texts by the format
        private void put(Map<String, Object> object, ImportMap.Column column, int which, String key, String text) {
            ImportMap.As as = column.as().get(which);
            if (as == ImportMap.As.DATE) {
                putDay(object, column, key);
            } else if (as == ImportMap.As.ESTIMATE) {
                Map<String, Object> estimate = number(column, text).estimate();
                estimate.put("wording", text);
                object.put(key, estimate);
            } else if (as == ImportMap.As.NUMBER && object == record && key.equals("value")) {
                putValue(object, number(column, text));
            } else if (object == record && SeedKeys.LISTS.contains(key)) {
                List<Object> list = new ArrayList<>((List<Object>) object.getOrDefault(key, List.of()));
                Object value = value(column, as, key, text);
                if (!list.contains(value)) {
                    list.add(value);
                }
                object.put(key, list);
            } else {
                object.put(key, value(column, as, key, text));
            }
        }

        private ImportedNumber number(ImportMap.Column column, String text) {
            return ImportedNumber.of(column.name(), text, into.request().decimal());
        }

        private void putValue(Map<String, Object> figure, ImportedNumber number) {
            Map<String, Object> keys = number.estimate();
            MappedRow.put(figure, "value", keys.get("best"));
            MappedRow.put(figure, "low", keys.get("low"));
            MappedRow.put(figure, "high", keys.get("high"));
            MappedRow.put(figure, "qualifier", number.qualifier());
        }

        /** A day, or a month, season or year in the place of the day of the record. */
        private void putDay(Map<String, Object> object, ImportMap.Column column, String key) {
            ImportedDay day = into.day(row, column.name());
            boolean isOfRecord = object == record && (key.equals(SeedKeys.day(map.file())) || key.equals("edtf"));
            if (!isOfRecord && day.date() == null) {
                throw new RowRefused(
                        ImportCode.BAD_DATE,
                        column.name(),
                        row.text(column.name()),
                        "must be a day, since " + key + " can hold no coarser date");
            }
            if (!isOfRecord) {
                object.put(key, day.date());
                return;
            }
            List<String> keys = SeedKeys.of(map.file());
            MappedRow.put(object, SeedKeys.day(map.file()), day.date());
            MappedRow.put(object, "at", keys.contains("at") ? day.at() : null);
            MappedRow.put(object, "dateNote", day.note());
            if (day.edtf() != null && keys.contains("edtf")) {
                object.put("edtf", day.edtf());
            } else if (day.edtf() != null) {
                object.put("dateNote", "The table gives " + day.edtf() + ".");
            }
        }

        private Object value(ImportMap.Column column, ImportMap.As as, String key, String text) {
            String name = column.name();
            return switch (as) {
                case INSTANT -> instant(name, text);
                case NUMBER -> number(column, text).one();
                case FLAG -> flag(name, text);
                case ACTOR -> named.actor(name, text, kind(column, key), null, cited);
                case PLACE -> named.place(name, text, column.created() == null ? "CITY" : column.created());
                case ISSUE -> named.issue(name, text, cited);
                case ROUND -> named.round(name, text);
                case NEGOTIATION -> named.negotiation(name, text);
                case COUNTRY -> country(name, text);
                case URL -> into.url(name, text);
                default -> key.equals("quote") || key.equals("wording")
                        ? into.quote(name, text)
                        : into.text(name, text);
            };
        }

        private String instant(String column, String text) {
            ImportedDay day = ImportedDay.of(
                    column, text, into.request().order(), into.request().zone());
            if (day.at() == null) {
                throw new RowRefused(
                        ImportCode.BAD_DATE,
                        column,
                        text,
                        "must be a moment with an offset, such as 2026-02-04T10:00Z, unless --zone is given");
            }
            return day.at();
        }

        private static boolean flag(String column, String text) {
            String plain = ImportMap.folded(text);
            if (Set.of("1", "true", "yes", "y").contains(plain)) {
                return true;
            }
            if (Set.of("0", "false", "no", "n").contains(plain)) {
                return false;
            }
            throw new RowRefused(ImportCode.UNKNOWN_CODE, column, text, "must be 1, true, yes, y, 0, false, no or n");
        }

        private static ActorKind kind(ImportMap.Column column, String key) {
            return column.created() != null
                    ? ActorKind.valueOf(column.created().toUpperCase(Locale.ROOT))
                    : key.equals("speakers") ? ActorKind.PERSON : ActorKind.GROUP;
        }

        private static String country(String column, String text) {
            String code = text.toUpperCase(Locale.ROOT);
            for (String each : Locale.getISOCountries()) {
                if (each.equals(code)
                        || Locale.forLanguageTag("und-" + each).getISO3Country().equals(code)) {
                    return each;
                }
            }
            throw new RowRefused(
                    ImportCode.UNKNOWN_CODE, column, text, "must be a country code of ISO 3166-1, as UA or UKR");
        }

        /** Adds what the map does not say and the row leaves no doubt of. */
        private void complete(String id) {
            List<String> keys = SeedKeys.of(map.file());
            if (keys.contains("dateBasis")) {
                boolean isDated = record.containsKey(SeedKeys.day(map.file())) || record.containsKey("edtf");
                record.putIfAbsent("dateBasis", (isDated ? DateBasis.STATED : DateBasis.UNKNOWN).name());
            }
            mustAgree();
            number("outcomes", id + "-outcome-");
            number("sessions", id + "-session-");
            switch (map.file()) {
                case "statements" -> completeStatement();
                case "incidents" -> {
                    MappedRow.put(record, "summary", record.getOrDefault("summary", record.get("title")));
                    record.putIfAbsent("kind", "OTHER");
                    Map<String, Object> nobody = new LinkedHashMap<>();
                    nobody.put("citations", List.of(cited));
                    record.putIfAbsent("attributions", List.of(nobody));
                }
                case "figures" -> {
                    if (!record.containsKey("wording") && record.containsKey("value")) {
                        record.put("wording", String.valueOf(record.get("value")));
                    }
                }
                case "actors", "issues" -> record.putIfAbsent("description", "Listed in " + into.fileName() + ".");
                default -> {
                    // Nothing can be told.
                }
            }
            if (keys.contains("citations") && !map.file().equals("statements")) {
                record.put("citations", List.of(cited));
            }
        }

        /** Of a day and a year, month or season, the day stays; they must not contradict each other. */
        private void mustAgree() {
            Object day = record.get(SeedKeys.day(map.file()));
            Object coarse = record.get("edtf");
            if (day == null || coarse == null) {
                return;
            }
            String edtf = coarse.toString();
            boolean isMonth = edtf.length() > 4 && edtf.charAt(5) != '2';
            if (!day.toString().startsWith(isMonth ? edtf : edtf.substring(0, 4))) {
                throw new RowRefused(
                        ImportCode.YEAR,
                        null,
                        null,
                        "has the day " + day + " and " + edtf + ", which contradict each other");
            }
            record.remove("edtf");
        }

        @SuppressWarnings("unchecked") // the list was made here
        private void number(String key, String prefix) {
            int number = 0;
            for (Object each : (List<Object>) record.getOrDefault(key, List.of())) {
                ((Map<String, Object>) each).putIfAbsent("id", prefix + ++number);
            }
        }

        private void completeStatement() {
            String quote = (String) record.get("quote");
            boolean isGist = record.containsKey("summary");
            if (!isGist && quote != null && quote.length() <= StatementTable.LONGEST_SUMMARY) {
                record.put("summary", quote);
            }
            record.putIfAbsent("kind", StatementTable.kind(quote, isGist).name());
            record.putIfAbsent("stance", Stance.REPORTS.name());
            Map<String, Object> rendering = new LinkedHashMap<>();
            rendering.put("source", cited.get("source"));
            rendering.put("locator", cited.get("locator"));
            rendering.put("verbatim", quote != null);
            rendering.put("wording", quote == null ? record.get("summary") : quote);
            record.putIfAbsent("renderings", List.of(rendering));
        }
    }
}
