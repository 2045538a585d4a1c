package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** A number of people, as far as the sources give it. */
@Input("EstimateInput")
@Description("A number of people, as far as the sources give it.")
public class EstimateInput extends RawInput {
    @Description("The lowest number given.")
    public Integer low;

    @Description("The number given, or the likeliest of several.")
    public Integer best;

    @Description("The highest number given.")
    public Integer high;

    @Description("The number as the sources word it, which may be no number at all.")
    public String wording;
}
