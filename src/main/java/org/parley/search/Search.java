package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.InvalidCursor;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.Cursor;
import org.parley.lists.Nodes;
import org.parley.lists.PageInfo;
import org.parley.lists.PageRequest;
import org.parley.lists.Vocabulary;
import org.parley.lists.WordHits;
import org.parley.store.Sql;

/** Finds records of all kinds that hold every word of a text. */
@ApplicationScoped
class Search {
    private static final String LIST = "search";
    private static final String ORDER = "SCORE_DESC";

    private final Vocabulary vocabulary;
    private final Nodes nodes;

    Search(Vocabulary vocabulary, Nodes nodes) {
        this.vocabulary = vocabulary;
        this.nodes = nodes;
    }

    /**
     * One page. It takes one statement each for the terms, the hits, their texts and the forms of the terms, and one for each kind of
     * record found.
     *
     * @param kinds the kinds of record, or null for all
     */
    SearchPage page(String text, List<RecordKind> kinds, PageRequest request) {
        WordHits hits = new WordHits(vocabulary.sought("text", text), kinds);
        Condition query = hits.query();
        List<Object> values = new ArrayList<>(query.values());
        if (request.after() != null) {
            values.add(place(request.after()));
        }
        List<Object[]> rows = Sql.bind(
                        "select p.record_id, h.rank from (select q.ordinal, q.rank from (" + query.sql() + ") q"
                                + (request.after() == null ? "" : " where q.rank > ?")
                                + " order by q.rank fetch first " + (request.size() + 1)
                                + " rows only) h join record_order p on p.ordinal = h.ordinal order by h.rank",
                        values,
                        Object[].class)
                .getResultList();
        List<Object[]> shown = rows.subList(0, Math.min(rows.size(), request.size()));
        List<SearchPage.Edge> edges = edges(shown, hits.sought().tokens());
        return new SearchPage(
                hits,
                edges,
                new PageInfo(
                        rows.size() > shown.size(),
                        request.after() != null,
                        edges.isEmpty() ? null : edges.get(0).getCursor(),
                        edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor()));
    }

    /** How many records hold every word; one statement. */
    int count(WordHits hits) {
        Condition query = hits.query();
        return Sql.bind("select count(*) from (" + query.sql() + ") h", query.values(), Long.class)
                .getSingleResult()
                .intValue();
    }

    private List<SearchPage.Edge> edges(List<Object[]> rows, List<String> tokens) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(row -> (String) row[0]).toList();
        List<Node> records = nodes.at(ids);
        Map<String, List<String>> texts = texts(ids);
        Snippet snippet = new Snippet(vocabulary.forms(tokens), Set.copyOf(tokens));
        List<SearchPage.Edge> edges = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            String id = ids.get(i);
            long rank = (Long) rows.get(i)[1];
            SearchHit hit = new SearchHit(
                    records.get(i),
                    records.get(i).heading(),
                    RecordKind.of(id).orElseThrow(),
                    snippet.of(texts.get(id)),
                    WordHits.score(rank));
            edges.add(new SearchPage.Edge(new Cursor(LIST, ORDER, rank, id), hit));
        }
        return edges;
    }

    private Map<String, List<String>> texts(List<String> ids) {
        Map<String, List<String>> texts = new HashMap<>();
        for (Object[] row : Sql.bind(
                        "select p.record_id, p.text from unnest(?) as o(id) join passage p on p.record_id = o.id order by p.record_id, p.ordinal",
                        List.of(ids),
                        Object[].class)
                .getResultList()) {
            texts.computeIfAbsent((String) row[0], k -> new ArrayList<>()).add((String) row[1]);
        }
        return texts;
    }

    private static Object place(Cursor after) {
        if (!after.list().equals(LIST) || !after.order().equals(ORDER) || !(after.key() instanceof Long)) {
            throw new InvalidCursor("after must be a cursor of a search, not one of " + after.list() + " records");
        }
        return after.key();
    }
}
