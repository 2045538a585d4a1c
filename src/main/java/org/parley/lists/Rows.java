package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.graph.Node;

/**
 * Reads the rows that belong to records. It uses Hibernate's Criteria API and not HQL: in the executable, parsing the first HQL query
 * takes longer than the whole start.
 */
@ApplicationScoped
public class Rows {
    /**
     * The most ids in one statement. H2 compares each row that it finds with every id, so that twice as many ids take four times as
     * long.
     */
    private static final int AT_ONCE = 500;

    private final EntityManager entities;

    Rows(EntityManager entities) {
        this.entities = entities;
    }

    /** All rows, in ascending order of this attribute. */
    public <T> List<T> all(Class<T> type, String order) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<T> query = builder.createQuery(type);
        Root<T> row = query.from(type);
        return entities.createQuery(query.orderBy(builder.asc(row.get(order)))).getResultList();
    }

    /** For each record the rows that belong to it, in ascending order of their attribute {@code ordinal}. */
    public <T> List<List<T>> children(Class<T> type, List<? extends Node> parents, String owner) {
        return children(type, parents, owner, "ordinal");
    }

    /** The same, sorted by other attributes. */
    public <T> List<List<T>> children(Class<T> type, List<? extends Node> parents, String owner, String... order) {
        return of(type, owner, parents.stream().map(Node::getId).toList(), order);
    }

    /**
     * For each of these ids, in their order, the rows that belong to it.
     *
     * @param owner the attribute of a row with the id
     * @param order the attributes that sort the rows of one id, ascending
     */
    public <T> List<List<T>> of(Class<T> type, String owner, List<String> ids, String... order) {
        List<String> distinct = ids.stream().filter(Objects::nonNull).distinct().toList();
        Map<String, List<T>> found = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += AT_ONCE) {
            read(type, owner, distinct.subList(from, Math.min(distinct.size(), from + AT_ONCE)), order, found);
        }
        return ids.stream().map(id -> found.getOrDefault(id, List.of())).toList();
    }

    private <T> void read(Class<T> type, String owner, List<String> ids, String[] order, Map<String, List<T>> found) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Object[]> query = builder.createQuery(Object[].class);
        Root<T> row = query.from(type);
        List<Order> orders = new ArrayList<>(List.of(builder.asc(row.get(owner))));
        Arrays.stream(order).forEach(attribute -> orders.add(builder.asc(row.get(attribute))));
        query.select(builder.array(row.get(owner), row))
                .where(row.get(owner).in(ids))
                .orderBy(orders);
        for (Object[] each : entities.createQuery(query).getResultList()) {
            found.computeIfAbsent((String) each[0], id -> new ArrayList<>()).add(type.cast(each[1]));
        }
    }
}
