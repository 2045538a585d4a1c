package org.parley.record;

import java.util.Comparator;
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

    private final Map<RecordKind, Set<String>> slugs;
    private final Map<RecordKind, Set<String>> recorded;
    private final Set<RecordKind> unknown;

    /** Full ids of merged records, each with that of the record that it was merged into. */
    private final Map<String, String> merged;

    private final Map<RecordKind, String> files;

    /** The records of the database that stay there; null if there are none. */
    private final ReferredRecords stored;

    /** What the row that is read refers to; null if nobody asks. */
    private Set<String> references;

    /** Without records that are in the database. */
    KnownIds() {
        this((ReferredRecords) null);
    }

    /** @param stored the records of the database that stay there */
    KnownIds(ReferredRecords stored) {
        this.slugs = new HashMap<>();
        this.recorded = new HashMap<>();
        this.unknown = new HashSet<>();
        this.merged = new HashMap<>();
        this.files = new HashMap<>();
        this.stored = stored;
    }

    private KnownIds(KnownIds same) {
        this.slugs = same.slugs;
        this.recorded = same.recorded;
        this.unknown = same.unknown;
        this.merged = same.merged;
        this.files = same.files;
        this.stored = same.stored;
    }

    /** The same ids, also those that are added later. What is asked of this object is not collected. */
    KnownIds uncollected() {
        return new KnownIds(this);
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

    /** Notes that the row of a record says that it was merged into another one. */
    void merge(String id, String into) {
        merged.put(id, into);
    }

    /** The full id that another one leads to: the same, unless its record was merged. */
    String leadsTo(String id) {
        String into = merged.get(id);
        return into != null ? into : stored == null ? id : stored.leadsTo(id);
    }

    /** The id of a record that was merged into this one; null if there is none. */
    String absorbedBy(String id) {
        return merged.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> stored == null ? null : stored.absorbedBy(id));
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
