package org.parley.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.store.Sql;

/**
 * A condition on the records of a list: a fragment of SQL and the values of its {@code ?} parameters. Immutable.
 *
 * <p>In a fragment, {@value #RECORD} stands for the record's table, {@value #TIME} for its {@link Dated} column, which a link table
 * has, too, and {@value #ORDINAL} for its {@linkplain Ordinals ordinal}. A list is bound as one array, so that filters with any
 * number of values have the same SQL text.
 *
 * @param period bounds of time that hold for all records of the condition, where a walk along another index can begin and end; null if
 *               there are none
 */
public record Condition(String sql, List<Object> values, Period period) {
    /** The placeholder for the alias of the record's table; {@link #rendered} replaces it. */
    private static final String RECORD = "{record}";

    /** The placeholder for a column of the record's table that is held against values. */
    private static final Pattern COLUMN = Pattern.compile("\\{record\\.(\\w+)}");

    private static final String ID = "id";

    /** The placeholder for the column of time. */
    static final String TIME = "{time}";

    /** The placeholder for the ordinal. */
    static final String ORDINAL = "{ordinal}";

    /**
     * Bounds of {@link #TIME}, each of SQL without placeholders.
     *
     * @param from the first; null if there is none
     * @param to   the first beyond; null if there is none
     */
    record Period(Condition from, Condition to) {}

    /** Every record. */
    public static final Condition TRUE = new Condition("", List.of());

    public Condition(String sql, List<Object> values) {
        this(sql, values, null);
    }

    public static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    /** The record's column has one of the values; every record if the list is null, none if it is empty. */
    public static Condition in(String column, Collection<?> values) {
        return isIn(column.equals(ID) ? RECORD + '.' + ID : "{record." + column + "}", values);
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
        return join(conditions, " and ")
                .within(conditions.stream()
                        .map(Condition::period)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** The same condition, whose records are known to be in this period. */
    Condition within(Period known) {
        return new Condition(sql, values, known);
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

    /** The condition with this alias of the record's table, and this SQL for the column of time and for the ordinal. */
    Condition rendered(String record, String time, String ordinal) {
        return rendered(record, time, ordinal, name -> name);
    }

    /**
     * The same where a join or an owner already selects the records. The database uses no index on the other columns: H2 would read all
     * records of a place, say, for each record that is looked up by its id and held against the place.
     */
    Condition renderedForSelected(String record, String time, String ordinal) {
        return rendered(record, time, ordinal, Sql::unindexed);
    }

    private Condition rendered(String record, String time, String ordinal, UnaryOperator<String> column) {
        String held = COLUMN.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(column.apply(record + '.' + found.group(1))));
        return new Condition(
                held.replace(ORDINAL, ordinal).replace(TIME, time).replace(RECORD, record), values, period);
    }

    /** The same, held against columns of the table whose index gives the order, which must repeat those of the record. */
    public Condition alongPath() {
        return rendered("k", TIME, ORDINAL);
    }

    /** Whether the fragment uses the record's table. */
    boolean namesRecord() {
        return sql.contains(RECORD) || COLUMN.matcher(sql).find();
    }

    boolean namesTime() {
        return sql.contains(TIME);
    }

    boolean namesOrdinal() {
        return sql.contains(ORDINAL);
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
