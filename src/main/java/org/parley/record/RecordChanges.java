package org.parley.record;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.graph.RecordKind;

/**
 * Changes records by rows in the format of a seed, held to the same rules, without loading all others again. Thread-safe; who calls it
 * sees to it that only one change is made at a time.
 */
@Singleton
public class RecordChanges {
    /** How many of the records that refer to another one are named. */
    private static final int NAMED = 10;

    /** The ids among these that records have. */
    static final String RECORDS = "select r.id from unnest(?) as o(id) join record r on r.id = o.id";

    private final RecordWriter writer;
    private final DocumentsConfig documents;

    RecordChanges(RecordWriter writer, DocumentsConfig documents) {
        this.writer = writer;
        this.documents = documents;
    }

    /** What the rows of a change hold, and what is wrong with them. For one use by one thread. */
    public static final class Judgement {
        private final Map<String, Value> rows;
        private final Map<String, List<Fault>> faults = new LinkedHashMap<>();
        private final Map<String, Set<String>> references = new LinkedHashMap<>();
        private final Map<RecordKind, Integer> grown = new HashMap<>();
        private final Map<String, String> owners = new LinkedHashMap<>();
        private final Map<String, String> merged = new HashMap<>();
        private final RecordLoad load;

        private Judgement(Map<String, Value> rows, RecordLoad load) {
            this.rows = rows;
            this.load = load;
        }

        /** The faults of each row that has any, by the full id of its record, in the order in which they were found. */
        public Map<String, List<Fault>> faults() {
            return faults;
        }

        /**
         * The row as it will be stored: where it named records by their full ids, it has their slugs now, as in a seed's file.
         *
         * @return null if the record goes
         */
        @SuppressWarnings("unchecked") // a row is an object
        public Map<String, Object> row(String id) {
            Value row = rows.get(id);
            return row == null ? null : (Map<String, Object>) row.plain();
        }

        /** The full ids that the row of a record refers to; empty if the record goes. */
        public Set<String> references(String id) {
            return references.getOrDefault(id, Set.of());
        }

        /** How many more records of each kind there are afterwards; negative if there are fewer. */
        public Map<RecordKind, Integer> grown() {
            return grown;
        }

        /** The records that are merged afterwards: see {@link Edition.Served#merged}. */
        public Map<String, String> merged() {
            return merged;
        }

        /** The records that are added or changed, and their parts. */
        Set<String> written() {
            return owners.keySet();
        }

        /** The records that are added or changed, and their parts, each with the id of the record that it belongs to. */
        public Map<String, String> owners() {
            return owners;
        }

        private void add(String id, List<Fault> found) {
            if (!found.isEmpty()) {
                faults.computeIfAbsent(id, none -> new ArrayList<>()).addAll(found);
            }
        }
    }

    /**
     * Judges rows by the rules of a seed, together and with all other records. Reads the database by a number of statements that does not
     * grow with the number of rows.
     *
     * @param connection only read
     * @param rows       by the full ids of their records, each with the same {@code id}; null: the record goes. Where a row says that its
     *                   record was merged into another one, or no longer does, there must be the rows of all that name one of the two.
     * @param merged     the records that are merged now: see {@link Edition.Served#merged}
     */
    public Judgement judge(Connection connection, Map<String, Map<String, Object>> rows, Map<String, String> merged) {
        try {
            Map<String, String> owners = writer.owners(connection, rows.keySet());
            Set<String> before = ById.texts(connection, RECORDS, owners.keySet());
            Map<String, String> staying = new HashMap<>(merged);
            staying.keySet().removeAll(rows.keySet());
            ReferredRecords stored = new ReferredRecords(before, staying);
            // The first time tells which records the rows refer to.
            Judgement asked = judge(rows, stored, SourceDocuments.none(), Map.of());
            stored.read(connection);
            Map<String, String> named = documents(connection, asked);
            SourceDocuments proof = documents
                    .directory()
                    .map(folder -> SourceDocuments.named(folder, named.values()))
                    .orElseGet(SourceDocuments::none);
            Judgement judged = judge(rows, stored, proof, named);
            mustNotBeInUse(connection, before, owners, judged);
            judged.merged.putAll(staying);
            judged.merged.putAll(judged.load.merged());
            before.forEach(id -> RecordKind.of(id).ifPresent(kind -> judged.grown.merge(kind, -1, Integer::sum)));
            judged.written()
                    .forEach(id -> RecordKind.of(id).ifPresent(kind -> judged.grown.merge(kind, 1, Integer::sum)));
            return judged;
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of a change could not be judged", e);
        }
    }

