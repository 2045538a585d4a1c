package org.parley.journal;

/**
 * What a change did to one record. Immutable.
 *
 * @param id     of the record, such as {@code statement/x}
 * @param action such as CORRECT
 * @param row    the whole row of the record after the change: a JSON object. The journal gives it back as compact JSON with the same keys
 *               in the same order and the same digits. Null if the record left the graph, or if the row was erased since
 */
public record JournalEdit(String id, String action, String row) {}
