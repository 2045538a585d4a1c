package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Grouping.Dimension;

/** By what incidents are counted. */
@Description("By what incidents are counted.")
public enum IncidentDimension {
    @Description("What kind of thing happened.")
    KIND(Dimension.column("kind")),
    @Description("Where it happened.")
    PLACE(Dimension.column("place_id")),
    @Description("Who is blamed for it.")
    BLAMED(Dimension.linked("attribution l", "l.incident_id", "l.blamed_id")),
    @Description("The month of its first day.")
    MONTH(Dimension.month("start_date")),
    @Description("The year of its first day.")
    YEAR(Dimension.year("start_date"));

    private final Dimension dimension;

    IncidentDimension(Dimension dimension) {
        this.dimension = dimension;
    }

    Dimension dimension() {
        return dimension;
    }
}
