package org.parley.issue;

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

/** A matter that is negotiated or talked about. */
@Entity
@Immutable
@Description("A matter that is negotiated or talked about.")
public class Issue implements Node, Identified, Cited {
    /** The weight of an issue's name among the passages of records about the issue: less than any passage of their own. */
    public static final int NAME_ELSEWHERE = 1;

    @Id
    String id;

    @NonNull
    @Description("What Parley calls it, in a few words.")
    public String name;

    @Column(name = "name_key")
    String nameKey;

    @NonNull
    @Description("What is in question, in Parley's words.")
    public String description;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: issue/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What Parley calls it, as in name.")
    public String getTitle() {
        return name;
    }

    String sortKey(ListOrder order) {
        return nameKey;
    }
}
