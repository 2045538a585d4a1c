package org.parley.imports;

/**
 * Something told of a file or of a row.
 *
 * @param column null if it is about the whole
 * @param value  as it stands in the file; null if there is none
 * @param text   the rule or event, as the end of a sentence
 */
record ImportNote(ImportCode code, String column, String value, String text) {
    private static final int SHOWN = 80;

    /** As shown to people: {@code date "31/02/2014": must be a day of the calendar}. */
    String sentence() {
        String shown =
                value == null ? "" : " \"" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + '"';
        return ((column == null ? "" : column) + shown).strip() + (column == null && value == null ? "" : ": ") + text;
    }
}
