package org.parley.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.DateBasis;
import org.parley.source.Cited;

/** A day for which a round was announced, whether or not it was held then. */
@Entity
@Immutable
@Table(name = "planned_date")
@Description("A day for which a round was announced, whether or not it was held then.")
public class PlannedDate implements Cited {
    @Id
    String id;

    int ordinal;

    @Column(name = "round_id")
    String roundId;

    @NonNull
    @Column(name = "planned_date")
    @Description("The day.")
    public LocalDate date;

    @Column(name = "stated_by_id")
    String statedById;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Column(name = "date_basis")
    @Description("What the date rests on.")
    public DateBasis dateBasis;

    @Description("How the date was found, or what else to know about it; null if there is nothing to explain.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("The round's id and the date's place among the round's planned dates.")
    public String getId() {
        return id;
    }
}
