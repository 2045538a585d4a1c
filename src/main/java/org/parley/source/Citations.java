package org.parley.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every query about citations. */
@ApplicationScoped
public class Citations implements PanacheRepositoryBase<Citation, Citation.Key> {
    private static final Corroboration NONE = new Corroboration(0, 0);

    /** The citations of these records and parts of records, each one's in its own order. */
    List<Citation> of(List<String> records) {
        return list("recordId in ?1 order by recordId, ordinal", records);
    }

    /** How widely each of these is supported, in their order. */
    List<Corroboration> corroborations(List<String> records) {
        Map<String, Corroboration> found = new HashMap<>();
        for (Object[] row : getEntityManager()
                .createQuery(
                        """
                        select c.recordId, count(distinct c.sourceId), count(distinct s.origin)
                        from Citation c join Source s on s.id = c.sourceId
                        where c.recordId in ?1
                        group by c.recordId""",
                        Object[].class)
                .setParameter(1, records)
                .getResultList()) {
            found.put((String) row[0], new Corroboration(((Number) row[1]).intValue(), ((Number) row[2]).intValue()));
        }
        return records.stream().map(id -> found.getOrDefault(id, NONE)).toList();
    }
}
