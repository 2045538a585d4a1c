package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** One utterance as one source words it. */
@Input("RenderingInput")
@Description("One utterance as one source words it.")
public class RenderingInput extends RawInput {
    @Id
    @Description("The source that words it so.")
    public String source;

    @Description("Where in the source, as line 3, lines 10-12 or page 7.")
    public String locator;

    @Description("Whether the wording is the source's own quotation, character for character.")
    public Boolean verbatim;

    @Description("The wording, without the quotation marks around it.")
    public String wording;
}
