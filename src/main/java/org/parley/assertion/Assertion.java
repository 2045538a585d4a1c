package org.parley.assertion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.Node;
import org.parley.lists.ListOrder;
import org.parley.source.Cited;

/** What a source asserts in its own voice. */
@Entity
@Immutable
@Description("What a source asserts in its own voice, attributed to nobody.")
public class Assertion implements Node, Cited {
    @Id
    String id;

    @NonNull
    @Description("What is asserted, in Parley's words.")
    public String summary;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: assertion/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What is asserted, as in summary.")
    public String getTitle() {
        return summary;
    }

    String sortKey(ListOrder order) {
        return id;
    }
}
