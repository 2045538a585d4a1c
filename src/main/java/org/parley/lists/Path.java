package org.parley.lists;

import java.util.List;

/**
 * A way to walk a list in its order along one index: all records, or those that belong to one owner.
 *
 * <p>H2 takes the order from an index only if {@code order by} begins with the index's own first columns, those fixed
 * by {@code =} too; that is why a path knows them.
 *
 * @param table the table whose index gives the order
 * @param id    the column of that table that holds the record's id
 * @param owner the column of that table that holds the owner's id, first in the index; null for the list of all
 * @param fixed further columns of the index, fixed by the path itself, as {@code column = 'LITERAL'}
 */
public record Path(String table, String id, String owner, List<Fixed> fixed) {

    /** A column that the path holds at one value. */
    public record Fixed(String column, String literal) {}

    /** All records of a table. */
    public static Path all(String table) {
        return new Path(table, "id", null, List.of());
    }

    /** The records of a table whose column names the owner. */
    public static Path column(String table, String owner) {
        return new Path(table, "id", owner, List.of());
    }

    /** The records that a link table ties to the owner. */
    public static Path link(String table, String id, String owner, Fixed... fixed) {
        return new Path(table, id, owner, List.of(fixed));
    }
}
