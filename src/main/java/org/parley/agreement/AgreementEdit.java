package org.parley.agreement;

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

/** The edit of an agreement. */
@Input("AgreementEdit")
@Description("A row of an agreement: a new one, or what changes in an old one.")
public class AgreementEdit extends RawInput {
    @NonNull
    @Id
    @Description("The agreement's id; of a new record one that no agreement has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("The document's title, or what to call it.")
    public String title;

    @Description("What it says, in your own words.")
    public String summary;

    @Description("The day on which it was signed or otherwise agreed on.")
    public LocalDate signedOn;

    @Description("A year, month or season where no day is known, in EDTF, as 2022, 2022-02 or 2025-22.")
    public String edtf;

    @Description("The first day on which it can have been signed, where no day is known.")
    public LocalDate notBefore;

    @Description("The last day on which it can have been signed, where no day is known.")
    public LocalDate notAfter;

    @Description("What the date rests on.")
    public DateBasis dateBasis;

    @Description("How the date or its bounds were found, or why there is none.")
    public String dateNote;

    @Id
    @Description("The negotiation that it belongs to; left out for one outside any on record.")
    public String negotiation;

    @Id
    @Description("The round in which it was reached.")
    public String round;

    @Description("How it came about, and whether it holds.")
    public AgreementStatus status;

    @Description("Between whom the conflict is.")
    public AgreementLevel level;

    @Description("The stage of the process.")
    public AgreementStage stage;

    @Description(
            "Its class within the stage, as the data set that classified it has it, such as Ceas in PA-X; only with a stage.")
    public String substage;

    @Description("Whether it is meant to hold only until another agreement replaces it.")
    public Boolean interim;

    @Description("How many pages the document has.")
    public Integer pages;

    @Description("Whom it names.")
    public List<@NonNull AgreementPartyInput> parties;

    @Description("What it provides for.")
    public List<@NonNull AgreementProvisionInput> provisions;

    @Id
    @Description("The earlier agreements that it renews, amends, carries out or refers to.")
    public List<@NonNull String> follows;

    @Id
    @Description("The source that is the text of the agreement itself.")
    public String document;

    @Description("What else to know about it.")
    public String note;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
