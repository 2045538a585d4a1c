package org.parley.figure;

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
import org.parley.lists.DatedRecord;
import org.parley.source.Cited;

/** A claimed number. */
@Entity
@Immutable
@Description("A claimed number.")
public class Figure extends DatedRecord implements Node, Cited {
    @Id
    String id;

    @NonNull
    @Description("A slug for what is measured; figures that measure the same thing share it.")
    public String measure;

    @NonNull
    @Description("What is measured, in words.")
    public String label;

    @Column(name = "amount")
    @Description("The number, in the figure's unit; null where the sources give it in words only, such as millions.")
    public Double value;

    @Description("The lower end of the range, in the figure's unit; null if no range is given.")
    public Double low;

    @Description("The upper end of the range, in the figure's unit; null if no range is given.")
    public Double high;

    @NonNull
    @Description("What is counted or measured in, such as persons, percent, fraction or hours.")
    public String unit;

    @Enumerated(EnumType.STRING)
    @Description("How exactly the value is meant; null where the sources add nothing to it.")
    public FigureQualifier qualifier;

    @NonNull
    @Description(
            "The number as written; a slash with a space on either side stands between the forms of several sources.")
    public String wording;

    @Description("What the number covers, or that this is not clear; null if there is nothing to explain.")
    public String scope;

    @Column(name = "claimed_by_id")
    String claimedById;

    @Column(name = "claimed_on")
    @Description("The day on which it was claimed; null if the sources give none.")
    public LocalDate claimedOn;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Column(name = "date_basis")
    @Description("What claimedOn rests on.")
    public DateBasis dateBasis;

    @Column(name = "date_note")
    @Description("How the day was found, or why there is none; null if there is nothing to explain.")
    public String dateNote;

    @Column(name = "about_id")
    String aboutId;

    @Description("What else to know about it; null if nothing.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: figure/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What is measured, and the number as written.")
    public String getTitle() {
        return label + ": " + wording;
    }

    void claimed(LocalDate day) {
        claimedOn = day;
        lies(Days.from(day, null), null);
    }
}
