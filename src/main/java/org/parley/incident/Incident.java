package org.parley.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

/** Something that happened outside the talks. */
@Entity
@Immutable
@Description("Something that happened outside the talks.")
public class Incident extends DatedRecord implements Node, Identified, Cited, TimelineEvent {
    @Id
    String id;

    String title;

    @NonNull
    @Description("What happened, in Parley's words.")
    public String summary;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("What kind of thing happened.")
    public IncidentKind kind;

    @Column(name = "start_date")
    LocalDate start;

    @Column(name = "end_date")
    LocalDate end;

    @Column(name = "happened_at")
    OffsetDateTime happenedAt;

    @Description(Days.COARSE + "Null if a day is known, or only bounds, or nothing.")
    public String edtf;

    @Column(name = "not_before")
    @Description(
            "The first day on which any of it can have happened, where no day is known; null if a day is known, or if this bound is not known.")
    public LocalDate notBefore;

    @Column(name = "not_after")
    @Description(
            "The last day on which any of it can have happened, where no day is known; null if a day is known, or if this bound is not known.")
    public LocalDate notAfter;

    @Enumerated(EnumType.STRING)
    @Column(name = "date_basis")
    DateBasis dateBasis;

    @Column(name = "date_note")
    @Description("How the date or its bounds were found, or why there is none; null if there is nothing to explain.")
    public String dateNote;

    @Column(name = "place_id")
    String placeId;

    @Description("What was hit or aimed at, in Parley's words; null if not stated.")
    public String target;

    @Column(name = "killed_low")
    Integer killedLow;

    @Column(name = "killed_best")
    Integer killedBest;

    @Column(name = "killed_high")
    Integer killedHigh;

    @Column(name = "killed_wording")
    String killedWording;

    @Column(name = "injured_low")
    Integer injuredLow;

    @Column(name = "injured_best")
    Integer injuredBest;

    @Column(name = "injured_high")
    Integer injuredHigh;

    @Column(name = "injured_wording")
    String injuredWording;

    @NonNull
    @Description("What followed from it, in Parley's words; empty if the sources report nothing.")
    public List<@NonNull String> effects;

    @Description("What else to know about it; null if nothing.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: incident/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What Parley calls it.")
    public String getTitle() {
        return title;
    }

    @Override
    @Description("The first day; null if no day is known.")
    public LocalDate getStart() {
        return start;
    }

    @Override
    @Description("The last day; null if no day is known, or only the first is.")
    public LocalDate getEnd() {
        return end;
    }

    @Override
    @NonNull
    @Description("What the date rests on.")
    public DateBasis getDateBasis() {
        return dateBasis;
    }

    @Description(
            "The instant, in UTC, cut to the millisecond; it sorts the records of one day. The days are those of the place and may be others in UTC. Null if the instant is not known.")
    public OffsetDateTime getAt() {
        return happenedAt;
    }

    @Description("How many people were killed; null if the sources say nothing about it, which is never zero.")
    public Estimate getKilled() {
        return killedWording == null ? null : new Estimate(killedLow, killedBest, killedHigh, killedWording);
    }

    @Description("How many people were injured; null if the sources say nothing about it, which is never zero.")
    public Estimate getInjured() {
        return injuredWording == null ? null : new Estimate(injuredLow, injuredBest, injuredHigh, injuredWording);
    }

    void killed(Estimate killed) {
        killedLow = killed.low();
        killedBest = killed.best();
        killedHigh = killed.high();
        killedWording = killed.wording();
    }

    void injured(Estimate injured) {
        injuredLow = injured.low();
        injuredBest = injured.best();
        injuredHigh = injured.high();
        injuredWording = injured.wording();
    }

    /**
     * @param at        on one of the days in at least one time zone; null if not known
     * @param otherwise the days among which it is, used if the first day is null; null if nothing is known
     */
    void lasted(LocalDate firstDay, LocalDate lastDay, Instant at, Days otherwise) {
        start = firstDay;
        end = lastDay;
        happenedAt = at == null ? null : at.atOffset(ZoneOffset.UTC);
        Days days = Days.from(firstDay, lastDay);
        // Lists are sorted by first day: an instant on a later day must not move the incident behind records that
        // begin in between.
        boolean onFirst = days != null
                && at != null
                && (!days.isSeveral() || !happenedAt.toLocalDate().isAfter(firstDay));
        lies(days == null ? otherwise : days, onFirst ? at : null);
    }
}
