package org.parley.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.graph.NearNames;
import org.parley.graph.RecordKind;

/** Every id that a row may refer to, known before any reference is read. Not safe for use by several threads. */
final class KnownIds {
    /** Among more slugs none is looked for: a record may name thousands that are unknown. */
    private static final int COMPARED = 2000;

    private final Map<RecordKind, Set<String>> slugs = new HashMap<>();
    private final Map<RecordKind, Set<String>> recorded = new HashMap<>();
    private final Set<RecordKind> unknown = new HashSet<>();
    private final Map<RecordKind, String> files = new HashMap<>();

    /**
     * The kind's ids are those of a file.
     *
     * @param file its name, which a fault tells
     */
    void areIn(RecordKind kind, String file) {
        files.put(kind, file);
    }

    /** A row that is read has this id; false if another one has it already. */
    boolean add(RecordKind kind, String slug) {
        return slugs.computeIfAbsent(kind, k -> new HashSet<>()).add(slug);
    }

    /** A record that is in the database and stays there has this id. */
    void addRecorded(RecordKind kind, String slug) {
        recorded.computeIfAbsent(kind, k -> new HashSet<>()).add(slug);
    }

    /** The kind's rows could not be read, so that nobody can say which ids it has; a reference to it is no fault of its own. */
    void addUnknown(RecordKind kind) {
        unknown.add(kind);
    }

    boolean has(RecordKind kind, String slug) {
        return unknown.contains(kind) || slugs.getOrDefault(kind, Set.of()).contains(slug) || isRecorded(kind, slug);
    }

    /** Whether a record that stays in the database has this id. */
    boolean isRecorded(RecordKind kind, String slug) {
        return recorded.getOrDefault(kind, Set.of()).contains(slug);
    }

    /** To stand after what is said of a slug that the kind does not have: where they are, and whether another one was meant. */
    String hint(RecordKind kind, Object slug) {
        String file = files.get(kind);
        Set<String> all = slugs.getOrDefault(kind, Set.of());
        return (file == null ? "" : " in " + file)
                + (slug instanceof String text && all.size() <= COMPARED ? NearNames.question(text, all) : "");
    }

    boolean isAny(String id) {
        return RecordKind.of(id)
                .map(kind -> has(kind, id.substring(kind.prefix().length())))
                .orElse(false);
    }
}
