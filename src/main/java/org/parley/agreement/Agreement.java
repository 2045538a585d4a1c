package org.parley.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.DateBasis;
import org.parley.graph.Days;
import org.parley.graph.Node;
import org.parley.identifier.Identified;
import org.parley.lists.DatedRecord;
import org.parley.source.Cited;
import org.parley.timeline.TimelineEvent;

/** What parties agreed on, or one of them declared, in a document. */
@Entity
@Immutable
@Description("What parties agreed on, or one of them declared, in a document.")
public class Agreement extends DatedRecord implements Node, Identified, Cited, TimelineEvent {
    @Id
    String id;

    String title;

    @Description("What it says, in Parley's words; null if nothing beyond the title is recorded.")
    public String summary;

    @Column(name = "signed_on")
    @Description("The day on which it was signed or otherwise agreed on; null if the sources give none.")
    public LocalDate signedOn;

    @Description(Days.COARSE + "Null if the day is known, if only bounds are known, or if nothing is known.")
    public String edtf;

    @Column(name = "not_before")
    @Description(
            "The first day on which it can have been signed, where no day is known; null if a day is known, or no such bound is.")
    public LocalDate notBefore;

    @Column(name = "not_after")
    @Description(
            "The last day on which it can have been signed, where no day is known; null if a day is known, or no such bound is.")
    public LocalDate notAfter;

    @Enumerated(EnumType.STRING)
    @Column(name = "date_basis")
    DateBasis dateBasis;

    @Column(name = "date_note")
    @Description("How the date or its bounds were found, or why there is none; null if nothing needs to be explained.")
    public String dateNote;

    @Column(name = "negotiation_id")
    String negotiationId;

    @Column(name = "round_id")
    String roundId;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How it came about, and whether it holds.")
    public AgreementStatus status;

    @Enumerated(EnumType.STRING)
    @Description("Between whom the conflict is; null if not classified.")
    public AgreementLevel level;

    @Enumerated(EnumType.STRING)
    @Description("The stage of the process; null if not classified.")
    public AgreementStage stage;

    @Description(
            "Its class within the stage, as written in the data set that classified it, such as Ceas in PA-X; null if not classified.")
    public String substage;

    @Description("Whether it is meant to hold only until another agreement replaces it; null if not stated.")
    public Boolean interim;

    @Description("How many pages the document has; null if not known.")
    public Integer pages;

    @Column(name = "document_id")
    String documentId;

    @Description("What else to know about it; null if nothing.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: agreement/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("The document's title, or what Parley calls it.")
    public String getTitle() {
        return title;
    }

    @Override
    @Description("The day on which it was signed or otherwise agreed on; null if the sources give none.")
    public LocalDate getStart() {
        return signedOn;
    }

    @Override
    @Description("The day on which it was signed or otherwise agreed on; null if the sources give none.")
    public LocalDate getEnd() {
        return signedOn;
    }

    @Override
    @NonNull
    @Description("What the date rests on.")
    public DateBasis getDateBasis() {
        return dateBasis;
    }

    /**
     * Sets the day of signing, and the range of days that filters and orders use.
     *
     * @param day       null if not known
     * @param otherwise the range of possible days if the day is not known; null if nothing is known
     */
    void signed(LocalDate day, Days otherwise) {
        signedOn = day;
        lies(day == null ? otherwise : Days.from(day, null), null);
    }
}
