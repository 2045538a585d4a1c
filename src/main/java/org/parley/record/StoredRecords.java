package org.parley.record;

import java.util.List;
import java.util.Optional;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;

/** The records in the database that don't change while rows are read, so that a row may refer to them. */
interface StoredRecords {

    /** The record with this id, if there is one and it is of this type. */
    <T extends Node> Optional<T> find(Class<T> type, String id);

    /**
     * The full ids of the records of a kind, sorted.
     *
     * @param type their type
     */
    List<String> ids(RecordKind kind, Class<? extends Node> type);
}
