package org.parley.round;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.DateBasis;
import org.parley.graph.RawInput;
import org.parley.identifier.IdentifierInput;
import org.parley.source.CitationInput;

/** The edit of a round. */
@Input("RoundEdit")
@Description("A row of a round: a new one, or what changes in an old one.")
public class RoundEdit extends RawInput {
    @NonNull
    @Id
    @Description("The round's id; of a new record one that no round has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Id
    @Description("The negotiation that it belongs to; left out for a meeting outside any on record.")
    public String negotiation;

    @Description("Its number within the negotiation.")
    public Integer ordinal;

    @Description("What to call it.")
    public String title;

    @Description("What became of it.")
    public RoundStatus status;

    @Description("The days for which it was announced, whether or not it was held then.")
    public List<@NonNull PlannedDateInput> planned;

    @Description("The first day.")
    public LocalDate start;

    @Description("The last day; only with a start.")
    public LocalDate end;

    @Description("A year, month or season where no day is known, in EDTF, as 2022, 2022-02 or 2025-22.")
    public String edtf;

    @Description("What the date rests on.")
    public DateBasis dateBasis;

    @Description("How the date was found, or why there is none.")
    public String dateNote;

    @Id
    @Description("The place where it is held.")
    public String venue;

    @Description("How the meeting is arranged, in your own words.")
    public String format;

    @Description("What it is said to be about, and by whom.")
    public List<@NonNull String> agenda;

    @Description("Who takes part.")
    public List<@NonNull ParticipantInput> participants;

    @Description("Its sittings.")
    public List<@NonNull SessionInput> sessions;

    @Description("What came of it.")
    public List<@NonNull OutcomeInput> outcomes;

    @Description("What else to know about it.")
    public String note;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
