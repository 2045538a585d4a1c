package org.parley.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Reads pages: the ids by walking an index in the list's order, then the rows by id.
 *
 * <p>Pages that differ only in their owner are read by one statement: {@code ARRAY(SELECT ...)} for each owner, which H2
 * and PostgreSQL both run as one short index walk an owner, where a window function would read every row of every owner
 * and a lateral join is unknown to H2. So the number of statements is that of the distinct shapes.
 */
@ApplicationScoped
public class Pages {
    private final EntityManager entities;

    Pages(EntityManager entities) {
        this.entities = entities;
    }

    /** Reads all these pages and gives each its answer. */
    public void read(Collection<Page<?, ?>> pages) {
        Map<Page.Shape, List<Page<?, ?>>> byShape =
                pages.stream().collect(Collectors.groupingBy(Page::shape, LinkedHashMap::new, Collectors.toList()));
        Map<Page<?, ?>, List<String>> ids = new HashMap<>();
        Map<Page<?, ?>, Integer> counts = new HashMap<>();
        Map<Page<?, ?>, Map<String, Long>> ranks = new HashMap<>();
        byShape.forEach((shape, group) -> {
            Map<String, List<String>> idsByOwner = ids(shape, group);
            Map<String, Integer> countByOwner = shape.counted() ? counts(shape, group) : new HashMap<>();
            Map<String, Long> ranksOfGroup = ranks(
                    shape.ranking(),
                    idsByOwner.values().stream().flatMap(List::stream).toList());
            for (Page<?, ?> page : group) {
                ranks.put(page, ranksOfGroup);
                ids.put(page, idsByOwner.getOrDefault(page.owner(), List.of()));
                counts.put(page, countByOwner.get(page.owner()));
            }
        });
        Map<String, List<Page<?, ?>>> byList = pages.stream()
                .collect(Collectors.groupingBy(page -> page.listing().name(), LinkedHashMap::new, Collectors.toList()));
        byList.values().forEach(group -> answer(group, ids, counts, ranks));
    }

    /** One fetch of rows for all pages of the same kind of record. */
    private <T> void answer(
            List<Page<?, ?>> pages,
            Map<Page<?, ?>, List<String>> ids,
            Map<Page<?, ?>, Integer> counts,
            Map<Page<?, ?>, Map<String, Long>> ranks) {
        @SuppressWarnings("unchecked") // pages of one list hold one type
        List<Page<T, ?>> typed = (List<Page<T, ?>>) (List<?>) pages;
        Set<String> wanted = new LinkedHashSet<>();
        for (Page<T, ?> page : typed) {
            List<String> found = ids.get(page);
            wanted.addAll(found.subList(
                    0, Math.min(found.size(), page.shape().request().size())));
        }
        Map<String, T> rows = new HashMap<>();
        if (!wanted.isEmpty()) {
            Listing<T> listing = typed.get(0).listing();
            listing.rows()
                    .apply(List.copyOf(wanted))
                    .forEach(row -> rows.put(listing.id().apply(row), row));
        }
        for (Page<T, ?> page : typed) {
            List<String> found = ids.get(page);
            PageRequest request = page.shape().request();
            List<T> nodes = new ArrayList<>(found.size());
            found.stream().limit(request.size()).map(rows::get).forEach(nodes::add);
            if (request.backward()) {
                Collections.reverse(nodes);
            }
            page.answer(nodes, found.size() > request.size(), counts.get(page), ranks.get(page));
        }
    }

