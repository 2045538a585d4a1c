package org.parley.round;

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

/** One sitting of a round. */
@Entity
@Immutable
@Description("One sitting of a round.")
public class Session extends DatedRecord implements Node, Cited {
    @Id
    String id;

    int ordinal;

    @Column(name = "round_id")
    String roundId;

    String title;

    @Column(name = "start_date")
    @Description("The day on which it began; null if not known.")
    public LocalDate start;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Column(name = "date_basis")
    @Description("What the date rests on.")
    public DateBasis dateBasis;

    @Column(name = "date_note")
    @Description("How the date was found, or why there is none; null if there is nothing to explain.")
    public String dateNote;

    @Description(
            "How long it lasted, as a duration in ISO 8601, such as PT5H30M for five and a half hours; null if not given.")
    public String duration;

    @Column(name = "duration_approximate")
    @Description("Whether the duration is only about right; null where none is given, or the sources leave it open.")
    public Boolean durationApproximate;

    @Description("How it was arranged, in Parley's words; null if not stated.")
    public String format;

    @Description("How it ended, in Parley's words; null if not stated.")
    public String result;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: session/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What Parley calls it.")
    public String getTitle() {
        return title;
    }

    void began(LocalDate day) {
        start = day;
        lies(Days.from(day, null), null);
    }
}
