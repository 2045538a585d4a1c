package org.parley.journal;

import org.parley.graph.Sha256;

/**
 * What a change did to one record. Immutable.
 *
 * @param id     of the record, such as {@code statement/x}
 * @param action such as CORRECT
 * @param row    the whole row of the record after the change: a JSON object. The journal gives it back as compact JSON with the same keys
 *               in the same order and the same digits. Null if the record left the graph, or if the row was erased since
 * @param erased the SHA-256 of the row that was erased; null if none was
 */
public record JournalEdit(String id, String action, String row, String erased) {

    /** One whose row was not erased. */
    public JournalEdit(String id, String action, String row) {
        this(id, action, row, null);
    }

    /** The SHA-256 of the row, also of one that was erased; null if there was none. */
    public String rowSum() {
        return row == null ? erased : Sha256.of(row);
    }
}
