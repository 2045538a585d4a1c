package org.parley.source;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.DateBasis;
import org.parley.graph.RawInput;
import org.parley.identifier.IdentifierInput;

/** The edit of a source. */
@Input("SourceEdit")
@Description("A row of a source: a new one, or what changes in an old one.")
public class SourceEdit extends RawInput {
    @NonNull
    @Id
    @Description("The source's id; of a new record one that no source has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("The headline as printed.")
    public String title;

    @Description("A short name of your own for the document.")
    public String label;

    @Description("What kind of document it is; DOCUMENT if left out.")
    public SourceKind kind;

    @Description("Which version or release of it was used, as of a data set.")
    public String version;

    @Description("Who published it.")
    public String outlet;

    @Description("Who wrote it, as the document names them, in one text; instead of authors.")
    public String author;

    @Description("Who wrote it, as the document names them.")
    public List<@NonNull String> authors;

    @Description("Where it was published, an http or https address.")
    public String url;

    @Description("Where a copy of it is kept, an http or https address.")
    public String archivedAt;

    @Description("The day on which it was fetched from its address, not before publishedOn.")
    public LocalDate retrievedOn;

    @Description("The day of publication.")
    public LocalDate publishedOn;

    @Description("What publishedOn rests on.")
    public DateBasis dateBasis;

    @Description("The earliest day of publication that the text allows.")
    public LocalDate publishedAfter;

    @Description("The latest day of publication that the text allows.")
    public LocalDate publishedBefore;

    @Description("How the dates were found, or why there is none.")
    public String dateNote;

    @Description("The language of the text, BCP 47.")
    public String language;

    @Description("News agencies that the document credits or quotes.")
    public List<@NonNull String> agencies;

    @Description("The place that the report is dated from, as printed.")
    public String dateline;

    @Description(
            "A slug that names the text of which the document is a copy or an edit: sources with the same origin support a fact only once.")
    public String origin;

    @Description("Why the document is counted with others of the same origin.")
    public String originNote;

    @Description("The name of the file with the document's text, without folders.")
    public String document;

    @Description("The licence that it is published under, as an SPDX identifier such as CC-BY-4.0 or in words.")
    public String licence;

    @Description("Where the licence stands, an http or https address.")
    public String licenceUrl;

    @Description("The words in which its publisher wants to be credited.")
    public String attribution;

    @Description("On what terms what is taken from it may be passed on; UNKNOWN if left out.")
    public Redistribution redistribution;

    @Description("What else to know about the document.")
    public String note;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;
}
