package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.parley.graph.Node;
import org.parley.store.Sql;

/** Reads links between records; one statement for the links of any number of records. */
@ApplicationScoped
public class Links {
    private final EntityManager entities;

    Links(EntityManager entities) {
        this.entities = entities;
    }

    /** The ids that the links of each record lead to, in order. A record without links is not in the map. */
    public Map<String, List<String>> of(LinkTable table, List<String> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        String fixed = table.fixed().stream()
                .map(each -> " and " + each.column() + " = '" + each.literal() + "'")
                .collect(Collectors.joining());
        Map<String, List<String>> found = new HashMap<>();
        for (Object[] link : Sql.bind(
                        entities.unwrap(Session.class),
                        "select " + table.owner() + ", " + table.target() + " from " + table.name() + " where "
                                + table.owner() + " = any(?)" + fixed + " order by " + table.owner() + ", "
                                + table.order(),
                        List.of(List.copyOf(owners)),
                        Object[].class)
                .getResultList()) {
            found.computeIfAbsent((String) link[0], owner -> new ArrayList<>()).add((String) link[1]);
        }
        return found;
    }

    /**
     * For each parent the records that its links lead to, in order.
     *
     * @param byIds reads the records with these ids, in any order
     */
    public <P extends Node, T extends Node> List<List<T>> records(
            LinkTable table, List<P> parents, Function<List<String>, List<T>> byIds) {
        Map<String, List<String>> ids =
                of(table, parents.stream().map(Node::getId).distinct().toList());
        return Batch.many(parents, parent -> ids.getOrDefault(parent.getId(), List.of()), byIds);
    }
}
