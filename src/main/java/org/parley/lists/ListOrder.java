package org.parley.lists;

/**
 * A total order of a list: by one column of the list's table, then by id, both in the same direction.
 *
 * <p>Implemented by the order enums. The names of their constants say the column and the direction, such as {@code DATE_ASC}. Every
 * path along which the list is read needs an index {@code (owner, column, id)}.
 */
public interface ListOrder {

    /** The name of the enum constant; cursors of this order contain it. */
    String name();

    /** The column to sort by; the listed table and every link table to it have it. */
    default String column() {
        return switch (name()) {
            case "DATE_ASC", "DATE_DESC" -> "oldest_first";
            case "RELEVANCE_DESC" -> Ranking.COLUMN;
            case "ID_ASC" -> "id";
            case "NAME_ASC", "NAME_DESC", "TITLE_ASC", "TITLE_DESC", "QUESTION_ASC", "QUESTION_DESC" -> "name_key";
            default -> throw new IllegalStateException("No column is known for the order " + name());
        };
    }

    /** Whether the index is scanned backwards. The key of an order by relevance is the negative score, so it is not. */
    default boolean descending() {
        return name().endsWith("_DESC") && !isByRelevance();
    }

    /** Whether the index has the undated records first, which come last in the list. */
    default boolean hasUndatedApart() {
        return name().equals("DATE_DESC");
    }

    default boolean isByRelevance() {
        return column().equals(Ranking.COLUMN);
    }

    /** Whether the column holds numbers (time, relevance) and not text. */
    default boolean isByNumber() {
        return column().equals("oldest_first") || isByRelevance();
    }
}
