package org.parley.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.parley.lists.Rows;

/** Every query about what belongs to incidents. */
@ApplicationScoped
class IncidentParts {
    private final EntityManager entities;

    IncidentParts(EntityManager entities) {
        this.entities = entities;
    }

    List<Attribution> attributions(List<String> incidents) {
        return of(Attribution.class, incidents);
    }

    List<WeaponCount> weapons(List<String> incidents) {
        return of(WeaponCount.class, incidents);
    }

    List<Code> codes(List<String> incidents) {
        return of(Code.class, incidents);
    }

    /** What lists an incident among its own. */
    List<IncidentRound> rounds(List<String> incidents) {
        return Rows.of(entities, IncidentRound.class, "incidentId", incidents, "incidentId", "roundId").stream()
                .filter(link -> link.relation.equals(IncidentRound.DURING))
                .toList();
    }

    private <T> List<T> of(Class<T> type, List<String> incidents) {
        return Rows.of(entities, type, "incidentId", incidents, "incidentId", "ordinal");
    }
}
