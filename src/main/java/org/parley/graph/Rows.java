package org.parley.graph;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what belongs to records. Not in Hibernate's query language: to parse the first query of it takes the executable longer
 * than the whole start.
 */
public final class Rows {
    private Rows() {}

    /**
     * The rows that belong to any of these records.
     *
     * @param owner the attribute with the record's id
     * @param order the attributes to sort by, upwards
     */
    public static <T> List<T> of(
            EntityManager entities, Class<T> type, String owner, List<String> records, String... order) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<T> query = builder.createQuery(type);
        Root<T> row = query.from(type);
        return entities.createQuery(query.where(row.get(owner).in(records))
                        .orderBy(Arrays.stream(order)
                                .map(attribute -> builder.asc(row.get(attribute)))
                                .toList()))
                .getResultList();
    }
}
