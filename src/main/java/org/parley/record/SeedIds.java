package org.parley.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.parley.graph.NearNames;
import org.parley.graph.RecordKind;

/** Every id that the seed defines, known before any reference is read. */
final class SeedIds {
    /** Among more slugs none is looked for: a record may name thousands that are unknown. */
    private static final int COMPARED = 2000;

    private final Map<RecordKind, Set<String>> slugs = new HashMap<>();
    private final Set<RecordKind> unknown = new HashSet<>();
    private final Map<Object, String> parts = new IdentityHashMap<>();

    /** @return false if the kind has the slug already */
    boolean add(RecordKind kind, String slug) {
        return slugs.computeIfAbsent(kind, k -> new HashSet<>()).add(slug);
    }

    /** The object inside a row is a record of its own. */
    void addPart(Map<String, SeedValue> fields, String id) {
        parts.put(fields, id);
    }

    /** The id of an object inside a row, or null if it has none. */
    String part(Map<String, SeedValue> fields) {
        return parts.get(fields);
    }

    /** The kind's rows could not be read, so that nobody can say which ids it has; a reference to it is no fault of its own. */
    void addUnknown(RecordKind kind) {
        unknown.add(kind);
    }

    boolean has(RecordKind kind, String slug) {
        return unknown.contains(kind) || slugs.getOrDefault(kind, Set.of()).contains(slug);
    }

    /** To stand after what is said of a slug that the kind does not have: the question whether another one was meant. */
    String near(RecordKind kind, Object slug) {
        Set<String> all = slugs.getOrDefault(kind, Set.of());
        return slug instanceof String text && all.size() <= COMPARED ? NearNames.question(text, all) : "";
    }

    boolean isAny(Object id) {
        return id instanceof String text
                && RecordKind.of(text)
                        .map(kind -> has(kind, text.substring(kind.prefix().length())))
                        .orElse(false);
    }
}
