package org.parley.lists;

import java.util.List;

/**
 * An index along which a list is read in its order: all records, or those of one owner. Immutable.
 *
 * <p>H2 takes the order from an index only if {@code order by} begins with the first columns of the index, also with those that a
 * condition sets equal to a constant. That is why a path knows these columns.
 *
 * @param table the table with the index
 * @param id    the column of that table with the record's id
 * @param owner the column of that table with the owner's id, the first of the index; null for the list of all records
 * @param fixed further columns of the index with their constants, as {@code column = 'LITERAL'}
 */
public record Path(String table, String id, String owner, List<Fixed> fixed) {

    /** A column that has the same constant in all rows of the path. */
    public record Fixed(String column, String literal) {}

    /** All records of a table. */
    public static Path all(String table) {
        return new Path(table, "id", null, List.of());
    }

    /** The records of one owner, whose id is in this column of their table. */
    public static Path column(String table, String owner) {
        return new Path(table, "id", owner, List.of());
    }

    /** The records that a link table links to one owner. */
    public static Path link(String table, String id, String owner, Fixed... fixed) {
        return new Path(table, id, owner, List.of(fixed));
    }
}
