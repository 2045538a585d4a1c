package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.parley.lists.Rows;

/** Every query about what belongs to negotiations. */
@ApplicationScoped
class NegotiationParts {
    private final EntityManager entities;

    NegotiationParts(EntityManager entities) {
        this.entities = entities;
    }

    List<NegotiationRole> roles(List<String> negotiations) {
        return of(NegotiationRole.class, negotiations);
    }

    List<NegotiationIssue> issues(List<String> negotiations) {
        return of(NegotiationIssue.class, negotiations);
    }

    private <T> List<T> of(Class<T> type, List<String> negotiations) {
        return Rows.of(entities, type, "negotiationId", negotiations, "negotiationId", "ordinal");
    }
}
