package org.parley.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.actor.ActorKind;

/**
 * What the columns of a table of one's own mean, as a JSON file says it: see seed/README.md. Immutable.
 *
 * @param file      of the records that its rows make, without {@code .json}
 * @param prefix    of the ids of the records; empty if there is none
 * @param id        the columns that together tell a row
 * @param source    keys of the source that the table itself is
 * @param columns   in the order of the file
 * @param templates texts of the record with names of columns in braces, by key
 * @param constants values of the record that are the same in each row, by key
 */
record ImportMap(
        String file,
        String prefix,
        List<String> id,
        Map<String, Object> source,
        List<Column> columns,
        Map<String, String> templates,
        Map<String, Object> constants) {

    private static final Set<String> KEYS =
            Set.of("format", "record", "prefix", "id", "source", "columns", "title", "texts", "constants");
    private static final Set<String> OF_COLUMNS = Set.of("to", "as", "codes", "missing", "split", "when", "new");

    /** The name of a column in a template. */
    static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)}");

    /** What stands in the cells of texts when a map is tried. */
    static final String TRIAL = "x";

    /** The root of the keys of the source that a row names. */
    static final String SOURCE = "source";

    /** What a row can tell of its source. */
    static final Set<String> OF_SOURCE =
            Set.of("title", "url", "outlet", "publishedOn", "language", "licence", "kind", "locator");

    /** How the text of a cell is read. */
    enum As {
        TEXT,
        DATE,
        INSTANT,
        NUMBER,
        ESTIMATE,
        FLAG,
        ACTOR,
        PLACE,
        ISSUE,
        ROUND,
        NEGOTIATION,
        COUNTRY,
        URL
    }

    /** How the cells of a key are read, unless the map says it. Where the key means another thing in some file, the file stands before it. */
    private static final Map<String, As> READ = read(
            "DATE date start end edtf notBefore notAfter signedOn claimedOn publishedOn publishedAfter publishedBefore retrievedOn"
                    + " from to",
            "INSTANT at",
            "NUMBER figures.value low best high count ordinal latitude longitude pages weight quantityPerSide",
            "ESTIMATE killed injured",
            "FLAG disputed interim signed verbatim spelling durationApproximate",
            "ACTOR actor speakers blamed by claimedBy statedBy side organization statements.target",
            "PLACE place venue within",
            "ISSUE issue issues",
            "ROUND round rounds",
            "NEGOTIATION negotiation",
            "COUNTRY countryCode",
            "URL url archivedAt licenceUrl");

    private static Map<String, As> read(String... keys) {
        Map<String, As> read = new HashMap<>();
        for (String each : keys) {
            String[] words = each.split(" ");
            Arrays.stream(words).skip(1).forEach(key -> read.put(key, As.valueOf(words[0])));
        }
        return read;
    }

    /**
     * A column.
     *
     * @param name    in lower case
     * @param to      the paths of the keys that its cells go to
     * @param as      how a cell is read for each of them
     * @param codes   what stands for each text of a cell, in lower case; null if any text may stand in it
     * @param missing texts that mean nothing is known, in lower case
     * @param split   between several values; null if there is one
     * @param when    what other columns must hold for the cell to be read, in lower case
     * @param created the kind of an actor or place that is made of a name
     * @param with    further keys of the object in a list that the cell makes
     */
    record Column(
            String name,
            List<List<String>> to,
            List<As> as,
            Map<String, String> codes,
            Set<String> missing,
            String split,
            Map<String, String> when,
            String created,
            Map<String, Object> with) {}

    /**
     * Reads a map.
     *
     * @throws FileRefused if it is wrong
     * @throws IOException if it can't be read
     */
    static ImportMap of(Path path, ObjectMapper mapper) throws IOException {
        Reader reader = new Reader(String.valueOf(path.getFileName()));
        try {
            JsonNode root = mapper.readTree(Files.readString(path).replaceFirst("^\uFEFF", ""));
            return reader.map(root, mapper);
        } catch (JsonProcessingException e) {
            throw reader.wrong("", "is not JSON: line " + e.getLocation().getLineNr() + ", " + e.getOriginalMessage());
        }
    }

    /** Reads the parts of a file. */
    private record Reader(String file) {

        FileRefused wrong(String where, String rule) {
            return new FileRefused(ImportCode.MAP, file + (where.isEmpty() ? " " : " " + where + " ") + rule);
        }

        ImportMap map(JsonNode root, ObjectMapper mapper) {
            mustBeObject(root, "");
            mustKnow(root, "", KEYS);
            text(root, "format", true); // for people
            String record = text(root, "record", true);
            String rows = SeedKeys.file(record);
            if (rows == null) {
                throw wrong("record", "must be one of " + String.join(", ", SeedKeys.records()) + ", not " + record);
            }
            String prefix = text(root, "prefix", false);
            if (prefix != null && !prefix.equals(Slug.of(prefix))) {
                throw wrong("prefix", "must be of lower-case letters, digits and hyphens, not " + prefix);
            }
            Map<String, Object> constants = object(root, "constants", mapper);
            constants.keySet().forEach(key -> mustBeKey(rows, key, "constants"));
            Map<String, Object> source = object(root, SOURCE, mapper);
            for (String key : source.keySet()) {
                if (!SeedKeys.of("sources").contains(key)) {
                    throw wrong(SOURCE, "has the key " + key + ", which sources do not have");
                }
            }
            List<Column> columns = columns(root, rows, mapper);
            Map<String, String> templates = new LinkedHashMap<>();
            object(root, "texts", mapper).forEach((key, value) -> templates.put(key, String.valueOf(value)));
            if (root.has("title")) {
                templates.put("title", text(root, "title", true));
            }
            templates.keySet().forEach(key -> mustBeKey(rows, key, "texts"));
            List<String> id = texts(root, "id").stream().map(ImportMap::folded).toList();
            if (id.isEmpty()) {
                throw wrong("id", "must name the columns that together tell a row");
            }
            return new ImportMap(rows, prefix == null ? "" : prefix + "-", id, source, columns, templates, constants);
        }

        private List<Column> columns(JsonNode root, String rows, ObjectMapper mapper) {
            JsonNode all = root.path("columns");
            mustBeObject(all, "columns");
            List<Column> columns = new ArrayList<>();
            for (Map.Entry<String, JsonNode> each : all.properties()) {
                columns.add(column(each.getKey(), each.getValue(), rows, mapper));
            }
            return columns;
        }

        private Column column(String name, JsonNode given, String rows, ObjectMapper mapper) {
            String where = "column " + name;
            JsonNode column = given.isTextual() || given.isArray()
                    ? mapper.createObjectNode().set("to", given)
                    : given;
            mustBeObject(column, where);
            List<List<String>> to = new ArrayList<>();
            List<As> as = new ArrayList<>();
            String how = text(column, "as", false);
            for (String path : texts(column, "to")) {
                List<String> steps = List.of(path.split("\\."));
                mustBePath(rows, steps, where);
                to.add(steps);
                as.add(how == null ? as(rows, steps) : constant(As.class, how, where + " as"));
            }
            if (to.isEmpty()) {
                throw wrong(where, "must have to, the key that its cells go to");
            }
            boolean makesObjects = to.stream().anyMatch(steps -> SeedKeys.OBJECTS.contains(steps.get(0)));
            Map<String, Object> with = new LinkedHashMap<>(plain(column, mapper));
            with.keySet().removeAll(OF_COLUMNS);
            if (!makesObjects && !with.isEmpty()) {
                throw wrong(
                        where,
                        "has the key " + with.keySet().iterator().next() + ", which is none of " + sorted(OF_COLUMNS));
            }
            Map<String, String> codes = new HashMap<>();
            object(column, "codes", mapper).forEach((text, code) -> codes.put(folded(text), String.valueOf(code)));
            Map<String, String> when = new TreeMap<>();
            object(column, "when", mapper)
                    .forEach((other, text) -> when.put(folded(other), folded(String.valueOf(text))));
            Set<String> missing = new HashSet<>();
            texts(column, "missing").forEach(each -> missing.add(folded(each)));
            String created = text(column, "new", false);
            if (created != null && as.contains(As.ACTOR)) {
                constant(ActorKind.class, created, where + " new");
            }
            return new Column(
                    folded(name),
                    to,
                    as,
                    codes.isEmpty() ? null : codes,
                    missing,
                    text(column, "split", false),
                    when,
                    created,
                    with);
        }

        private static As as(String rows, List<String> steps) {
            String last = steps.get(steps.size() - 1);
            As read = READ.get(steps.size() == 1 ? rows + "." + last : last);
            return read == null ? READ.getOrDefault(last, As.TEXT) : read;
        }

        private void mustBePath(String rows, List<String> steps, String where) {
            if (steps.size() > 1 && steps.get(0).equals(SOURCE)) {
                if (!OF_SOURCE.contains(steps.get(1))) {
                    throw wrong(where, "goes to source." + steps.get(1) + "; a row can tell " + sorted(OF_SOURCE));
                }
                return;
            }
            if (steps.size() > 2) {
                throw wrong(
                        where, "goes to " + String.join(".", steps) + "; at most one key inside another can be told");
            }
            mustBeKey(rows, steps.get(0), where);
            if (SeedKeys.OBJECTS.contains(steps.get(0)) && steps.size() == 1) {
                throw wrong(
                        where,
                        "goes to " + steps.get(0) + ", which holds objects; name a key of these, such as "
                                + steps.get(0) + "." + (steps.get(0).equals("identifiers") ? "value" : "actor"));
            }
        }

        private void mustBeKey(String rows, String key, String where) {
            if (!SeedKeys.of(rows).contains(key) || key.equals("id") || key.equals("citations")) {
                throw wrong(
                        where,
                        "has the key " + key + "; the keys of " + rows + " that can be told are "
                                + SeedKeys.of(rows).stream()
                                        .filter(each -> !each.equals("id") && !each.equals("citations"))
                                        .collect(Collectors.joining(", ")));
            }
        }

        private <E extends Enum<E>> E constant(Class<E> type, String text, String where) {
            try {
                return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw wrong(
                        where,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(each ->
                                                type == As.class ? each.name().toLowerCase(Locale.ROOT) : each.name())
                                        .collect(Collectors.joining(", "))
                                + ", not " + text);
            }
        }

        private static String sorted(Set<String> keys) {
            return keys.stream().sorted().collect(Collectors.joining(", "));
        }

        private void mustBeObject(JsonNode node, String where) {
            if (!node.isObject()) {
                throw wrong(where, "must be an object of JSON");
            }
        }

        private void mustKnow(JsonNode node, String where, Set<String> keys) {
            node.fieldNames().forEachRemaining(key -> {
                if (!keys.contains(key)) {
                    throw wrong(where, "has the key " + key + ", which is none of " + sorted(keys));
                }
            });
        }

        private String text(JsonNode node, String key, boolean isRequired) {
            JsonNode value = node.get(key);
            if (value == null && !isRequired) {
                return null;
            }
            if (value == null || !value.isTextual() || value.asText().isEmpty()) {
                throw wrong(key, "must be a text");
            }
            return value.asText();
        }

        /** Of a text or a list of texts. */
        private List<String> texts(JsonNode node, String key) {
            JsonNode value = node.get(key);
            if (value == null) {
                return List.of();
            }
            if (value.isTextual()) {
                return List.of(value.asText());
            }
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.asText()));
            if (!value.isArray() || texts.contains("")) {
                throw wrong(key, "must be a text or a list of texts");
            }
            return texts;
        }

        private Map<String, Object> object(JsonNode node, String key, ObjectMapper mapper) {
            JsonNode value = node.get(key);
            if (value == null) {
                return new LinkedHashMap<>();
            }
            mustBeObject(value, key);
            return plain(value, mapper);
        }

        @SuppressWarnings("unchecked") // the node is an object
        private static Map<String, Object> plain(JsonNode node, ObjectMapper mapper) {
            return mapper.convertValue(node, LinkedHashMap.class);
        }
    }

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The names of all columns that are read, in lower case. */
    Set<String> names() {
        return Stream.of(
                        columns.stream().map(Column::name),
                        columns.stream().flatMap(each -> each.when.keySet().stream()),
                        id.stream(),
                        templates.values().stream().flatMap(text -> inBraces(text).stream()))
                .flatMap(each -> each)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names in braces of a template, in lower case. */
    static List<String> inBraces(String template) {
        return IN_BRACES
                .matcher(template)
                .results()
                .map(found -> folded(found.group(1)))
                .toList();
    }

    /**
     * A map for a table whose columns have the names of the keys, to be changed.
     *
     * @param record one of {@link SeedKeys#records}
     */
    static String template(String record, ObjectMapper mapper) throws JsonProcessingException {
        String file = SeedKeys.file(record);
        ObjectNode map = mapper.createObjectNode();
        map.put("format", "my-" + file);
        map.put("record", record);
        map.put("prefix", "my");
        ArrayNode id = map.putArray("id");
        id.add("id");
        ObjectNode source = map.putObject(SOURCE);
        source.put("title", "My table of " + file);
        source.put("language", "und");
        ObjectNode columns = map.putObject("columns");
        for (String key : SeedKeys.of(file)) {
            if (!key.equals("id") && !key.equals("citations") && !SeedKeys.OBJECTS.contains(key)) {
                columns.putObject(key).put("to", key);
            }
        }
        map.putObject("constants");
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(map) + "\n";
    }
}
