package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** The extent of a position as one source states it. */
@Input("WordingInput")
@Description("The extent of a position as one source states it.")
public class WordingInput extends RawInput {
    @Id
    @Description("The source that words it so.")
    public String source;

    @Description("Where in the source, as line 3, lines 10-12 or page 7.")
    public String locator;

    @Description("The extent, in your own words around the few of the source that carry it.")
    public String wording;
}
