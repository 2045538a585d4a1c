package org.parley.lists;

import java.util.List;
import org.parley.graph.RecordKind;

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
 * @param words the kind of the listed records if the table is the word index; null for other tables
 */
public record Path(String table, String id, String owner, List<Fixed> fixed, RecordKind words) {

    /** A column that has the same constant in all rows of the path. */
    public record Fixed(String column, String literal) {}

    /** All records of a table. */
    public static Path all(String table) {
        return column(table, null);
    }

    /** The records of one owner, whose id is in this column of their table. */
    public static Path column(String table, String owner) {
        return link(table, "id", owner);
    }

    /** The records that a link table links to one owner. */
    public static Path link(String table, String id, String owner, Fixed... fixed) {
        return new Path(table, id, owner, List.of(fixed), null);
    }

    /** The records of a kind that have a word, sorted by time. The owner is the {@link Sought.Token#owner}. */
    static Path words(RecordKind kind) {
        return new Path(WordTable.NAME, "record_id", "entry", List.of(), kind);
    }

    /** The records of a kind that have all words of a text, sorted by relevance. There is no owner. */
    static Path hits(RecordKind kind) {
        return new Path(WordTable.NAME, "record_id", null, List.of(), kind);
    }
}
