package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.parley.graph.Operation;
import org.parley.store.ReadTransaction;
import org.parley.store.RecordQuestion;
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
    /** How long a list is, asked by the statement that counts it. */
    private static final RecordQuestion LENGTH = RecordQuestion.ofOthers();

    private static final int LENGTH_BYTES = 100;

    /** Reads all these pages and sets the answer of each. */
    public void read(Collection<Page<?, ?>> pages) {
        Map<ListQuery.SqlShape, List<Page<?, ?>>> byShape =
                pages.stream().collect(Collectors.groupingBy(Page::shape, LinkedHashMap::new, Collectors.toList()));
        Map<Page<?, ?>, List<String>> ids = new HashMap<>();
        Map<Page<?, ?>, Integer> counts = new HashMap<>();
        Map<Page<?, ?>, Map<String, Long>> ranks = new HashMap<>();
        Map<Counted, Map<String, Integer>> counted = new HashMap<>();
        byShape.forEach((shape, group) -> {
            Map<String, List<String>> idsByOwner = new HashMap<>();
            Map<String, Integer> countByOwner = new HashMap<>();
            Map<String, Long> ranksOfGroup;
            if (shape.isOfHits()) {
                ranksOfGroup = shape.listed() ? Hits.page(shape) : Map.of();
                idsByOwner.put(null, List.copyOf(ranksOfGroup.keySet()));
                if (shape.counted()) {
                    countByOwner.put(null, Hits.count(shape));
                }
            } else {
                if (shape.listed()) {
                    idsByOwner.putAll(ids(shape, group));
                }
                if (shape.counted()) {
                    Counted list = new Counted(shape.source().table(), shape.path(), shape.condition());
                    Map<String, Integer> known = counted.computeIfAbsent(list, none -> new HashMap<>());
                    count(shape, group, known);
                    countByOwner.putAll(known);
                }
                ranksOfGroup = ranks(
                        shape.ranking(),
                        idsByOwner.values().stream().flatMap(List::stream).toList());
            }
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
            for (T row : source.rows().apply(List.copyOf(wanted))) {
                rows.put(source.id().apply(row), row);
            }
        }
        Operation operation = Operation.current();
        for (Page<T, ?> page : typed) {
            operation.mustHaveTime();
            List<String> found = ids.get(page);
            PageRequest request = page.query().request();
            List<T> nodes = new ArrayList<>(found.size());
            for (int i = 0; i < Math.min(found.size(), request.size()); i++) {
                nodes.add(rows.get(found.get(i)));
            }
            if (request.backward()) {
                Collections.reverse(nodes);
            }
            Map<String, Long> rankById = ranks.get(page);
            List<Cursor> cursors = new ArrayList<>(nodes.size());
            for (T node : nodes) {
                cursors.add(page.query().cursor(node, rankById.get(source.id().apply(node))));
            }
            page.answer(PageAnswer.of(request, nodes, cursors, found.size() > request.size(), counts.get(page)));
        }
    }

    /** The ids of each owner's page, and at least one more if more records follow; one statement. */
    private static Map<String, List<String>> ids(ListQuery.SqlShape shape, List<Page<?, ?>> group) {
        List<Object> values = new ArrayList<>();
        Walk walk = Walk.of(shape);
        List<String> ranges = walk.ranges().stream()
                .map(range -> ", array(" + walk.ids(range, values) + ")")
                .toList();
        boolean owned = shape.path().owner() != null;
        String sql = "select " + (owned ? "o.id" : "cast(null as varchar)") + String.join("", ranges);
        if (owned) {
            sql += " from unnest(?) as o(id)";
            values.add(owners(group));
        }
        Map<String, List<String>> found = new HashMap<>();
        Sql.read(sql, values, row -> {
            List<String> ids = new ArrayList<>(shape.request().size() + 1);
            for (int i = 0; i < ranges.size(); i++) {
                ids.addAll(Sql.texts(row, i + 2));
            }
            found.put(row.getString(1), ids);
        });
        return found;
    }

    /** The sort keys of these records if the order is by relevance, by one statement; otherwise empty. */
    private static Map<String, Long> ranks(Ranking ranking, Collection<String> ids) {
        Map<String, Long> ranks = new HashMap<>();
        if (ranking != null && !ids.isEmpty()) {
            Condition key = ranking.key().rendered("r", "r.oldest_first", "r.ordinal");
            List<Object> values = new ArrayList<>(key.values());
            values.add(List.copyOf(ids));
            Sql.read(
                    "select r.record_id, " + key.sql()
                            + " from unnest(?) as o(id) join record_order r on r.record_id = o.id",
                    values,
                    row -> ranks.put(row.getString(1), row.getLong(2)));
        }
        return ranks;
    }

    /** What a count depends on beside the owner: pages of other sizes, in other orders and at other places have the same. */
    private record Counted(String table, Path path, Condition condition) {}

    /**
     * Counts the records of the pages' owners.
     *
     * @param known the numbers by the owners; gets those of the owners that it does not have yet
     */
    private static void count(ListQuery.SqlShape shape, List<Page<?, ?>> group, Map<String, Integer> known) {
        List<String> missing = new ArrayList<>(owners(group));
        missing.removeAll(known.keySet());
        if (missing.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        String sql = Walk.of(shape).count(values);
        if (shape.path().owner() == null) {
            known.put(null, values.isEmpty() ? length(sql) : number(sql, values));
        } else {
            values.add(missing);
            Sql.read(
                    "select o.id, (" + sql + ") from unnest(?) as o(id)",
                    values,
                    row -> known.put(row.getString(1), row.getInt(2)));
        }
    }

    /** The length of a list without conditions. In a snapshot H2 reads an index to its end for it, so it is kept until the record changes. */
    private static int length(String sql) {
        return ReadTransaction.current()
                .answers(LENGTH, List.of(sql), missing -> Map.of(sql, number(sql, List.of())), length -> LENGTH_BYTES)
                .get(sql);
    }

    private static int number(String sql, List<Object> values) {
        return Sql.bind(sql, values, Long.class).getSingleResult().intValue();
    }

    private static List<String> owners(List<Page<?, ?>> group) {
        return group.stream().map(page -> page.query().owner()).distinct().toList();
    }
}
