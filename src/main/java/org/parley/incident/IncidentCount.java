package org.parley.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Grouping.Group;

/** How many incidents have the same values in some dimensions. */
@Description(
        "How many incidents have the same values in the dimensions that they were counted by. The fields of other dimensions are null, and so is that of a dimension in which the incidents have no value.")
public class IncidentCount {
    private final List<IncidentDimension> by;
    private final Group group;

    IncidentCount(List<IncidentDimension> by, Group group) {
        this.by = by;
        this.group = group;
    }

    @Description("How many incidents; at least 1. One for which several are blamed is counted for each.")
    public int getCount() {
        return group.count();
    }

    @Description("The kind; null unless counted by KIND.")
    public IncidentKind getKind() {
        String value = value(IncidentDimension.KIND);
        return value == null ? null : IncidentKind.valueOf(value);
    }

    @Description("The month, as 2026-02; null unless counted by MONTH, and for incidents whose first day is not known.")
    public String getMonth() {
        return value(IncidentDimension.MONTH);
    }

    @Description("The year, as 2026; null unless counted by YEAR, and for incidents whose first day is not known.")
    public String getYear() {
        return value(IncidentDimension.YEAR);
    }

    /** The value in a dimension, in SQL's form; null if there is none, or they were not counted by it. */
    String value(IncidentDimension dimension) {
        int index = by.indexOf(dimension);
        return index < 0 ? null : group.values().get(index);
    }
}
