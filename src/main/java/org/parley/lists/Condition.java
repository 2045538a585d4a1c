package org.parley.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.store.Sql;

/**
 * A condition on the records of a list: a fragment of SQL and the values of its {@code ?} parameters. Immutable.
 *
 * <p>In a fragment, {@value #RECORD} stands for the record's table, and {@code k} is the table whose index gives the order: the
 * record's own, or a link table, which has the same order columns. A list is bound as one array, so that filters with any number of
 * values have the same SQL text.
 */
public record Condition(String sql, List<Object> values) {
    /** The placeholder for the alias of the record's table; {@link #sql(String)} replaces it. */
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

    /** The same for an SQL expression. */
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
     * @param links  the {@code from} clause: the link table with its joins
     * @param of     the SQL condition that selects the links of the record
     * @param column the column of a link with the id
     */
    public static Condition existsIn(String links, String of, String column, Collection<String> ids) {
        // The column is hidden from H2's query planner, which would otherwise read the index on the ids, once for each
        // record, instead of the few links of the record.
        return ids == null
                ? TRUE
                : of(
                        "exists (select 1 from " + links + " where " + of + " and " + Sql.unindexed(column)
                                + " = any(?))",
                        names(ids));
    }

    /** The values of a list as one parameter: enum constants by name, sorted, without duplicates. */
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

    /** At least one of them holds; true for no record if the list is empty. */
    public static Condition any(Collection<Condition> conditions) {
        if (conditions.isEmpty()) {
            return of("1 = 0");
        }
        return conditions.stream().anyMatch(Condition::isTrue) ? TRUE : join(conditions, " or ");
    }

    public Condition negated() {
        return isTrue() ? of("1 = 0") : new Condition("not coalesce(" + sql + ", false)", values);
    }

    /** The fragment with this alias of the record's table. */
    String sql(String record) {
        return sql.replace(RECORD, record);
    }

    /** The same, held against columns of the table whose index gives the order, which must repeat those of the record. */
    public Condition alongPath() {
        return new Condition(sql("k"), values);
    }

    /** Whether the fragment uses the record's table. */
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
