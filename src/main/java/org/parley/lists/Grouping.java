package org.parley.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.parley.graph.InvalidArgument;
import org.parley.store.Sql;

/**
 * Counts the records of a list by what they have in common.
 *
 * <p>Each table is read once, and its rows are put together here: H2 joins tables by looking up each record in each index, which takes six
 * times as long (100,000 statements by issue and side: 80 ms in place of 580 ms). Above {@value #MOST_IN_MEMORY} records the database joins
 * them all the same, since their ids would take too much memory.
 */
public final class Grouping {
    /** The most dimensions of one count. */
    public static final int MOST_DIMENSIONS = 3;

    /** The most groups that are told. */
    public static final int MOST_GROUPS = 1000;

    /** The most records of a table that are put together in memory; each takes about 150 bytes. */
    static final int MOST_IN_MEMORY = 250_000;

    /** So much less than its whole is looked up of a table by the ids of records, since a look-up takes longer than to read a row. */
    private static final int LOOK_UP = 10;

    private static final Comparator<String> BY_TEXT = Comparator.nullsLast(Comparator.naturalOrder());

    private Grouping() {}

    /**
     * Something by which records are told apart, in SQL. A record with several values is in several groups; one with none is in the group
     * of null.
     *
     * @param tables the tables that the values of a record are read from, where it may have several; null if the value is in a column of
     *               its own table {@code r}
     * @param owner  the column of these tables with the record's id; null if there are none
     * @param column the value: a text or a whole number
     * @param text   makes the value of a group from the text of the column
     */
    public record Dimension(String tables, String owner, String column, UnaryOperator<String> text) {
        /** Values of a record in other tables. A record that has one twice is in its group once. */
        public static Dimension linked(String tables, String owner, String column) {
            return new Dimension(tables, owner, column, UnaryOperator.identity());
        }

        /** A column of the record's table. */
        public static Dimension column(String column) {
            return new Dimension(null, null, "r." + column, UnaryOperator.identity());
        }

        /** The month of a day, as 2026-02. H2 takes three times as long to write it as a text as to calculate it. */
        public static Dimension month(String column) {
            return new Dimension(
                    null,
                    null,
                    "extract(year from r." + column + ") * 100 + extract(month from r." + column + ")",
                    month -> padded(month.length() - 2, month) + "-" + month.substring(month.length() - 2));
        }

        /** The year of a day, as 2026. */
        public static Dimension year(String column) {
            return new Dimension(
                    null, null, "extract(year from r." + column + ")", year -> padded(year.length(), year));
        }

        /** The first digits of a number, at least four. */
        private static String padded(int digits, String number) {
            return "0".repeat(Math.max(0, 4 - digits)) + number.substring(0, digits);
        }

        private boolean isLinked() {
            return tables != null;
        }
    }

    /**
     * Records that have the same values.
     *
     * @param values one for each dimension, null where the records have none
     */
    public record Group(List<String> values, int count) {}

    /**
     * The groups, the largest first; of the same size, in the order of their values, null last. One statement for
     * the records, and one for each dimension whose values are in other tables.
     *
     * @param records  about how many records the table has
     * @param argument the name of the argument with the dimensions, for errors
     * @throws InvalidArgument if there are too many dimensions or groups, or none or the same dimension twice
     */
    static List<Group> of(String table, long records, Condition condition, String argument, List<Dimension> by) {
        if (by.isEmpty() || by.size() > MOST_DIMENSIONS) {
            throw new InvalidArgument(
                    argument + " must name 1 to " + MOST_DIMENSIONS + " dimensions, not " + by.size());
        }
        if (by.stream().distinct().count() < by.size()) {
            throw new InvalidArgument(argument + " must name each dimension once");
        }
        Condition held = condition.rendered("r", "r.oldest_first", "o.ordinal");
        String from = " from " + table + " r"
                + (condition.namesOrdinal() ? " join record_order o on o.record_id = r.id" : "");
        String where = held.isTrue() ? "" : " where " + held.sql();
        Map<List<String>, Integer> counts = records > MOST_IN_MEMORY
                ? joined(from, where, held.values(), by)
                : putTogether(records, from, where, held.values(), by);
        if (counts.size() > MOST_GROUPS) {
            throw new InvalidArgument(argument + " must not make more than " + MOST_GROUPS
                    + " groups: name fewer dimensions, or fewer records by the filter");
        }
        List<Group> groups = new ArrayList<>();
        counts.forEach((values, count) -> groups.add(new Group(shown(values, by), count)));
        Comparator<Group> order = Comparator.comparingInt(Group::count).reversed();
        for (int i = 0; i < by.size(); i++) {
            int dimension = i;
            order = order.thenComparing(group -> group.values().get(dimension), BY_TEXT);
        }
        groups.sort(order);
        return groups;
    }

