package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** A kind of weapon that was used in an incident. */
@Input("WeaponInput")
@Description("A kind of weapon that was used in an incident.")
public class WeaponInput extends RawInput {
    @Description("The kind in one word, in the singular, such as drone.")
    public String kind;

    @Description("How many, if the sources give a number.")
    public Integer count;
}
