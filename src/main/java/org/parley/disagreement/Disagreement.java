package org.parley.disagreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.Node;
import org.parley.lists.ListOrder;
import org.parley.source.Cited;

/** A question on which sources differ, or which a text leaves open. */
@Entity
@Immutable
@Description(
        "A question on which sources differ, or which a text leaves open. It rests on the sources of its versions.")
public class Disagreement implements Node, Cited {
    @Id
    String id;

    @NonNull
    @Description("What is open, as a question.")
    public String question;

    @Column(name = "name_key")
    String nameKey;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("What the versions differ in.")
    public DisagreementKind kind;

    @Description("How the record deals with it; null if there is nothing to explain.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: disagreement/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What is open, as in question.")
    public String getTitle() {
        return question;
    }

    String sortKey(ListOrder order) {
        return nameKey;
    }
}
