package org.parley.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.parley.lists.Dated;

/** Who said it; one row for each of several speakers. */
@Entity
@Immutable
@Table(name = "statement_speaker")
@IdClass(StatementSpeaker.Key.class)
class StatementSpeaker extends Dated {
    @Id
    @Column(name = "statement_id")
    String statementId;

    @Id
    int ordinal;

    @Column(name = "actor_id")
    String actorId;

    /** Required by Hibernate. */
    protected StatementSpeaker() {}

    StatementSpeaker(Statement statement, int ordinal, String actorId) {
        super(statement);
        this.statementId = statement.id;
        this.ordinal = ordinal;
        this.actorId = actorId;
    }

    record Key(String statementId, int ordinal) implements Serializable {}
}
