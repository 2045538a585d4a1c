package org.parley.change;

/** What a line of the journal, and a row of the table {@code change}, stands for. Their names are stored. */
enum ChangeKind {
    /** The record was changed. */
    EDIT,

    /** The record was changed by a new base, which was taken over. Its {@code request} is the digest of that base. */
    REBASE,

    /** A change was proposed; the record stays as it is. */
    PROPOSE,

    /** A proposal was rejected. One that is accepted becomes an EDIT. */
    REJECT;

    /** The kinds that change the record, as a list in SQL. */
    static final String OF_RECORD = "('EDIT', 'REBASE')";

    /** Whether it changes the record. */
    boolean changesRecord() {
        return this == EDIT || this == REBASE;
    }
}
