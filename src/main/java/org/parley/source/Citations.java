package org.parley.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.lists.Rows;
import org.parley.store.Sql;

/** Every query about citations. */
@ApplicationScoped
public class Citations implements PanacheRepositoryBase<Citation, Citation.Key> {
    private static final Corroboration NONE = new Corroboration(0, 0);

    private final Rows rows;

    Citations(Rows rows) {
        this.rows = rows;
    }

    /** The citations of these records and parts of records, each one's in its own order. */
    List<List<Citation>> of(List<String> records) {
        return rows.of(Citation.class, "recordId", records, "ordinal");
    }

    /** How widely each of these is supported, in their order. */
    List<Corroboration> corroborations(List<String> records) {
        Map<String, Corroboration> found = new HashMap<>();
        for (Object[] row : Sql.bind(
                        """
                        select c.record_id, count(distinct c.source_id), count(distinct s.origin)
                        from citation c join source s on s.id = c.source_id
                        where c.record_id = any(?)
                        group by c.record_id""",
                        List.<Object>of(records),
                        Object[].class)
                .getResultList()) {
            found.put((String) row[0], new Corroboration(((Number) row[1]).intValue(), ((Number) row[2]).intValue()));
        }
        return records.stream().map(id -> found.getOrDefault(id, NONE)).toList();
    }
}
