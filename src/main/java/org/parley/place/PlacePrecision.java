package org.parley.place;

import org.eclipse.microprofile.graphql.Description;

/** How fine a place's coordinates are. */
@Description("How fine a place's coordinates are.")
public enum PlacePrecision {
    @Description("They mark the very spot.")
    EXACT,
    @Description("They mark a point in the city or town.")
    CITY,
    @Description("They mark a point in the region.")
    REGION,
    @Description("They mark a point in the country.")
    COUNTRY
}
