package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;

/** The attitude that a statement or a position takes. */
@Description("The attitude that a statement or a position takes.")
public enum Stance {
    @Description("Wants something to be done or given.")
    DEMANDS,
    @Description("Refuses something.")
    REJECTS,
    @Description("Offers a solution or a step.")
    PROPOSES,
    @Description("Agrees to something.")
    ACCEPTS,
    @Description("Announces harm if something is not done.")
    THREATENS,
    @Description("Is for something, or keeps it up.")
    SUPPORTS,
    @Description("Ties something to a condition.")
    CONDITIONS,
    @Description("Blames somebody.")
    ACCUSES,
    @Description("Finds something good, or sees progress.")
    WELCOMES,
    @Description("Warns against high expectations or of a danger, or fears one.")
    CAUTIONS,
    @Description("Does not believe in something.")
    DOUBTS,
    @Description("Wishes for something and thinks it possible.")
    HOPES,
    @Description("Calls on somebody to act.")
    APPEALS,
    @Description("Wants to know or to get something.")
    ASKS,
    @Description("Denies what another says, or claims what another denies.")
    CONTESTS,
    @Description("Makes known what was not known.")
    DISCLOSES,
    @Description("Says what will be.")
    FORECASTS,
    @Description("Tells what is or was, and takes no side in it.")
    REPORTS
}
