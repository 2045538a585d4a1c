package org.parley.round;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.identifier.IdentifierInput;
import org.parley.source.CitationInput;

/** A result of a round, or that there was none. */
@Input("OutcomeInput")
@Description("A result of a round, or that there was none.")
public class OutcomeInput extends RawInput {
    @Id
    @Description("The outcome's id.")
    public String id;

    @Description("What kind of result it is.")
    public OutcomeKind kind;

    @Description("What came of the round, in your own words.")
    public String summary;

    @Description("How many each side gives, such as prisoners of war.")
    public Integer quantityPerSide;

    @Description("How far it has come, as far as the sources tell.")
    public OutcomeStatus status;

    @Description("What else to know about it.")
    public String note;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
