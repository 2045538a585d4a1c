package org.parley.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.graph.NearNames;
import org.parley.graph.RecordKind;

/** Every id that a row may refer to, collected before any reference is read. Not thread-safe. */
final class KnownIds {
    /**
     * With more ids than this, no similar id is suggested: a record may have thousands of wrong references, and each would be compared
     * with all ids.
     */
    private static final int COMPARED = 2000;

    private final Map<RecordKind, Set<String>> slugs = new HashMap<>();
    private final Map<RecordKind, Set<String>> recorded = new HashMap<>();
    private final Set<RecordKind> unknown = new HashSet<>();
    private final Map<RecordKind, String> files = new HashMap<>();

    /** The records of the database that stay there; null if there are none. */
    private final ReferredRecords stored;

    /** What the row that is read refers to; null if nobody asks. */
    private Set<String> references;

    /** Without records that are in the database. */
    KnownIds() {
        this(null);
    }

    /** @param stored the records of the database that stay there */
    KnownIds(ReferredRecords stored) {
        this.stored = stored;
    }

    /**
     * From now on, collects the full ids that rows refer to, in this set.
     *
     * @param into null to collect none
     */
    void collects(Set<String> into) {
        references = into;
    }

    /**
     * Sets the file that holds the kind's rows.
     *
     * @param file its name, for hints
     */
    void areIn(RecordKind kind, String file) {
        files.put(kind, file);
    }

    /** Adds the id of a row; false if another row has it already. */
    boolean add(RecordKind kind, String slug) {
        return slugs.computeIfAbsent(kind, k -> new HashSet<>()).add(slug);
    }

    /** Adds the id of a record that is in the database and stays there. */
    void addRecorded(RecordKind kind, String slug) {
        recorded.computeIfAbsent(kind, k -> new HashSet<>()).add(slug);
    }

    /**
     * The kind's rows could not be read, so its ids are unknown. Every reference to the kind is accepted, so that one unreadable file
     * causes no further faults.
     */
    void addUnknown(RecordKind kind) {
        unknown.add(kind);
        slugs.remove(kind);
    }

    /** Whether the rows are those of a change, and not of a seed. */
    boolean areOfChange() {
        return stored != null;
    }

    /** Whether a row may refer to this id. */
    boolean has(RecordKind kind, String slug) {
        boolean has =
                unknown.contains(kind) || slugs.getOrDefault(kind, Set.of()).contains(slug) || isRecorded(kind, slug);
        if (has && references != null) {
            references.add(kind.id(slug));
        }
        return has;
    }

    /** Whether a record that stays in the database has this id. */
    boolean isRecorded(RecordKind kind, String slug) {
        return recorded.getOrDefault(kind, Set.of()).contains(slug) || stored != null && stored.has(kind.id(slug));
    }

    /** The hint for a slug that the kind does not have: the file with the kind's ids, and perhaps a similar id. */
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
