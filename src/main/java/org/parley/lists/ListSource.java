package org.parley.lists;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How one kind of list is read.
 *
 * @param name  what its cursors carry, such as {@code statement}
 * @param table the table of the listed records, which conditions call {@code r}
 * @param rows  the records with these ids, in any order
 * @param id    a record's id
 * @param key   a record's value of an order's column
 */
public record ListSource<T>(
        String name,
        String table,
        Function<List<String>, List<T>> rows,
        Function<T, String> id,
        BiFunction<T, ListOrder, Object> key) {}
