package org.parley.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a seed with what is to be changed in them. Rows that are not changed keep their text byte for byte, so that a diff shows what an
 * import did. For use by one thread.
 */
final class SeedDraft {
    /** The date that rows are sorted by, for the files that are sorted by a date. */
    private static final Map<String, String> DATES = Map.of(
            "sources", "publishedOn",
            "rounds", "start",
            "incidents", "start",
            "statements", "date",
            "figures", "claimedOn",
            "agreements", "signedOn");

    private static final String FILE = ".json";
    private static final String INDENT = "  ";
    private static final int SHORT = 120;

    private final ObjectMapper mapper;
    private final Map<String, Rows> kinds = new TreeMap<>();

    /**
     * The rows of one file.
     *
     * @param space what stands before each row
     */
    private record Rows(Map<String, Kept> rows, String space, boolean[] changed) {}

    /**
     * A row.
     *
     * @param text as it stands in the file; null if it is new or changed
     */
    private record Kept(Map<String, Object> row, String text) {}

    private SeedDraft(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads a folder that a start could load.
     *
     * @param kinds the names of its files without {@code .json}; those that are missing have no rows
     */
    static SeedDraft of(Path folder, Collection<String> kinds, ObjectMapper mapper) throws IOException {
        SeedDraft draft = new SeedDraft(mapper);
        for (String kind : kinds) {
            Path file = folder.resolve(kind + FILE);
            draft.kinds.put(
                    kind,
                    Files.exists(file)
                            ? draft.read(Files.readString(file).replaceFirst("^\uFEFF", ""))
                            : new Rows(new LinkedHashMap<>(), "\n" + INDENT, new boolean[1]));
        }
        return draft;
    }

    @SuppressWarnings("unchecked") // a row is an object
    private Rows read(String content) throws IOException {
        Rows rows = new Rows(new LinkedHashMap<>(), space(content), new boolean[1]);
        // Of characters and not of bytes: offsets are those of the text.
        try (JsonParser parser = new JsonFactory().setCodec(mapper).createParser(content.toCharArray())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int begin = (int) parser.currentTokenLocation().getCharOffset();
                Map<String, Object> row = mapper.readValue(parser, LinkedHashMap.class);
                int end = (int) parser.currentLocation().getCharOffset();
                rows.rows.put((String) row.get("id"), new Kept(row, content.substring(begin, end)));
            }
        }
        return rows;
    }

    /** What stands before the first row. */
    private static String space(String content) {
        int row = content.indexOf('{');
        int array = content.indexOf('[');
        return row < 0 || array < 0 || array > row ? "\n" + INDENT : content.substring(array + 1, row);
    }

    /** The row of a record; null if there is none. Not to be changed. */
    Map<String, Object> row(String kind, String id) {
        Kept kept = kinds.get(kind).rows.get(id);
        return kept == null ? null : kept.row;
    }

    /** All rows of a kind. Not to be changed. */
    List<Map<String, Object>> rows(String kind) {
        return kinds.get(kind).rows.values().stream().map(Kept::row).toList();
    }

    /** Puts a row in the place of another one with its id, or among the others. */
    void put(String kind, Map<String, Object> row) {
        Rows rows = kinds.get(kind);
        String id = (String) row.get("id");
        Kept there = rows.rows.get(id);
        if (there == null || !there.row.equals(row)) {
            rows.changed[0] = true;
            rows.rows.put(id, new Kept(row, null));
        }
    }

    /** Whether any row is new or changed. */
    boolean isChanged() {
        return kinds.values().stream().anyMatch(rows -> rows.changed[0]);
    }

    /** Writes the files that are changed. */
    List<String> write(Path folder) throws IOException {
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, Rows> kind : kinds.entrySet()) {
            if (kind.getValue().changed[0]) {
                Files.writeString(folder.resolve(kind.getKey() + FILE), text(kind.getKey(), kind.getValue()));
                written.add(kind.getKey() + FILE);
            }
        }
        return written;
    }

    private String text(String kind, Rows rows) {
        StringBuilder text = new StringBuilder("[");
        String separator = "";
        String margin = rows.space.substring(rows.space.lastIndexOf('\n') + 1);
        for (Kept each : sorted(kind, rows)) {
            text.append(separator).append(rows.space);
            if (each.text == null) {
                write(each.row, margin, text);
            } else {
                text.append(each.text);
            }
            separator = ",";
        }
        return text.append("\n]\n").toString();
    }

    /** In the order of the format, if the file had it: a file in another order keeps it, and new rows come at its end. */
    private List<Kept> sorted(String kind, Rows rows) {
        Comparator<Kept> order = Comparator.comparing((Kept each) -> String.valueOf(each.row.get("id")));
        String date = DATES.get(kind);
        if (date != null) {
            order = Comparator.comparing(
                            (Kept each) -> (String) each.row.get(date), Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(order);
        }
        List<Kept> all = new ArrayList<>(rows.rows.values());
        List<Kept> unchanged = all.stream().filter(each -> each.text != null).toList();
        List<Kept> inOrder = unchanged.stream().sorted(order).toList();
        if (inOrder.equals(unchanged)) {
            all.sort(order);
        }
        return all;
    }

    /** Writes a value as the files of a seed are written: two spaces of indent, a key a line, short lists of texts on one line. */
    private void write(Object value, String margin, StringBuilder text) {
        String inner = margin + INDENT;
        if (value instanceof Map<?, ?> map) {
            String separator = "{\n";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator)
                        .append(inner)
                        .append(json(entry.getKey()))
                        .append(": ");
                write(entry.getValue(), inner, text);
                separator = ",\n";
            }
            text.append('\n').append(margin).append('}');
        } else if (value instanceof List<?> list && !isShort(list)) {
            String separator = "[\n";
            for (Object element : list) {
                text.append(separator).append(inner);
                write(element, inner, text);
                separator = ",\n";
            }
            text.append('\n').append(margin).append(']');
        } else if (value instanceof List<?> list) {
            text.append('[');
            text.append(String.join(", ", list.stream().map(this::json).toList()));
            text.append(']');
        } else {
            text.append(json(value));
        }
    }

    private static boolean isShort(List<?> list) {
        return list.stream().allMatch(String.class::isInstance)
                && list.stream().mapToInt(each -> ((String) each).length() + 4).sum() <= SHORT;
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("A row could not be written", e);
        }
    }

    /** The SHA-256 of a row's keys and values. */
    String digest(Map<String, Object> row) {
        return Slug.sha256(json(row));
    }

    /** Reads a JSON object of a file; empty if there is no file. */
    static Map<String, Object> object(Path file, ObjectMapper mapper) throws IOException {
        if (!Files.exists(file)) {
            return new HashMap<>();
        }
        @SuppressWarnings("unchecked") // written as an object
        Map<String, Object> object =
                mapper.readValue(Files.readString(file, StandardCharsets.UTF_8), LinkedHashMap.class);
        return object;
    }
}
