package org.parley.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** Who blames whom for an incident. */
@Input("AttributionInput")
@Description("Who blames whom for an incident.")
public class AttributionInput extends RawInput {
    @Id
    @Description("The actor who is blamed; left out if nobody is.")
    public String blamed;

    @Id
    @Description("The actor who blames; left out if the source says it in its own voice.")
    public String by;

    @Description(
            "Whether a source says that the one blamed denies it, or that another is blamed; left out means false.")
    public Boolean disputed;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
