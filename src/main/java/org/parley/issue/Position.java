package org.parley.issue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.Node;
import org.parley.lists.ListOrder;
import org.parley.source.Cited;

/** What an actor wants on an issue. */
@Entity
@Immutable
@Table(name = "position_taken")
@Description("What an actor wants on an issue. Sources that give it a different extent make positions of their own.")
public class Position implements Node, Cited {
    @Id
    String id;

    @Column(name = "actor_id")
    String actorId;

    @Column(name = "issue_id")
    String issueId;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("The attitude that it takes.")
    public Stance stance;

    @NonNull
    @Description("What is wanted, in Parley's words.")
    public String summary;

    @Description("What else to know about it; null if nothing.")
    public String note;

    @Column(name = "statement_ids")
    List<String> statementIds;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: position/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("What is wanted, as in summary.")
    public String getTitle() {
        return summary;
    }

    /** The statements that carry it, in the order of the record. */
    @Ignore
    public List<String> statementIds() {
        return statementIds;
    }

    String sortKey(ListOrder order) {
        return id;
    }
}