    private Map<String, List<String>> ids(Page.Shape shape, List<Page<?, ?>> group) {
        PageRequest request = shape.request();
        boolean descending = shape.order().descending() != request.backward();
        String id = "k." + shape.path().id();
        String key = shape.ranking() == null
                ? "k." + shape.order().column()
                : shape.ranking().sql(id);
        String direction = descending ? " desc" : "";

        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select ").append(id).append(from(shape, values));
        String inside = shape.path().owner() == null
                        && shape.path().fixed().isEmpty()
                        && shape.condition().isTrue()
                ? " where "
                : " and ";
        if (request.after() != null) {
            sql.append(inside).append(beyond(key, id, shape.order().descending() ? " < " : " > "));
            rank(shape, values);
            values.add(request.after().key());
            values.add(request.after().id());
            inside = " and ";
        }
        if (request.before() != null) {
            sql.append(inside).append(beyond(key, id, shape.order().descending() ? " > " : " < "));
            rank(shape, values);
            values.add(request.before().key());
            values.add(request.before().id());
        }
        sql.append(" order by ");
        if (shape.path().owner() != null) {
            sql.append("k.").append(shape.path().owner()).append(direction).append(", ");
        }
        shape.path().fixed().forEach(fixed -> sql.append("k.")
                .append(fixed.column())
                .append(direction)
                .append(", "));
        sql.append(key).append(direction).append(", ").append(id).append(direction);
        rank(shape, values);
        sql.append(" fetch first ").append(request.size() + 1).append(" rows only");

        Map<String, List<String>> found = new HashMap<>();
        if (shape.path().owner() == null) {
            found.put(null, bind(sql.toString(), values, String.class).getResultList());
        } else {
            values.add(owners(group));
            for (Object[] row : bind("select o.id, array(" + sql + ") from unnest(?) as o(id)", values, Object[].class)
                    .getResultList()) {
                found.put((String) row[0], strings(row[1]));
            }
        }
        return found;
    }

    private static void rank(Page.Shape shape, List<Object> values) {
        if (shape.ranking() != null) {
            values.add(shape.ranking().tokens());
        }
    }

    /** The orders' values of these records, where the order is by relevance; one statement. */
    private Map<String, Long> ranks(Ranking ranking, Collection<String> ids) {
        Map<String, Long> ranks = new HashMap<>();
        if (ranking != null && !ids.isEmpty()) {
            for (Object[] row : bind(
                            "select c.id, -sum(w.weight) from record c join word w on " + Words.OF_RECORD
                                    + " where c.id = any(?) and w.token = any(?) group by c.id",
                            List.of(List.copyOf(ids), ranking.tokens()),
                            Object[].class)
                    .getResultList()) {
                ranks.put((String) row[0], ((Number) row[1]).longValue());
            }
        }
        return ranks;
    }

    private Map<String, Integer> counts(Page.Shape shape, List<Page<?, ?>> group) {
        List<Object> values = new ArrayList<>();
        String sql = "select count(*)" + from(shape, values);
        Map<String, Integer> found = new HashMap<>();
        if (shape.path().owner() == null) {
            found.put(null, bind(sql, values, Long.class).getSingleResult().intValue());
        } else {
            values.add(owners(group));
            for (Object[] row : bind("select o.id, (" + sql + ") from unnest(?) as o(id)", values, Object[].class)
                    .getResultList()) {
                found.put((String) row[0], ((Number) row[1]).intValue());
            }
        }
        return found;
    }

    /** The tables and the conditions that the shape itself sets; the owner comes from the enclosing query. */
    private static String from(Page.Shape shape, List<Object> values) {
        Path path = shape.path();
        boolean linked = !path.table().equals(shape.listing().table());
        boolean joined = linked && shape.condition().sql().contains("r.");
        StringBuilder sql = new StringBuilder(" from ").append(path.table()).append(" k");
        if (joined) {
            sql.append(" join ")
                    .append(shape.listing().table())
                    .append(" r on r.id = k.")
                    .append(path.id());
        }
        List<String> conditions = new ArrayList<>();
        if (path.owner() != null) {
            conditions.add("k." + path.owner() + " = o.id");
        }
        path.fixed().forEach(fixed -> conditions.add("k." + fixed.column() + " = '" + fixed.literal() + "'"));
        if (!shape.condition().isTrue()) {
            // Where the record's own table gives the order, both names mean it.
            conditions.add(
                    linked ? shape.condition().sql() : shape.condition().sql().replaceAll("\\br\\.", "k."));
            values.addAll(shape.condition().values());
        }
        return sql.append(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                .toString();
    }

    private static String beyond(String key, String id, String comparison) {
        return "(" + key + ", " + id + ")" + comparison + "(?, ?)";
    }

    private static List<String> owners(List<Page<?, ?>> group) {
        return group.stream().map(Page::owner).distinct().toList();
    }

    private <R> NativeQuery<R> bind(String sql, List<Object> values, Class<R> type) {
        return Sql.bind(entities.unwrap(Session.class), sql, values, type);
    }

    private static List<String> strings(Object array) {
        return array == null ? List.of() : List.of((String[]) array);
    }
}
