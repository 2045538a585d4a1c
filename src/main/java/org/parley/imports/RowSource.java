package org.parley.imports;

import java.io.IOException;
import java.util.List;

/** A file whose rows can be read, more than once. */
interface RowSource {

    /** The file's name, for people. */
    String name();

    /** The names of all keys that a row may have, in lower case. */
    List<String> header();

    /**
     * Reads all rows.
     *
     * @throws FileRefused if it can't be parsed to its end
     */
    void read(RowReader each) throws IOException;

    /** Is told each row, or why it is none. */
    interface RowReader {

        /** @param refused null if the row is one */
        void row(SheetRow row, RowRefused refused);
    }
}
