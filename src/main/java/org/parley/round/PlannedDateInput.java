package org.parley.round;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.DateBasis;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** A day for which a round was announced, whether or not it was held then. */
@Input("PlannedDateInput")
@Description("A day for which a round was announced, whether or not it was held then.")
public class PlannedDateInput extends RawInput {
    @Description("The day.")
    public LocalDate date;

    @Id
    @Description("The actor who announced the day; left out if the source says it in its own voice.")
    public String statedBy;

    @Description("What the date rests on.")
    public DateBasis dateBasis;

    @Description("How the date was found, or what else to know about it.")
    public String note;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
