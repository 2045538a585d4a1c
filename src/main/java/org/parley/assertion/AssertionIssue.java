package org.parley.assertion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** An issue that an assertion touches. */
@Entity
@Immutable
@Table(name = "assertion_issue")
@IdClass(AssertionIssue.Key.class)
class AssertionIssue {
    @Id
    @Column(name = "assertion_id")
    String assertionId;

    @Id
    int ordinal;

    @Column(name = "issue_id")
    String issueId;

    /** Required by Hibernate. */
    protected AssertionIssue() {}

    AssertionIssue(Assertion assertion, int ordinal, String issueId) {
        this.assertionId = assertion.id;
        this.ordinal = ordinal;
        this.issueId = issueId;
    }

    record Key(String assertionId, int ordinal) implements Serializable {}
}
