package org.parley.place;

import org.eclipse.microprofile.graphql.Description;

/** How large a place is. */
@Description("How large a place is.")
public enum PlaceKind {
    @Description("A country.")
    COUNTRY,
    @Description("A part of a country, or an area across several.")
    REGION,
    @Description("A city.")
    CITY,
    @Description("A town or village.")
    TOWN,
    @Description("A building, a square or another spot.")
    SITE
}
