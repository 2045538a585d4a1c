package org.parley.imports;

import java.util.List;
import java.util.Set;

/** What the rows of a kind of table mean. Implementations keep no state. */
interface TableFormat {

    /** As given with {@code --format}. */
    String name();

    /** For the list of formats. */
    String description();

    /** Whether a table with these columns, in lower case, may be of this format. */
    boolean fits(List<String> columns);

    /** The columns without which a table is not of this format, in words. */
    String required();

    /** The columns that are read, in lower case. */
    Set<String> columns();

    /** Those that hold dates. */
    Set<String> dates();

    /**
     * Maps a row.
     *
     * @return what the row makes
     * @throws RowRefused if it can't be taken
     */
    MappedRow map(SheetRow row, RowMapping into);
}
