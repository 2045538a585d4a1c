package org.parley.source;

import io.smallrye.graphql.api.Deprecated;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.DateBasis;
import org.parley.graph.Days;
import org.parley.graph.Node;
import org.parley.identifier.Identified;
import org.parley.lists.DatedRecord;

/** A document that the record rests on. */
@Entity
@Immutable
@Description("A document that the record rests on.")
public class Source extends DatedRecord implements Node, Identified {
    @Id
    String id;

    String title;

    @NonNull
    @Description("Parley's own short name for the document, for display; not its headline.")
    public String label;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("What kind of document it is; DOCUMENT if that is not recorded.")
    public SourceKind kind;

    @Description(
            "Which version or release of it was used, as of a data set; null if there is none, or it is not recorded.")
    public String version;

    @Description("Who published it; null if the document does not say.")
    public String outlet;

    @NonNull
    @Description("Who wrote it, as the document names them; empty if it names nobody.")
    public List<@NonNull String> authors;

    @Description("Where it was published, an http or https address; null if not recorded.")
    public String url;

    @Column(name = "archived_at")
    @Description("Where a copy of it is kept, an http or https address; null if not recorded.")
    public String archivedUrl;

    @Column(name = "retrieved_on")
    @Description("The day on which it was fetched from its address; null if not recorded.")
    public LocalDate retrievedOn;

    @Column(name = "published_on")
    @Description("The day of publication; null if the document does not give it.")
    public LocalDate publishedOn;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Column(name = "date_basis")
    @Description("What publishedOn rests on.")
    public DateBasis dateBasis;

    @Column(name = "published_after")
    @Description("The earliest day of publication that the text allows; null if no such bound is known.")
    public LocalDate publishedAfter;

    @Column(name = "published_before")
    @Description("The latest day of publication that the text allows; null if no such bound is known.")
    public LocalDate publishedBefore;

    @Column(name = "date_note")
    @Description("How the dates were found, or why there is none; null if there is nothing to explain.")
    public String dateNote;

    @NonNull
    @Description("The language of the text, BCP 47.")
    public String language;

    @NonNull
    @Description("News agencies that the document credits or quotes.")
    public List<@NonNull String> agencies;

    @Description("The place that the report is dated from; null if it names none.")
    public String dateline;

    @NonNull
    @Description(
            "Names the text that the document is a copy or an edit of: sources with the same origin support a fact only once.")
    public String origin;

    @Column(name = "origin_note")
    @Description("Why the document is counted with others of the same origin; null if it stands alone.")
    public String originNote;

    @Description("The name of the file that the citations' locators refer to; null if there is none.")
    public String document;

    @Description(
            "The licence that it is published under, as an SPDX identifier such as CC-BY-4.0 or in words; null if not recorded.")
    public String licence;

    @Column(name = "licence_url")
    @Description("Where the licence stands, an http or https address; null if not recorded.")
    public String licenceUrl;

    @Description("The words in which its publisher wants to be credited; null if not recorded.")
    public String attribution;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("On what terms what was taken from it may be passed on; UNKNOWN if that is not recorded.")
    public Redistribution redistribution;

    @Description("What else to know about the document; null if nothing.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: source/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @Description("The headline as printed; null if the document has none.")
    public String getTitle() {
        return title;
    }

    /** The authors in one text, as they were recorded before. */
    @Deprecated(reason = "There may be several: use authors.")
    @Description("Who wrote it, as the document names them; null if it doesn't.")
    public String getAuthor() {
        return authors.isEmpty() ? null : String.join("; ", authors);
    }

    /** The name of {@code archivedUrl} before. */
    @Deprecated(reason = "It is an address: use archivedUrl.")
    @Description("Where a copy of it is kept, an http or https address; null if not recorded.")
    public String getArchivedAt() {
        return archivedUrl;
    }

    @Override
    @Ignore
    public String heading() {
        return label;
    }

    void published(LocalDate day, LocalDate notBefore, LocalDate notAfter) {
        publishedOn = day;
        publishedAfter = notBefore;
        publishedBefore = notAfter;
        lies(day == null ? Days.between(notBefore, notAfter) : Days.from(day, null), null);
    }
}
