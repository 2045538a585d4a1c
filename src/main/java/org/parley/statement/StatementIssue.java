package org.parley.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.parley.lists.Dated;

/** What it is about; one row for each of several issues. */
@Entity
@Immutable
@Table(name = "statement_issue")
@IdClass(StatementIssue.Key.class)
class StatementIssue extends Dated {
    @Id
    @Column(name = "statement_id")
    String statementId;

    @Id
    int ordinal;

    @Column(name = "issue_id")
    String issueId;

    /** Required by Hibernate. */
    protected StatementIssue() {}

    StatementIssue(Statement statement, int ordinal, String issueId) {
        super(statement);
        this.statementId = statement.id;
        this.ordinal = ordinal;
        this.issueId = issueId;
    }

    record Key(String statementId, int ordinal) implements Serializable {}
}
