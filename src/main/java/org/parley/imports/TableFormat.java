package org.parley.imports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rows of a kind of table mean. Implementations keep no state. */
interface TableFormat {

    /** As given with {@code --format}. */
    String name();

    /** For the list of formats. */
    String description();

    /**
     * Reads a file of this format.
     *
     * @param delimiter between the columns of a table; empty if its header decides it
     * @throws FileRefused if it is of another format
     */
    default RowSource open(TextFile file, Optional<Character> delimiter) throws IOException {
        return Sheet.of(file, delimiter, this::fits);
    }

    /** Whether a table with these columns, in lower case, may be of this format. */
    boolean fits(List<String> columns);

    /** The columns without which a table is not of this format, in words. */
    String required();

    /** The columns that are read, in lower case. */
    Set<String> columns();

    /** Those that hold dates. */
    Set<String> dates();

    /** Whether columns that are not read are told. */
    default boolean tellsUnused() {
        return true;
    }

    /** The columns that tell a row, unless others are given. */
    default List<String> id() {
        return List.of("id");
    }

    /**
     * Maps a row.
     *
     * @return what the row makes
     * @throws RowRefused if it can't be taken
     */
    MappedRow map(SheetRow row, RowMapping into);
}
