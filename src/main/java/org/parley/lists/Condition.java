package org.parley.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.store.Sql;

/**
 * What a listed record must fulfil: a fragment of SQL and the values of its {@code ?} signs.
 *
 * <p>A fragment calls the record's table {@value #RECORD}, and {@code k} whichever table's index gives the order: the record's own,
 * which then is both, or a link to it, which carries the same order columns. Lists are bound as arrays, so that the text of the SQL
 * depends on the shape of a filter and never on how many values it holds.
 */
public record Condition(String sql, List<Object> values) {
    /** Stands for the alias of the record's table, which {@link #sql(String)} puts in its place. */
    private static final String RECORD = "{record}";

    /** Every record. */
    public static final Condition TRUE = new Condition("", List.of());

    public static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    /** The record's column has one of the values; every record if the list is null, none if it is empty. */
    public static Condition in(String column, Collection<?> values) {
        return isIn(RECORD + '.' + column, values);
    }

    /** The same for an expression of SQL. */
    public static Condition isIn(String expression, Collection<?> values) {
        return values == null ? TRUE : of(expression + " = any(?)", names(values));
    }

    /** The record has a link to one of these ids; every record if the list is null. */
    public static Condition linked(LinkTable links, Collection<String> ids) {
        return existsIn(links.name() + " x", "x." + links.owner() + " = {record}.id", "x." + links.target(), ids);
    }

    /**
     * There is a link to one of the ids; every record if the list is null.
     *
     * @param links  the link table, and what it is joined with, after {@code from}
     * @param of     what ties a link to the record
     * @param column the link's column that holds the id
     */
    public static Condition existsIn(String links, String of, String column, Collection<String> ids) {
        // The links of the record are to be held against the ids, not those of the ids against the record.
        return ids == null
                ? TRUE
                : of(
                        "exists (select 1 from " + links + " where " + of + " and " + Sql.unindexed(column)
                                + " = any(?))",
                        names(ids));
    }

    /** A list of values as one parameter: enum constants by name. */
    public static List<String> names(Collection<?> values) {
        return values.stream()
                .map(value -> value instanceof Enum<?> constant ? constant.name() : value.toString())
                .distinct()
                .sorted()
                .toList();
    }

    public static Condition all(Collection<Condition> conditions) {
        return join(conditions, " and ");
    }

    public static Condition all(Condition... conditions) {
        return all(List.of(conditions));
    }

    /** At least one holds; none does if there is no condition. */
    public static Condition any(Collection<Condition> conditions) {
        if (conditions.isEmpty()) {
            return of("1 = 0");
        }
        return conditions.stream().anyMatch(Condition::isTrue) ? TRUE : join(conditions, " or ");
    }

    public Condition negated() {
        return isTrue() ? of("1 = 0") : new Condition("not coalesce(" + sql + ", false)", values);
    }

    /** The fragment where the record's table has this alias. */
    String sql(String record) {
        return sql.replace(RECORD, record);
    }

    /** Whether it asks something of the record's table. */
    boolean namesRecord() {
        return sql.contains(RECORD);
    }

    public boolean isTrue() {
        return sql.isEmpty();
    }

    private static Condition join(Collection<Condition> conditions, String operator) {
        List<Condition> real =
                conditions.stream().filter(condition -> !condition.isTrue()).toList();
        if (real.size() < 2) {
            return real.isEmpty() ? TRUE : real.get(0);
        }
        List<Object> values = new ArrayList<>();
        real.forEach(condition -> values.addAll(condition.values()));
        return new Condition(
                real.stream().map(Condition::sql).collect(Collectors.joining(operator, "(", ")")), List.copyOf(values));
    }
}
