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

/** One sitting of a round. */
@Input("SessionInput")
@Description("One sitting of a round.")
public class SessionInput extends RawInput {
    @Id
    @Description("The session's id.")
    public String id;

    @Description("What to call it.")
    public String title;

    @Description("The day on which it began.")
    public LocalDate start;

    @Description("What the date rests on.")
    public DateBasis dateBasis;

    @Description("How the date was found, or why there is none.")
    public String dateNote;

    @Description("How long it lasted, a duration in ISO 8601, as PT5H30M.")
    public String duration;

    @Description("Whether the duration is only about right; only with a duration.")
    public Boolean durationApproximate;

    @Description("How it was arranged, in your own words.")
    public String format;

    @Description("How it ended, in your own words.")
    public String result;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
