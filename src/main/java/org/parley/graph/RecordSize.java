package org.parley.graph;

/** How large the record is that is served. Told without asking the database. Thread-safe. */
public interface RecordSize {

    /** How many records of this kind there are; 0 before the record is loaded. */
    int of(RecordKind kind);

    /** How many records there are; 0 before the record is loaded. */
    int all();
}