    private Judgement judge(
            Map<String, Map<String, Object>> rows,
            ReferredRecords stored,
            SourceDocuments proof,
            Map<String, String> named) {
        Map<String, Value> values = new LinkedHashMap<>();
        rows.forEach((id, row) -> values.put(id, row == null ? null : Value.of(row)));
        RecordLoad load = new RecordLoad(documents.directory().isPresent(), stored);
        load.documentBySource.putAll(named);
        Judgement judged = new Judgement(values, load);
        KnownIds ids = new KnownIds(stored);
        Faults faults = new Faults();
        RowReader reader = new RowReader(writer.kinds(), ids, faults);
        Map<RecordRows, List<String>> ofKind = new LinkedHashMap<>();
        writer.kinds().forEach(kind -> ofKind.put(kind, new ArrayList<>()));
        values.forEach((id, row) -> {
            int known = faults.size();
            if (row != null) {
                RecordRows kind = kind(id);
                if (reader.define(kind, row, null)) {
                    ofKind.get(kind).add(id);
                }
            }
            judged.add(id, faults.after(known));
        });
        ofKind.forEach((kind, some) -> some.forEach(id -> {
            int known = faults.size();
            Set<String> references = new LinkedHashSet<>();
            ids.collects(references);
            reader.read(kind, values.get(id), null, load);
            ids.collects(null);
            load.entries.keySet().forEach(each -> judged.owners.putIfAbsent(each, id));
            judged.references.put(id, references);
            if (proof.areGiven()) {
                proof.prove(load, faults);
                load.passed.clear();
            }
            judged.add(id, faults.after(known));
        }));
        return judged;
    }

    /** The kind of record that has rows of its own with this id. */
    private RecordRows kind(String id) {
        return writer.kinds().stream()
                .filter(kind -> id.startsWith(kind.kind().prefix()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of record has rows with the id " + id));
    }

    /** The names of the documents that rows quote from, by the ids of their sources. */
    private static Map<String, String> documents(Connection connection, Judgement asked) throws SQLException {
        Map<String, String> named = new HashMap<>();
        Set<String> quoted = asked.load.passed.stream()
                .map(RecordLoad.Passed::source)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!quoted.isEmpty()) {
            ById.pairs(
                    connection,
                    "select s.id, s.document from unnest(?) as o(id) join source s on s.id = o.id",
                    quoted,
                    named::put);
        }
        named.putAll(asked.load.documentBySource);
        named.values().removeIf(Objects::isNull);
        return named;
    }

    /** Adds a fault for each record that goes, or loses a part, to which another one refers that stays as it is. */
    private static void mustNotBeInUse(
            Connection connection, Set<String> before, Map<String, String> owners, Judgement judged)
            throws SQLException {
        Set<String> gone = new LinkedHashSet<>(before);
        gone.removeAll(judged.written());
        if (gone.isEmpty()) {
            return;
        }
        Map<String, List<String>> users = new LinkedHashMap<>();
        ById.pairs(
                connection,
                "select f.target_id, f.record_id from unnest(?) as o(id) join reference f on f.target_id = o.id"
                        + " order by f.target_id, f.record_id",
                gone,
                (target, by) -> {
                    if (!judged.rows.containsKey(by)) {
                        users.computeIfAbsent(target, none -> new ArrayList<>()).add(by);
                    }
                });
        users.forEach((id, by) -> {
            String rule = "must stay, because " + by.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (by.size() > NAMED
                            ? " and " + (by.size() - NAMED) + " more refer"
                            : by.size() == 1 ? " refers" : " refer")
                    + " to it";
            judged.add(owners.get(id), List.of(new Fault(FaultCode.IN_USE, id, List.of(), null, rule, "", null)));
        });
    }

    /** These ids and those of the records' parts, each with the id of the record that it belongs to. */
    public Map<String, String> owners(Connection connection, Collection<String> ids) throws SQLException {
        return writer.owners(connection, ids);
    }

    /**
     * Writes what was judged and has no fault, into an empty database.
     *
     * @param connection without automatic commit
     */
    public void fill(Connection connection, Judgement judged) throws SQLException {
        writer.fill(connection, judged.load);
    }

    /**
     * Writes what was judged and has no fault, in the transaction of the caller.
     *
     * @return the ids of all records, and parts of records, of which the database has other rows now: the changed ones, and those with rows
     *         that are derived from them
     */
    public Set<String> write(Judgement judged) {
        return writer.change(judged.rows.keySet(), judged.load);
    }
}
