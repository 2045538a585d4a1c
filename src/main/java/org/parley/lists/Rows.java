package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.parley.graph.Node;
import org.parley.store.ReadTransaction;
import org.parley.store.RecordQuestion;
import org.parley.store.Sql;

/** Reads the rows that belong to records; one statement for any number of records. Thread-safe. */
@ApplicationScoped
public class Rows {
    private final Map<Which, RowQuestion> asked = new ConcurrentHashMap<>();

    /** What the SQL of a question depends on. There are as many as fields of the graph that ask one. */
    private record Which(Class<?> type, String owner, List<String> order, boolean isOfOwner) {
        RowQuestion question() {
            return new RowQuestion(sql(), isOfOwner ? RecordQuestion.ofRecord() : RecordQuestion.ofOthers());
        }

        String sql() {
            EntityTable<?> table = EntityTable.of(type);
            return "select o.n, " + table.columns("r") + " from unnest(?) with ordinality as o(id, n) join "
                    + table.name() + " r on r." + table.column(owner) + " = o.id order by o.n"
                    + order.stream()
                            .map(attribute -> ", r." + table.column(attribute))
                            .collect(Collectors.joining());
        }
    }

    private record RowQuestion(String sql, RecordQuestion question) {}

    /** All rows, in ascending order of this attribute. */
    public <T> List<T> all(Class<T> type, String order) {
        EntityTable<T> table = EntityTable.of(type);
        List<T> all = new ArrayList<>();
        Sql.read(
                "select " + table.columns("r") + " from " + table.name() + " r order by r." + table.column(order),
                List.of(),
                rows -> all.add(table.read(rows, 1)));
        return all;
    }

    /** For each record the rows that belong to it, in ascending order of their attribute {@code ordinal}. */
    public <T> List<List<T>> children(Class<T> type, List<? extends Node> parents, String owner) {
        return of(type, owner, parents.stream().map(Node::getId).toList(), "ordinal");
    }

    /**
     * For each of these ids, in their order, the rows that belong to it: they are written together with its record.
     *
     * @param owner the attribute of a row with the id
     * @param order the attributes that sort the rows of one id, ascending
     */
    public <T> List<List<T>> of(Class<T> type, String owner, List<String> ids, String... order) {
        return rows(type, new Which(type, owner, Arrays.asList(order), true), ids);
    }

    /**
     * For each of these ids, in their order, the rows of other records that name it.
     *
     * @param named the attribute of a row with the id
     * @param order the attributes that sort the rows of one id, ascending
     */
    public <T> List<List<T>> naming(Class<T> type, String named, List<String> ids, String... order) {
        return rows(type, new Which(type, named, Arrays.asList(order), false), ids);
    }

    /** The same for records. */
    public <T> List<List<T>> naming(Class<T> type, List<? extends Node> records, String named, String... order) {
        return naming(type, named, records.stream().map(Node::getId).toList(), order);
    }

    private <T> List<List<T>> rows(Class<T> type, Which which, List<String> ids) {
        EntityTable<T> table = EntityTable.of(type);
        RowQuestion rows = asked.computeIfAbsent(which, Which::question);
        Map<String, List<T>> found = ReadTransaction.current()
                .answers(rows.question, ids, missing -> read(rows.sql, missing, table), table::bytes);
        List<List<T>> answers = new ArrayList<>(ids.size());
        for (String id : ids) {
            answers.add(found.getOrDefault(id, List.of()));
        }
        return answers;
    }

    /** For each of these distinct ids the rows that belong to it; one statement. */
    private static <T> Map<String, List<T>> read(String sql, List<String> ids, EntityTable<T> table) {
        List<List<T>> found = new ArrayList<>(Collections.nCopies(ids.size(), null));
        Sql.read(sql, List.of(ids), rows -> {
            int place = rows.getInt(1) - 1;
            List<T> of = found.get(place);
            if (of == null) {
                of = new ArrayList<>(4);
                found.set(place, of);
            }
            of.add(table.read(rows, 2));
        });
        Map<String, List<T>> byId = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), found.get(i) == null ? List.of() : List.copyOf(found.get(i)));
        }
        return byId;
    }
}
