package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.parley.lists.Rows;

/** Every query about what belongs to statements. */
@ApplicationScoped
class StatementParts {
    private final EntityManager entities;

    StatementParts(EntityManager entities) {
        this.entities = entities;
    }

    List<StatementSpeaker> speakers(List<String> statements) {
        return of(StatementSpeaker.class, statements);
    }

    List<StatementIssue> issues(List<String> statements) {
        return of(StatementIssue.class, statements);
    }

    List<Rendering> renderings(List<String> statements) {
        return of(Rendering.class, statements);
    }

    private <T> List<T> of(Class<T> type, List<String> statements) {
        return Rows.of(entities, type, "statementId", statements, "statementId", "ordinal");
    }
}
