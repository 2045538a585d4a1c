package org.parley.imports;

/** A row can't be taken. */
final class RowRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ImportNote note;

    RowRefused(ImportCode code, String column, String value, String rule) {
        super(rule, null, false, false);
        this.note = new ImportNote(code, column, value, rule);
    }

    ImportNote note() {
        return note;
    }
}
