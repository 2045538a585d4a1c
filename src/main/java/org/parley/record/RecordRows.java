package org.parley.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.graph.RecordKind;

/**
 * How the rows of one kind of record are read, and the rules that they keep, whether a row comes from a seed's file or from
 * elsewhere. Every bean of this type is asked; it holds nothing of what it reads, so that it may read for several threads.
 */
public abstract class RecordRows {
    private final String file;
    private final RecordKind kind;
    private final Set<RecordKind> after;
    private final List<Table> tables;
    private final Map<String, RecordKind> parts;

    /**
     * A table that rows of the kind go to.
     *
     * @param name  in lower case
     * @param owner the column with the id of the record that a row is of
     */
    record Table(String name, String owner) {}

    /** For a kind whose rows hold no rows with ids of their own. See the other constructor. */
    protected RecordRows(String file, RecordKind kind, Set<RecordKind> after, List<String> tables) {
        this(file, kind, after, tables, Map.of());
    }

    /**
     * @param file   the name, without {@code .json}, of the file of a seed that has them, such as {@code actors}; a seed without it
     *               has no such rows
     * @param kind   what the rows are
     * @param after  kinds whose rows must be in the database before these
     * @param tables that the rows go to, in the order of insertion, the main one first, each with the column that holds the record's id, as
     *               {@code statement_speaker.statement_id}
     * @param parts  keys of a row that hold rows with ids of their own, by kind: a round's sessions
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

    /** Every kind after those whose rows its own refer to. */
    static List<RecordRows> ordered(List<RecordRows> kinds) {
        List<RecordRows> ordered = new ArrayList<>();
        Set<RecordKind> done = new HashSet<>();
        while (ordered.size() < kinds.size()) {
            List<RecordRows> next = kinds.stream()
                    .filter(rows -> !ordered.contains(rows) && done.containsAll(rows.after))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("the kinds of record need each other in a circle");
            }
            ordered.addAll(next);
            next.forEach(rows -> Stream.concat(Stream.of(rows.kind), rows.parts.values().stream())
                    .forEach(done::add));
        }
        return List.copyOf(ordered);
    }

    /** The name, with {@code .json}, of the file of a seed that has these rows. */
    final String file() {
        return file + ".json";
    }

    /** What the rows are. */
    protected final RecordKind kind() {
        return kind;
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

    /** Of the tables, those of rows with ids of their own; each is named as their kind. */
    final List<Table> partTables() {
        return tables.stream()
                .filter(table -> parts.values().stream()
                        .anyMatch(part -> part.name().toLowerCase(Locale.ROOT).equals(table.name)))
                .toList();
    }

    final Map<String, RecordKind> parts() {
        return parts;
    }

    /** Called before the first row is read, if there is any. */
    protected void begin(RecordLoad load) {}

    /** Reads one row, and adds to the load what it says; what is wrong with it becomes a fault and is no exception. */
    protected abstract void read(Row row, RecordLoad load);
}
