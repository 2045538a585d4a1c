package org.parley.statement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.parley.issue.Stance;
import org.parley.lists.Grouping.Group;

/** How many statements have the same values in some dimensions. */
@Description(
        "How many statements have the same values in the dimensions that they were counted by. The fields of other dimensions are null, and so is that of a dimension in which the statements have no value.")
public class StatementCount {
    private final List<StatementDimension> by;
    private final Group group;

    StatementCount(List<StatementDimension> by, Group group) {
        this.by = by;
        this.group = group;
    }

    @Description(
            "How many statements; at least 1. One with several values in a dimension, such as two issues, is counted for each.")
    public int getCount() {
        return group.count();
    }

    @Description("The attitude; null unless counted by STANCE.")
    public Stance getStance() {
        String value = value(StatementDimension.STANCE);
        return value == null ? null : Stance.valueOf(value);
    }

    @Description("How much is in the speaker's own words; null unless counted by KIND.")
    public StatementKind getKind() {
        String value = value(StatementDimension.KIND);
        return value == null ? null : StatementKind.valueOf(value);
    }

    @Description("The month, as 2026-02; null unless counted by MONTH, and for statements whose day is not known.")
    public String getMonth() {
        return value(StatementDimension.MONTH);
    }

    @Description("The year, as 2026; null unless counted by YEAR, and for statements whose day is not known.")
    public String getYear() {
        return value(StatementDimension.YEAR);
    }

    /** The value in a dimension, in SQL's form; null if there is none, or they were not counted by it. */
    String value(StatementDimension dimension) {
        int index = by.indexOf(dimension);
        return index < 0 ? null : group.values().get(index);
    }
}
