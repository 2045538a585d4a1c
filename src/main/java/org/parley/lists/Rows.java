package org.parley.lists;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what belongs to records. Not in Hibernate's query language: to parse the first query of it takes the executable longer
 * than the whole start.
 */
public final class Rows {
    /** H2 holds each row that it finds against the whole list: of twice as many records it takes four times as long. */
    private static final int AT_ONCE = 500;

    private Rows() {}

    /** All rows, sorted by these attributes, upwards. */
    public static <T> List<T> all(EntityManager entities, Class<T> type, String... order) {
        CriteriaQuery<T> query = entities.getCriteriaBuilder().createQuery(type);
        return sorted(entities, query, query.from(type), order);
    }

    /**
     * The rows that belong to any of these records, those of each record together.
     *
     * @param owner the attribute with the record's id
     * @param order the attributes to sort the rows of a record by, upwards
     */
    public static <T> List<T> of(
            EntityManager entities, Class<T> type, String owner, List<String> records, String... order) {
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            rows.addAll(ofSome(
                    entities, type, owner, records.subList(from, Math.min(records.size(), from + AT_ONCE)), order));
        }
        return rows;
    }

    private static <T> List<T> ofSome(
            EntityManager entities, Class<T> type, String owner, List<String> records, String... order) {
        CriteriaQuery<T> query = entities.getCriteriaBuilder().createQuery(type);
        Root<T> row = query.from(type);
        return sorted(entities, query.where(row.get(owner).in(records)), row, order);
    }

    private static <T> List<T> sorted(EntityManager entities, CriteriaQuery<T> query, Root<T> row, String... order) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        return entities.createQuery(query.orderBy(Arrays.stream(order)
                        .map(attribute -> builder.asc(row.get(attribute)))
                        .toList()))
                .getResultList();
    }
}
