package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.parley.lists.Rows;

/** Every query about what belongs to rounds. */
@ApplicationScoped
class RoundParts {
    private final EntityManager entities;

    RoundParts(EntityManager entities) {
        this.entities = entities;
    }

    List<PlannedDate> planned(List<String> rounds) {
        return of(PlannedDate.class, rounds);
    }

    List<Participation> participants(List<String> rounds) {
        return of(Participation.class, rounds);
    }

    List<Session> sessions(List<String> rounds) {
        return of(Session.class, rounds);
    }

    List<Outcome> outcomes(List<String> rounds) {
        return of(Outcome.class, rounds);
    }

    private <T> List<T> of(Class<T> type, List<String> rounds) {
        return Rows.of(entities, type, "roundId", rounds, "roundId", "ordinal");
    }
}
