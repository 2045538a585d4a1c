package org.parley.lists;

import java.util.ArrayList;
import java.util.List;
import org.parley.graph.InvalidArgument;
import org.parley.store.Sql;

/** Counts the records of a list by what they have in common. */
public final class Grouping {
    /** The most dimensions of one count. */
    public static final int MOST_DIMENSIONS = 3;

    /** The most groups that are told. */
    public static final int MOST_GROUPS = 1000;

    private Grouping() {}

    /**
     * Something by which records are told apart, in SQL. A record with several values is in several groups; one with none is in the group
     * of null.
     *
     * @param join   a left join of the record's table {@code r}; empty if the value is in a column of it
     * @param column the value, as a text
     */
    public record Dimension(String join, String column) {
        /** A column of the record's table. */
        public static Dimension column(String column) {
            return new Dimension("", "r." + column);
        }

        /** The month of a day, as 2026-02. */
        public static Dimension month(String column) {
            return new Dimension("", "to_char(r." + column + ", 'YYYY-MM')");
        }

        /** The year of a day, as 2026. */
        public static Dimension year(String column) {
            return new Dimension("", "to_char(r." + column + ", 'YYYY')");
        }
    }

    /**
     * Records that have the same values.
     *
     * @param values one for each dimension, null where the records have none
     */
    public record Group(List<String> values, int count) {}

    /**
     * The groups, the largest first; one statement.
     *
     * @param argument the name of the argument with the dimensions, for errors
     * @throws InvalidArgument if there are too many dimensions or groups, or none or the same dimension twice
     */
    static List<Group> of(String table, Condition condition, String argument, List<Dimension> by) {
        if (by.isEmpty() || by.size() > MOST_DIMENSIONS) {
            throw new InvalidArgument(
                    argument + " must name 1 to " + MOST_DIMENSIONS + " dimensions, not " + by.size());
        }
        if (by.stream().distinct().count() < by.size()) {
            throw new InvalidArgument(argument + " must name each dimension once");
        }
        StringBuilder columns = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            columns.append(by.get(i).column()).append(" as d").append(i).append(", ");
            joins.append(by.get(i).join());
            names.append(i == 0 ? "d" : ", d").append(i);
        }
        Condition held = condition.rendered("r", "r.oldest_first", "o.ordinal");
        // H2 groups neither by the number nor by the alias of an expression.
        String sql = "select " + names + ", count(distinct g.id) as records from (select " + columns + "r.id from "
                + table
                + " r" + (condition.namesOrdinal() ? " join record_order o on o.record_id = r.id" : "") + joins
                + (held.isTrue() ? "" : " where " + held.sql()) + ") g group by " + names + " order by records desc, "
                + names + " fetch first " + (MOST_GROUPS + 1) + " rows only";
        List<Group> groups = new ArrayList<>();
        Sql.read(sql, held.values(), row -> {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= by.size(); i++) {
                values.add(row.getString(i));
            }
            groups.add(new Group(values, row.getInt(by.size() + 1)));
        });
        if (groups.size() > MOST_GROUPS) {
            throw new InvalidArgument(argument + " must not make more than " + MOST_GROUPS
                    + " groups: name fewer dimensions, or fewer records by the filter");
        }
        return groups;
    }
}
