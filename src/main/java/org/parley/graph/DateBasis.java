package org.parley.graph;

import org.eclipse.microprofile.graphql.Description;

/** What a date rests on. */
@Description("What a date rests on.")
public enum DateBasis {
    @Description("The calendar date stands in the text.")
    STATED,
    @Description("The text names a weekday, which another dated line of the same text fixes.")
    WEEKDAY_ANCHORED,
    @Description("The text names a weekday, which only another source fixes.")
    ANCHORED_BY_OTHER_SOURCE,
    @Description("Worked out by Parley; dateNote says how.")
    INFERRED,
    @Description("The sources give no date.")
    UNKNOWN
}
