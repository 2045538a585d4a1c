package org.parley.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.Node;
import org.parley.identifier.Identified;
import org.parley.lists.ListOrder;
import org.parley.source.Cited;

/** A result of a round, or that there was none. */
@Entity
@Immutable
@Description("A result of a round, or that there was none.")
public class Outcome implements Node, Identified, Cited {
    @Id
    String id;

    int ordinal;

    @Column(name = "round_id")
    String roundId;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("What kind of result it is.")
    public OutcomeKind kind;

    @NonNull
    @Description("What came of the round, in Parley's words.")
    public String summary;

    @Column(name = "quantity_per_side")
    @Description(
            "How many each side gives, such as prisoners of war; null if it is nothing to count or no number is given.")
    public Integer quantityPerSide;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How far it has come, as far as the sources tell.")
    public OutcomeStatus status;

    @Description("What else to know about it; null if nothing.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: outcome/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What came of the round, as in summary.")
    public String getTitle() {
        return summary;
    }

    String sortKey(ListOrder order) {
        return id;
    }
}
