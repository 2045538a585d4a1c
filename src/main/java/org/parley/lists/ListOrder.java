package org.parley.lists;

/**
 * A total order of a list: by one column of the list's table, then by id, both in the same direction.
 *
 * <p>Implemented by the order enums, whose constants' names say the column and the direction, such as {@code DATE_ASC}. The column
 * must be the one behind an index {@code (owner, column, id)} of every path that the list is read along.
 */
public interface ListOrder {

    /** The enum constant's name, which the cursors of this order carry. */
    String name();

    /** The column that comes first, in the listed table and in every link to it. */
    default String column() {
        return switch (name()) {
            case "DATE_ASC" -> "oldest_first";
            case "DATE_DESC" -> "newest_first";
            case "RELEVANCE_DESC" -> Ranking.COLUMN;
            case "ID_ASC" -> "id";
            case "NAME_ASC", "NAME_DESC", "TITLE_ASC", "TITLE_DESC", "QUESTION_ASC", "QUESTION_DESC" -> "name_key";
            default -> throw new IllegalStateException("No column is known for the order " + name());
        };
    }

    /** Whether the index is walked from its end. Numbers have a column for either direction, so that what is undated is last. */
    default boolean descending() {
        return !isByNumber() && name().endsWith("_DESC");
    }

    /** Whether the column holds numbers, as those of time and relevance do, and no text. */
    default boolean isByNumber() {
        return column().endsWith("_first") || column().equals(Ranking.COLUMN);
    }
}
