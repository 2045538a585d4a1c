package org.parley.figure;

import org.eclipse.microprofile.graphql.Description;

/** How exactly a figure's value is meant. */
@Description("How exactly a figure's value is meant.")
public enum FigureQualifier {
    @Description("Near the value, on either side of it.")
    ABOUT,
    @Description("The value or more.")
    AT_LEAST,
    @Description("The value, no more and no less.")
    EXACTLY,
    @Description("The value is the lowest that was reached.")
    AS_LOW_AS
}
