package org.parley.disagreement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** One answer to the question of a disagreement. */
@Input("VersionInput")
@Description("One answer to the question of a disagreement.")
public class VersionInput extends RawInput {
    @Id
    @Description("The sources that give this answer.")
    public List<@NonNull String> sources;

    @Description("The answer, in your own words.")
    public String reading;

    @Description("The places in sources that it rests on, at least one in each of its sources.")
    public List<@NonNull CitationInput> citations;
}
