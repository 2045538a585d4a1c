package org.parley.figure;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.DateBasis;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** The edit of a figure. */
@Input("FigureEdit")
@Description("A row of a figure: a new one, or what changes in an old one.")
public class FigureEdit extends RawInput {
    @NonNull
    @Id
    @Description("The figure's id; of a new record one that no figure has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("A slug for what is measured; figures of the same thing share it.")
    public String measure;

    @Description("The measure in words.")
    public String label;

    @Description("The number; left out if it is given in words only.")
    public Double value;

    @Description("The lower end of a range.")
    public Double low;

    @Description("The upper end of a range.")
    public Double high;

    @Description("The unit, such as persons, percent or hours.")
    public String unit;

    @Description("How the source qualifies the number; only with a value.")
    public FigureQualifier qualifier;

    @Description("The number as the sources write it.")
    public String wording;

    @Description("What the number covers, or that this is open.")
    public String scope;

    @Id
    @Description("The actor who gives the number; left out if the source says it in its own voice.")
    public String claimedBy;

    @Description("The day on which it was claimed.")
    public LocalDate claimedOn;

    @Description("What claimedOn rests on.")
    public DateBasis dateBasis;

    @Description("How the date was found, or why there is none.")
    public String dateNote;

    @Id
    @Description("The record that the number describes: a full id, as round/abu-dhabi-2.")
    public String about;

    @Description("What else to know about it.")
    public String note;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}
