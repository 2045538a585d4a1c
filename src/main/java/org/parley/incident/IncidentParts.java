package org.parley.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

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

    private <T> List<T> of(Class<T> type, List<String> incidents) {
        return entities.createQuery(
                        "from " + type.getSimpleName() + " where incidentId in ?1 order by incidentId, ordinal", type)
                .setParameter(1, incidents)
                .getResultList();
    }
}
