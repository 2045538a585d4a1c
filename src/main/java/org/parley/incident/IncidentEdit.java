package org.parley.incident;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.DateBasis;
import org.parley.graph.RawInput;
import org.parley.identifier.IdentifierInput;
import org.parley.source.CitationInput;

/** The edit of an incident. */
@Input("IncidentEdit")
@Description("A row of an incident: a new one, or what changes in an old one.")
public class IncidentEdit extends RawInput {
    @NonNull
    @Id
    @Description("The incident's id; of a new record one that no incident has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("What to call it.")
    public String title;

    @Description("What happened, in your own words.")
    public String summary;

    @Description("What kind of thing happened.")
    public IncidentKind kind;

    @Description("The first day.")
    public LocalDate start;

    @Description("The last day; only with a start.")
    public LocalDate end;

    @Description("The instant; kept in UTC and cut to the millisecond. Only with a start.")
    public OffsetDateTime at;

    @Description("A year, month or season where no day is known, in EDTF, as 2022, 2022-02 or 2025-22.")
    public String edtf;

    @Description("The first day on which it can have happened, where no day is known.")
    public LocalDate notBefore;

    @Description("The last day on which it can have happened, where no day is known.")
    public LocalDate notAfter;

    @Description("What the date rests on.")
    public DateBasis dateBasis;

    @Description("How the date or its bounds were found, or why there is none.")
    public String dateNote;

    @Id
    @Description("The place where it happened.")
    public String place;

    @Id
    @Description("The rounds that a source ties it to; those that its days fall in need not be named.")
    public List<@NonNull String> rounds;

    @Description("Who blames whom for it.")
    public List<@NonNull AttributionInput> attributions;

    @Description("What was hit or aimed at, in your own words.")
    public String target;

    @Description("The weapons that were used.")
    public List<@NonNull WeaponInput> weapons;

    @Description("How many were killed.")
    public EstimateInput killed;

    @Description("How many were injured.")
    public EstimateInput injured;

    @Description("What followed from it, in your own words.")
    public List<@NonNull String> effects;

    @Description("What it is in the schemes of conflict data.")
    public List<@NonNull CodeInput> codes;

    @Description("What else to know about it.")
    public String note;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
