package org.parley.source;

import org.eclipse.microprofile.graphql.Description;

/** On what terms the rows that were taken from a source may be passed on. */
@Description("On what terms what was taken from a source may be passed on.")
public enum Redistribution {
    @Description("Freely, if the source is credited with its attribution.")
    ATTRIBUTION,
    @Description("Not at all.")
    FORBIDDEN,
    @Description("For non-commercial use, if the source is credited.")
    NON_COMMERCIAL,
    @Description("Freely.")
    OPEN,
    @Description("If the source is credited, under the same licence.")
    SHARE_ALIKE,
    @Description("Not recorded: ask who published it.")
    UNKNOWN
}
