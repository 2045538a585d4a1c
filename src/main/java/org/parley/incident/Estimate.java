package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How many people, as far as the sources give a number. */
@Description("How many people, as far as the sources give a number.")
public record Estimate(
        @Description("The lowest number given; null if there is no range.") Integer low,
        @Description("The number given, or the likeliest of several; null if the sources give none.") Integer best,
        @Description("The highest number given; null if there is no range.") Integer high,
        @NonNull @Description("The number as the sources word it, which may be no number at all.") String wording) {}
