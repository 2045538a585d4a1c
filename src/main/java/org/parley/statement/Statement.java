package org.parley.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.DateBasis;
import org.parley.graph.Days;
import org.parley.graph.Node;
import org.parley.identifier.Identified;
import org.parley.issue.Stance;
import org.parley.lists.DatedRecord;
import org.parley.source.Cited;
import org.parley.timeline.TimelineEvent;

/** One utterance, however many sources word it. */
@Entity
@Immutable
@Description("One utterance of somebody, however many sources word it.")
public class Statement extends DatedRecord implements Node, Identified, Cited, TimelineEvent {
    @Id
    String id;

    String title;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How much of it is in the speaker's own words.")
    public StatementKind kind;

    @Description("The verbatim words, as one of the verbatim renderings prints them; null for a paraphrase.")
    public String quote;

    @NonNull
    @Description("What was said, in Parley's words.")
    public String summary;

    @Column(name = "said_on")
    @Description("The day on which it was said; null if the sources give none.")
    public LocalDate date;

    @Column(name = "said_at")
    OffsetDateTime saidAt;

    @Description(Days.COARSE + "Null if a day is known, or only bounds, or nothing.")
    public String edtf;

    @Column(name = "not_before")
    @Description(
            "The first day on which it can have been said, where no day is known; null if a day is known, or if this bound is not known.")
    public LocalDate notBefore;

    @Column(name = "not_after")
    @Description(
            "The last day on which it can have been said, where no day is known; null if a day is known, or if this bound is not known.")
    public LocalDate notAfter;

    @Enumerated(EnumType.STRING)
    @Column(name = "date_basis")
    DateBasis dateBasis;

    @Column(name = "date_note")
    @Description("How the date or its bounds were found, or why there is none; null if there is nothing to explain.")
    public String dateNote;

    @Description("Through what it was said, such as Telegram; null if not stated.")
    public String channel;

    @Column(name = "place_id")
    String placeId;

    @Column(name = "round_id")
    String roundId;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("The attitude that it takes.")
    public Stance stance;

    @Column(name = "target_id")
    String targetId;

    @Description("What else to know about it; null if nothing.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: statement/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("The speakers' names and the summary.")
    public String getTitle() {
        return title;
    }

    @Override
    @Description("The day on which it was said; null if the sources give none.")
    public LocalDate getStart() {
        return date;
    }

    @Override
    @Description("The day on which it was said; null if the sources give none.")
    public LocalDate getEnd() {
        return date;
    }

    @Override
    @NonNull
    @Description("What the date rests on.")
    public DateBasis getDateBasis() {
        return dateBasis;
    }

    @Description(
            "The instant, in UTC, cut to the millisecond; it sorts the records of one day. The day is that of the speaker and may be another in UTC. Null if the instant is not known.")
    public OffsetDateTime getAt() {
        return saidAt;
    }

    /**
     * @param at        on the day in at least one time zone; null if not known
     * @param otherwise the days among which it is, used if the day is null; null if nothing is known
     */
    void said(LocalDate day, Instant at, Days otherwise) {
        date = day;
        saidAt = at == null ? null : at.atOffset(ZoneOffset.UTC);
        lies(day == null ? otherwise : Days.from(day, null), at);
    }
}
