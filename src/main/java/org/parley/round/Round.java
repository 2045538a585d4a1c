package org.parley.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
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

/** A meeting, or a series of sessions planned as one. */
@Entity
@Immutable
@Description("A meeting, or a series of sessions planned as one.")
public class Round extends DatedRecord implements Node, Identified, Cited, TimelineEvent {
    @Id
    String id;

    @Column(name = "negotiation_id")
    String negotiationId;

    @Description("Its number within the negotiation; null if it has none there or belongs to none.")
    public Integer ordinal;

    String title;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("What became of it.")
    public RoundStatus status;

    @Column(name = "start_date")
    LocalDate start;

    @Column(name = "end_date")
    LocalDate end;

    @Description(Days.COARSE + "Null if a day is known, or nothing.")
    public String edtf;

    @Enumerated(EnumType.STRING)
    @Column(name = "date_basis")
    DateBasis dateBasis;

    @Column(name = "date_note")
    @Description("How the date was found, or why there is none; null if there is nothing to explain.")
    public String dateNote;

    @Column(name = "venue_id")
    String venueId;

    @Description("How the meeting is arranged, in Parley's words; null if not stated.")
    public String format;

    @NonNull
    @Description("What it is said to be about, and by whom; empty if not stated.")
    public List<@NonNull String> agenda;

    @Description("What else to know about it; null if nothing.")
    public String note;

    @Column(name = "previous_id")
    String previousId;

    @Column(name = "next_id")
    String nextId;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: round/ and a slug.")
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

    void lasted(LocalDate firstDay, LocalDate lastDay, String coarseDate) {
        start = firstDay;
        end = lastDay;
        edtf = coarseDate;
        lies(days(), null);
    }

    /** Its days, or those among which they are; null if nothing is known. */
    Days days() {
        return start == null ? Days.of(edtf) : Days.from(start, end);
    }
}
