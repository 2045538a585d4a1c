package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.graph.Node;
import org.parley.store.ReadTransaction;
import org.parley.store.RecordQuestion;
import org.parley.store.Sql;

/** Reads links between records; one statement for the links of any number of records. */
@ApplicationScoped
public class Links {
    private final Map<LinkTable, LinkQuestion> asked = new ConcurrentHashMap<>();

    private record LinkQuestion(String sql, RecordQuestion question) {
        static LinkQuestion of(LinkTable table) {
            return new LinkQuestion(
                    text(table), table.ofOwner() ? RecordQuestion.ofRecord() : RecordQuestion.ofOthers());
        }
    }

    /** The ids that the links of each record lead to, in order. One statement at most. */
    public Map<String, List<String>> of(LinkTable table, List<String> owners) {
        LinkQuestion links = asked.computeIfAbsent(table, LinkQuestion::of);
        return ReadTransaction.current()
                .answers(links.question, owners, missing -> read(links.sql, missing), Links::bytes);
    }

    private static Map<String, List<String>> read(String sql, List<String> owners) {
        Map<String, List<String>> found = new HashMap<>();
        Sql.read(sql, List.of(owners), link -> found.computeIfAbsent(
                        owners.get(link.getInt(1) - 1), owner -> new ArrayList<>(2))
                .add(link.getString(2)));
        Map<String, List<String>> links = new HashMap<>();
        owners.forEach(owner -> links.put(owner, found.containsKey(owner) ? List.copyOf(found.get(owner)) : List.of()));
        return links;
    }

    private static int bytes(List<String> ids) {
        return ids.stream().mapToInt(EntityTable::bytesOf).sum();
    }

    private static List<String> ids(List<? extends Node> records) {
        List<String> ids = new ArrayList<>(records.size());
        for (Node each : records) {
            ids.add(each.getId());
        }
        return ids;
    }

    private static String text(LinkTable table) {
        return "select o.n, l." + table.target() + " from unnest(?) with ordinality as o(id, n) join " + table.name()
                + " l on l." + table.owner() + " = o.id"
                + table.fixed().stream()
                        .map(each -> " and l." + each.column() + " = '" + each.literal() + "'")
                        .collect(Collectors.joining())
                + " order by o.n, l." + table.order();
    }

    /**
     * For each parent the records that its links lead to, in order.
     *
     * @param byIds reads the records with these ids, in any order
     */
    public <P extends Node, T extends Node> List<List<T>> records(
            LinkTable table, List<P> parents, Function<List<String>, List<T>> byIds) {
        Map<String, List<String>> ids = of(table, ids(parents));
        return Batch.many(parents, parent -> ids.getOrDefault(parent.getId(), List.of()), byIds);
    }
}
