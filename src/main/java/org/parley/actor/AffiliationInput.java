package org.parley.actor;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** What ties an actor to an organisation, state or bloc: an office, a function, a place in its team. */
@Input("AffiliationInput")
@Description("What ties an actor to an organisation, state or bloc: an office, a function, a place in its team.")
public class AffiliationInput extends RawInput {
    @Id
    @Description("The organisation, state or bloc, which is an actor.")
    public String organization;

    @Description("The office or function, as the sources print it.")
    public String title;

    @Description("The first day.")
    public LocalDate from;

    @Description("The last day.")
    public LocalDate to;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