    private static List<String> shown(List<String> values, List<Dimension> by) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            String value = values.get(i);
            shown.add(value == null ? null : by.get(i).text().apply(value));
        }
        return shown;
    }

    // In memory

    /** Reads the records, then their values in other tables, and counts. */
    private static Map<List<String>, Integer> putTogether(
            long records, String from, String where, List<?> values, List<Dimension> by) {
        String columns = by.stream()
                .filter(dimension -> !dimension.isLinked())
                .map(dimension -> ", " + dimension.column())
                .collect(Collectors.joining());
        Map<String, String> same = new HashMap<>();
        Map<String, Values[]> found = new HashMap<>();
        Sql.read("select r.id" + columns + from + where, values, row -> {
            Values[] of = new Values[by.size()];
            int column = 2;
            for (int i = 0; i < of.length; i++) {
                if (!by.get(i).isLinked()) {
                    String value = row.getString(column++);
                    of[i] = value == null ? null : new Values(same.computeIfAbsent(value, one -> one), null);
                }
            }
            found.put(row.getString(1), of);
        });
        for (int i = 0; i < by.size(); i++) {
            if (by.get(i).isLinked()) {
                readLinked(by.get(i), i, found, records, same);
            }
        }
        Map<List<String>, Integer> counts = new HashMap<>();
        for (Values[] of : found.values()) {
            count(of, 0, new String[of.length], counts);
        }
        return counts;
    }

    /** Adds the values of a dimension to the records that have them. */
    private static void readLinked(
            Dimension dimension, int at, Map<String, Values[]> found, long records, Map<String, String> same) {
        boolean few = found.size() < records / LOOK_UP;
        Sql.read(
                "select " + dimension.owner() + ", " + dimension.column() + " from " + dimension.tables()
                        + (few ? " where " + dimension.owner() + " = any(?)" : ""),
                few ? List.of(List.copyOf(found.keySet())) : List.of(),
                row -> {
                    Values[] of = found.get(row.getString(1));
                    String value = row.getString(2);
                    if (of != null && value != null && !Values.contains(of[at], value)) {
                        of[at] = new Values(same.computeIfAbsent(value, one -> one), of[at]);
                    }
                });
    }

    /** Counts a record in each group of its values. */
    private static void count(Values[] of, int dimension, String[] group, Map<List<String>, Integer> counts) {
        if (dimension == of.length) {
            counts.merge(Arrays.asList(group.clone()), 1, Integer::sum);
            return;
        }
        Values each = of[dimension];
        do {
            group[dimension] = each == null ? null : each.value();
            count(of, dimension + 1, group, counts);
            each = each == null ? null : each.others();
        } while (each != null);
    }

    /** A value of a record and its others, null if there are none: most records have one value, for which a list would be large. */
    private record Values(String value, Values others) {
        static boolean contains(Values values, String value) {
            for (Values each = values; each != null; each = each.others) {
                if (each.value.equals(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    // In the database

    /** Lets the database join the tables and count. */
    private static Map<List<String>, Integer> joined(String from, String where, List<?> values, List<Dimension> by) {
        StringBuilder columns = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            Dimension dimension = by.get(i);
            names.append(i == 0 ? "d" : ", d").append(i);
            if (dimension.isLinked()) {
                columns.append("l" + i + ".v as d" + i + ", ");
                joins.append(" left join (select distinct " + dimension.owner() + " as k, " + dimension.column()
                        + " as v from " + dimension.tables() + " where " + dimension.column() + " is not null) l" + i
                        + " on l" + i + ".k = r.id");
            } else {
                columns.append(dimension.column() + " as d" + i + ", ");
            }
        }
        Map<List<String>, Integer> counts = new HashMap<>();
        // H2 groups neither by the number nor by the alias of an expression.
        Sql.read(
                "select " + names + ", count(*) from (select " + columns + "r.id" + from + joins + where
                        + ") g group by " + names + " fetch first " + (MOST_GROUPS + 1) + " rows only",
                values,
                row -> {
                    List<String> group = new ArrayList<>();
                    for (int i = 1; i <= by.size(); i++) {
                        group.add(row.getString(i));
                    }
                    counts.put(group, row.getInt(by.size() + 1));
                });
        return counts;
    }
}
