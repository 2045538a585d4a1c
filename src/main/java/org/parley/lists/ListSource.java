package org.parley.lists;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How one kind of list is read.
 *
 * @param name  the name that its cursors contain, such as {@code statement}
 * @param table the table of the listed records
 * @param rows  reads the records with these ids, in any order
 * @param id    returns the id of a record
 * @param key   returns the value of a record in the column of an order
 */
public record ListSource<T>(
        String name,
        String table,
        Function<List<String>, List<T>> rows,
        Function<T, String> id,
        BiFunction<T, ListOrder, Object> key) {}
