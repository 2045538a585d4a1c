package org.parley.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.graph.RecordKind;

/**
 * Reads the rows of one kind of record, and checks their rules, whether a row comes from a seed's file or from elsewhere. Every bean of
 * this type is used. It keeps no state of what it reads, so it is thread-safe.
 */
public abstract class RecordRows {
    /** The key of a row whose record was merged into another one: the id of that one. */
    public static final String MERGED_INTO = "mergedInto";

    private final String file;
    private final RecordKind kind;
    private final Set<RecordKind> after;
    private final List<Table> tables;
    private final Map<String, RecordKind> parts;

    /**
     * A table that holds rows of the kind.
     *
     * @param name  in lower case
     * @param owner the column with the id of the record that a row belongs to
     */
    record Table(String name, String owner) {}

    /** For a kind whose rows contain no parts with ids of their own. See the other constructor. */
    protected RecordRows(String file, RecordKind kind, Set<RecordKind> after, List<String> tables) {
        this(file, kind, after, tables, Map.of());
    }

    /**
     * @param file   the name of the kind's file in a seed, without {@code .json}, such as {@code actors}; a seed without this file has no
     *               such rows
     * @param kind   the kind of record
     * @param after  kinds that the rows refer to, whose rows must be inserted first
     * @param tables the tables that the rows are stored in, in the order of insertion, the main one first, each with the column that
     *               holds the record's id, such as {@code statement_speaker.statement_id}
     * @param parts  keys of a row that hold parts with ids of their own, and the kinds of the parts, such as the sessions of a round
     */
    protected RecordRows(
            String file, RecordKind kind, Set<RecordKind> after, List<String> tables, Map<String, RecordKind> parts) {
        this.file = file;
        this.kind = kind;
        this.after = after;
        this.tables = tables.stream()
                .map(column -> column.split("\\."))
                .map(column -> new Table(column[0], column[1]))
                .toList();
        this.parts = parts;
    }

    /** Sorts the kinds topologically: every kind after those that its rows refer to. */
    static List<RecordRows> ordered(List<RecordRows> kinds) {
        List<RecordRows> ordered = new ArrayList<>();
        Set<RecordKind> done = new HashSet<>();
        while (ordered.size() < kinds.size()) {
            List<RecordRows> next = kinds.stream()
                    .filter(rows -> !ordered.contains(rows) && done.containsAll(rows.after))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("the kinds of record depend on each other in a cycle");
            }
            ordered.addAll(next);
            next.forEach(rows -> Stream.concat(Stream.of(rows.kind), rows.parts.values().stream())
                    .forEach(done::add));
        }
        return List.copyOf(ordered);
    }

    /** The name of the kind's file in a seed, with {@code .json}. */
    final String file() {
        return file + ".json";
    }

    /** The kind of record. */
    protected final RecordKind kind() {
        return kind;
    }

    /** Those of these full ids that records of this kind have; not those of their parts. */
    final List<String> idsAmong(Collection<String> ids) {
        return kind.idsAmong(ids);
    }

    final Set<RecordKind> after() {
        return after;
    }

    final List<Table> tables() {
        return tables;
    }

    /** The table with the records themselves. */
    final Table mainTable() {
        return tables.get(0);
    }

    /** The tables of parts with ids of their own; each is named like the kind of the part. */
    final List<Table> partTables() {
        return tables.stream()
                .filter(table -> parts.values().stream()
                        .anyMatch(part -> part.name().toLowerCase(Locale.ROOT).equals(table.name)))
                .toList();
    }

    final Map<String, RecordKind> parts() {
        return parts;
    }

    /** Whether its records can be merged: its rows then may have the key {@link #MERGED_INTO}. */
    protected boolean canBeMerged() {
        return false;
    }

    /** Whether its rows may say how names are spelled otherwise ({@link RecordLoad#spelling}), for all records. */
    protected boolean canSpell() {
        return false;
    }

    /** Called before the first row is read; not called if there are no rows. */
    protected void begin(RecordLoad load) {}

    /** Reads one row and adds its content to the load. An error in the row becomes a {@link Fault}, not an exception. */
    protected abstract void read(Row row, RecordLoad load);
}
