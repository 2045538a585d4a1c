package org.parley.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.Node;
import org.parley.identifier.Identified;
import org.parley.lists.ListOrder;
import org.parley.source.Cited;

/** A process of talks, made of rounds. */
@Entity
@Immutable
@Description("A process of talks, made of rounds.")
public class Negotiation implements Node, Identified, Cited {
    @Id
    String id;

    String title;

    @Column(name = "name_key")
    String nameKey;

    @NonNull
    @Description("What it is, in Parley's words.")
    public String summary;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: negotiation/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What Parley calls it.")
    public String getTitle() {
        return title;
    }

    String sortKey(ListOrder order) {
        return nameKey;
    }
}
