package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.graph.Operation;
import org.parley.store.Sql;

/**
 * Reads pages: the ids by an index scan in the order of the list, then the rows by id.
 *
 * <p>Pages that differ only in their owner are read by one statement with {@code ARRAY(SELECT ...)} for each owner, which H2 and
 * PostgreSQL both execute as one short index scan for each owner. A window function would read every row of every owner, and H2 has
 * no lateral join. So there are as many statements as there are distinct {@link ListQuery.SqlShape}s.
 */
@ApplicationScoped
public class Pages {

    /** Reads all these pages and sets the answer of each. */
    public void read(Collection<Page<?, ?>> pages) {
        Map<ListQuery.SqlShape, List<Page<?, ?>>> byShape =
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
                ids.put(page, idsByOwner.getOrDefault(page.query().owner(), List.of()));
                counts.put(page, countByOwner.get(page.query().owner()));
            }
        });
        Map<String, List<Page<?, ?>>> byList = pages.stream()
                .collect(Collectors.groupingBy(
                        page -> page.query().source().name(), LinkedHashMap::new, Collectors.toList()));
        byList.values().forEach(group -> answer(group, ids, counts, ranks));
    }

    /** Reads the rows of all pages of one list, by one fetch, and sets their answers. */
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
                    0, Math.min(found.size(), page.query().request().size())));
        }
        Map<String, T> rows = new HashMap<>();
        ListSource<T> source = typed.get(0).query().source();
        if (!wanted.isEmpty()) {
            source.rows()
                    .apply(List.copyOf(wanted))
                    .forEach(row -> rows.put(source.id().apply(row), row));
        }
        Operation operation = Operation.current();
        for (Page<T, ?> page : typed) {
            operation.mustHaveTime();
            List<String> found = ids.get(page);
            PageRequest request = page.query().request();
            List<T> nodes = new ArrayList<>(found.size());
            found.stream().limit(request.size()).map(rows::get).forEach(nodes::add);
            if (request.backward()) {
                Collections.reverse(nodes);
            }
            Map<String, Long> rankById = ranks.get(page);
            List<Cursor> cursors = nodes.stream()
                    .map(node ->
                            page.query().cursor(node, rankById.get(source.id().apply(node))))
                    .toList();
            page.answer(PageAnswer.of(request, nodes, cursors, found.size() > request.size(), counts.get(page)));
        }
    }

    /** The ids of each owner's page, and at least one more if more records follow; one statement. */
    private Map<String, List<String>> ids(ListQuery.SqlShape shape, List<Page<?, ?>> group) {
        List<Object> values = new ArrayList<>();
        List<String> walks = ranges(shape).stream()
                .map(range -> ", array(" + walk(shape, range, values) + ")")
                .toList();
        boolean owned = shape.path().owner() != null;
        String sql = "select " + (owned ? "o.id" : "cast(null as varchar)") + String.join("", walks);
        if (owned) {
            sql += " from unnest(?) as o(id)";
            values.add(owners(group));
        }
        Map<String, List<String>> found = new HashMap<>();
        for (Object[] row : bind(sql, values, Object[].class).getResultList()) {
            found.put(
                    (String) row[0],
                    Arrays.stream(row, 1, row.length)
                            .flatMap(ids -> strings(ids).stream())
                            .toList());
        }
        return found;
    }

    /**
     * The parts of the index that a page is read from. A page that starts at a cursor takes two scans: the records with the cursor's
     * own key, then those beyond that key. For {@code (key, id) > (?, ?)} H2 would begin its scan at the first record with that key,
     * and all undated records have the same key.
     */
    private static List<Condition> ranges(ListQuery.SqlShape shape) {
        PageRequest request = shape.request();
        Cursor start = request.backward() ? request.before() : request.after();
        Cursor end = request.backward() ? request.after() : request.before();
        String onward = descending(shape) ? " < " : " > ";
        String id = "k." + shape.path().id();
        Condition inside = end == null
                ? Condition.TRUE
                : compared(
                        shape,
                        "(",
                        ", " + id + ")" + (descending(shape) ? " > " : " < ") + "(?, ?)",
                        end.key(),
                        end.id());
        if (start == null) {
            return List.of(inside);
        }
        return List.of(
                Condition.all(
                        compared(shape, "", " = ?", start.key()), Condition.of(id + onward + "?", start.id()), inside),
                Condition.all(beyond(shape, start.key()), inside));
    }

    /**
     * The records beyond all that have this key. For a number {@code n} as {@code >= n + 1}: H2 begins the scan for {@code > n} at
     * the first record with {@code n}, and the scan for {@code >= n + 1} after the last.
     */
    private static Condition beyond(ListQuery.SqlShape shape, Object key) {
        boolean descending = descending(shape);
        if (!(key instanceof Long number)) {
            return compared(shape, "", descending ? " < ?" : " > ?", key);
        }
        return number == (descending ? Long.MIN_VALUE : Long.MAX_VALUE)
                ? Condition.any(List.of())
                : compared(shape, "", descending ? " <= ?" : " >= ?", descending ? number - 1 : number + 1);
    }

    /** The condition that compares the sort key, put between two pieces of SQL. */
    private static Condition compared(ListQuery.SqlShape shape, String before, String after, Object... values) {
        Condition key = key(shape);
        return new Condition(
                before + key.sql() + after,
                Stream.concat(key.values().stream(), Arrays.stream(values)).toList());
    }

    private static String walk(ListQuery.SqlShape shape, Condition range, List<Object> values) {
        String id = "k." + shape.path().id();
        String direction = descending(shape) ? " desc, " : ", ";
        Condition key = key(shape);
        StringBuilder sql = new StringBuilder("select ")
                .append(id)
                .append(from(shape, range, values))
                .append(" order by ");
        if (shape.path().owner() != null) {
            sql.append("k.").append(shape.path().owner()).append(direction);
        }
        shape.path()
                .fixed()
                .forEach(fixed -> sql.append("k.").append(fixed.column()).append(direction));
        values.addAll(key.values());
        return sql.append(key.sql())
                .append(direction)
                .append(id)
                .append(descending(shape) ? " desc" : "")
                .append(" fetch first ")
                .append(shape.request().size() + 1)
                .append(" rows only")
                .toString();
    }

    private static boolean descending(ListQuery.SqlShape shape) {
        return shape.order().descending() != shape.request().backward();
    }

    /** The sort key: a column, or the relevance with the values of its {@code ?} parameters. */
    private static Condition key(ListQuery.SqlShape shape) {
        if (shape.ranking() == null) {
            return Condition.of("k." + shape.order().column());
        }
        return shape.path().table().equals(WordTable.NAME)
                ? shape.ranking().keyAlongWords()
                : shape.ranking()
                        .key(
                                "k." + shape.path().id(),
                                "k.oldest_first",
                                "'" + shape.source().table().toUpperCase(Locale.ROOT) + "'");
    }

    /** The sort keys of these records if the order is by relevance, by one statement; otherwise empty. */
    private Map<String, Long> ranks(Ranking ranking, Collection<String> ids) {
        Map<String, Long> ranks = new HashMap<>();
        if (ranking != null && !ids.isEmpty()) {
            Condition key = ranking.key("r.id", "r.oldest_first", "r.kind");
            List<Object> values = new ArrayList<>(key.values());
            values.add(List.copyOf(ids));
            for (Object[] row : bind(
                            "select r.id, " + key.sql() + " from unnest(?) as o(id) join record r on r.id = o.id",
                            values,
                            Object[].class)
                    .getResultList()) {
                ranks.put((String) row[0], ((Number) row[1]).longValue());
            }
        }
        return ranks;
    }

    private Map<String, Integer> counts(ListQuery.SqlShape shape, List<Page<?, ?>> group) {
        List<Object> values = new ArrayList<>();
        String sql = "select count(*)" + from(shape, Condition.TRUE, values);
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

    /** The {@code from} and {@code where} clauses. They refer to the owner as {@code o} of the enclosing query. */
    private static String from(ListQuery.SqlShape shape, Condition range, List<Object> values) {
        Path path = shape.path();
        boolean linked = !path.table().equals(shape.source().table());
        boolean joined = linked && shape.condition().namesRecord();
        StringBuilder sql = new StringBuilder(" from ").append(path.table()).append(" k");
        if (joined) {
            sql.append(" join ")
                    .append(shape.source().table())
                    .append(" r on r.id = k.")
                    .append(path.id());
        }
        List<String> conditions = new ArrayList<>();
        if (path.owner() != null) {
            conditions.add("k." + path.owner() + " = o.id");
        }
        path.fixed().forEach(fixed -> conditions.add("k." + fixed.column() + " = '" + fixed.literal() + "'"));
        if (!shape.condition().isTrue()) {
            // Without a link table, k is the record's own table.
            conditions.add(shape.condition().sql(linked ? "r" : "k"));
            values.addAll(shape.condition().values());
        }
        if (!range.isTrue()) {
            conditions.add(range.sql());
            values.addAll(range.values());
        }
        return sql.append(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                .toString();
    }

    private static List<String> owners(List<Page<?, ?>> group) {
        return group.stream().map(page -> page.query().owner()).distinct().toList();
    }

    private <R> Sql.Query<R> bind(String sql, List<Object> values, Class<R> type) {
        return Sql.bind(sql, values, type);
    }

    private static List<String> strings(Object array) {
        return array == null ? List.of() : List.of((String[]) array);
    }
}
