package org.parley.change;

/** What a line of the journal, and a row of the table {@code change}, stands for. Their names are stored. */
enum ChangeKind {
    /** The record was changed. */
    EDIT,

    /** A change was proposed; the record stays as it is. */
    PROPOSE,

    /** A proposal was rejected. One that is accepted becomes an EDIT. */
    REJECT
}
