package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** A place in a source that supports a fact. */
@Input("CitationInput")
@Description("A place in a source that supports a fact.")
public class CitationInput extends RawInput {
    @Id
    @Description("The cited document.")
    public String source;

    @Description("Where in the source, as line 3, lines 10-12 or page 7.")
    public String locator;

    @Description("What to know about this support.")
    public String note;
}
