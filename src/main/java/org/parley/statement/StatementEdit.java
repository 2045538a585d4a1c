package org.parley.statement;

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
import org.parley.issue.Stance;
import org.parley.source.CitationInput;

/** The edit of a statement. */
@Input("StatementEdit")
@Description("A row of a statement: a new one, or what changes in an old one.")
public class StatementEdit extends RawInput {
    @NonNull
    @Id
    @Description("The statement's id; of a new record one that no statement has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Id
    @Description("The actors who said it.")
    public List<@NonNull String> speakers;

    @Description("How much of it is in the speaker's own words.")
    public StatementKind kind;

    @Description("The verbatim words, equal to the wording of a verbatim rendering; left out for a paraphrase.")
    public String quote;

    @Description("The gist, in your own words.")
    public String summary;

    @Description("The day on which it was said.")
    public LocalDate date;

    @Description("The instant; kept in UTC and cut to the millisecond.")
    public OffsetDateTime at;

    @Description("A year, month or season where no day is known, in EDTF, as 2022, 2022-02 or 2025-22.")
    public String edtf;

    @Description("The first day on which it can have been said, where no day is known.")
    public LocalDate notBefore;

    @Description("The last day on which it can have been said, where no day is known.")
    public LocalDate notAfter;

    @Description("What the date rests on.")
    public DateBasis dateBasis;

    @Description("How the date or its bounds were found, or why there is none.")
    public String dateNote;

    @Description("To whom or through what it was said, such as Telegram.")
    public String channel;

    @Id
    @Description("The place where it was said.")
    public String place;

    @Id
    @Description("The round that it was said in or is about.")
    public String round;

    @Id
    @Description("The issues that it is about.")
    public List<@NonNull String> issues;

    @Description("The attitude that it takes.")
    public Stance stance;

    @Id
    @Description("The actor who is accused, or of whom something is demanded.")
    public String target;

    @Description("The utterance as each source words it.")
    public List<@NonNull RenderingInput> renderings;

    @Description("What else to know about it.")
    public String note;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;

    @Description("Further places in sources: each rendering counts as one.")
    public List<@NonNull CitationInput> citations;
}
