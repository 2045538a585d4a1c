package org.parley.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.graph.RecordKind;

/**
 * Reads rows by the rules of their kinds, from a file or elsewhere: first all ids, then the rows, which may refer to any of them. For one
 * use by one thread.
 */
final class RowReader {
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_SLUG = 150;

    private final Faults faults;
    private final KnownIds ids;
    private final Map<RecordRows, List<Value>> rows = new LinkedHashMap<>();
    private final Map<String, List<Row>> absorbed = new HashMap<>();
    private RecordRows begun;

    /** @param kinds in the order in which their rows are to be read */
    RowReader(List<RecordRows> kinds, KnownIds ids, Faults faults) {
        kinds.forEach(kind -> rows.put(kind, new ArrayList<>()));
        this.ids = ids;
        this.faults = faults;
    }

    /** Adds a row that is not from a file, to be read by {@link #read(RecordLoad)}. */
    void add(RecordRows kind, Value row) {
        if (define(kind, row, null)) {
            rows.get(kind).add(row);
        }
    }

    /** Reads all rows that were added into the load and returns it; errors in rows are added to the faults. */
    RecordLoad read(RecordLoad load) {
        rows.forEach((kind, all) -> all.forEach(row -> read(kind, row, null, load)));
        return load;
    }

    /**
     * Adds the ids of a row and of its parts.
     *
     * @param file the name of the row's file; null if it is not from a file
     * @return whether it can be read
     */
    boolean define(RecordRows kind, Value row, String file) {
        Map<String, Value> fields = row.fields();
        if (!isRow(row)) {
            faults.add(withoutId(List.of(), "", row, file));
            return false;
        }
        define(kind.kind(), fields, file);
        if (kind.canBeMerged()) {
            merge(kind, row, file);
        }
        kind.parts().forEach((key, part) -> addParts(slug(fields), key, part, fields.get(key), file));
        return true;
    }

    private void merge(RecordRows kind, Value row, String file) {
        Value into = row.fields().get(RecordRows.MERGED_INTO);
        if (into != null && into.value() instanceof String slug) {
            String target = kind.kind().id(slug);
            ids.merge(kind.kind().id(slug(row.fields())), target);
            // Its faults and what it refers to are noted when it is read by itself.
            absorbed.computeIfAbsent(target, none -> new ArrayList<>())
                    .add(row(kind, row, file, ids.uncollected(), new Faults()));
        }
    }

    private static Row row(RecordRows kind, Value row, String file, KnownIds ids, Faults noted) {
        return new Row(
                file,
                row.line(),
                kind.kind().prefix() + slug(row.fields()),
                List.of(),
                row.fields(),
                kind.parts(),
                ids,
                noted);
    }

    private static boolean isRow(Value row) {
        return row.fields() != null && row.fields().containsKey("id");
    }

    /** Reads a row whose ids and all those that it may refer to are added; one that is no row is passed over. */
    void read(RecordRows kind, Value row, String file, RecordLoad load) {
        if (!isRow(row)) {
            return;
        }
        if (begun != kind) {
            begun = kind;
            kind.begin(load);
        }
        load.absorbed = absorbed;
        Row read = row(kind, row, file, ids, faults);
        kind.read(read, load);
        read.mustBeReadWhole();
    }

    private void addParts(String whole, String key, RecordKind kind, Value list, String file) {
        if (list == null || list.elements() == null) {
            return;
        }
        for (int i = 0; i < list.elements().size(); i++) {
            Value element = list.elements().get(i);
            Map<String, Value> fields = element.fields();
            if (fields != null && fields.containsKey("id")) {
                define(kind, fields, file);
            } else if (fields != null) {
                List<Object> path = List.of(key, i);
                faults.add(withoutId(path, whole + ' ' + Fault.shown(path), element, file));
            }
        }
    }

    private void define(RecordKind kind, Map<String, Value> fields, String file) {
        Value id = fields.get("id");
        if (!(id.value() instanceof String slug) || slug.length() > LONGEST_SLUG || !slug.matches(SLUG)) {
            faults.add(new Fault(
                    FaultCode.INVALID_ID,
                    null,
                    List.of("id"),
                    id.shown(),
                    "must be words of lower-case letters and digits joined by hyphens, at most " + LONGEST_SLUG
                            + " characters",
                    "",
                    place(file, id, "id")));
        } else if (!ids.add(kind, slug)) {
            faults.add(duplicate(kind, slug, id, file, "must be unique, and another row has it"));
        } else if (ids.isRecorded(kind, slug)) {
            faults.add(duplicate(
                    kind, slug, id, file, "must be unique, and a record that was not loaded from the seed has it"));
        }
    }

    private static Fault duplicate(RecordKind kind, String slug, Value id, String file, String rule) {
        return new Fault(
                FaultCode.DUPLICATE_ID,
                kind.id(slug),
                List.of("id"),
                id.shown(),
                rule,
                "",
                place(file, id, slug + " id"));
    }

    private static Fault withoutId(List<Object> path, String where, Value value, String file) {
        return new Fault(
                value.fields() == null ? FaultCode.WRONG_TYPE : FaultCode.REQUIRED,
                null,
                path,
                value.shown(),
                "must be an object with an id",
                "",
                place(file, value, where));
    }

    private static Fault.Place place(String file, Value value, String where) {
        return file == null ? null : new Fault.Place(file, value.line(), where);
    }

    private static String slug(Map<String, Value> fields) {
        return String.valueOf(fields.get("id").value());
    }
}
