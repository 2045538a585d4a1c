package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** What an incident is in a scheme of conflict data. */
@Input("CodeInput")
@Description("What an incident is in a scheme of conflict data.")
public class CodeInput extends RawInput {
    @Description("The scheme.")
    public CodeScheme scheme;

    @Description("The code, as the scheme writes it.")
    public String code;

    @Description("What the code means, in the scheme's words.")
    public String label;
}
