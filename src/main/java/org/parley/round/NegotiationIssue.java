package org.parley.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** What is negotiated; one row for each of several issues. */
@Entity
@Immutable
@Table(name = "negotiation_issue")
@IdClass(NegotiationIssue.Key.class)
class NegotiationIssue {
    @Id
    @Column(name = "negotiation_id")
    String negotiationId;

    @Id
    int ordinal;

    @Column(name = "issue_id")
    String issueId;

    record Key(String negotiationId, int ordinal) implements Serializable {}
}
