package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import org.parley.lists.Sought;
import org.parley.lists.Vocabulary;
import org.parley.lists.WordTable;
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
     * What is searched for.
     *
     * @param sought the words
     * @param kinds  the kinds of record, or null for all
     */
    record Question(Sought sought, List<RecordKind> kinds) {

        /**
         * The SQL of the hits, one row each: the record's id, its kind and its score. If several entries of the word index give a
         * record the same term, the best of them counts.
         */
        private String sql() {
            return "select f.id, f.kind, sum(f.fit) as score from (select w.record_id as id, w.kind, s.term, max("
                    + WordTable.fit("s.form") + " + cast(s.more as integer)) as fit"
                    + " from unnest(?, ?, ?, ?) as s(term, token, form, more) join word w on w.token = s.token"
                    + (kinds == null ? "" : " where w.kind = any(?)")
                    + " group by w.record_id, w.kind, s.term) f group by f.id, f.kind having count(*) = ?";
        }

        private List<Object> values() {
            List<String> terms = new ArrayList<>();
            List<String> tokens = new ArrayList<>();
            List<String> forms = new ArrayList<>();
            List<String> more = new ArrayList<>();
            for (Sought.Term term : sought.terms()) {
                Set<String> whole = new LinkedHashSet<>(term.tokens());
                whole.add(term.exactToken());
                whole.forEach(tokens::add);
                tokens.addAll(term.beginnings());
                int beginnings = term.beginnings().size();
                terms.addAll(Collections.nCopies(whole.size() + beginnings, String.valueOf(terms.size())));
                forms.addAll(Collections.nCopies(whole.size(), term.exactForm()));
                more.addAll(Collections.nCopies(whole.size(), String.valueOf(WordTable.EXACT)));
                forms.addAll(Collections.nCopies(beginnings, null));
                more.addAll(Collections.nCopies(beginnings, "0"));
            }
            List<Object> values = new ArrayList<>(List.of(terms, tokens, forms, more));
            if (kinds != null) {
                values.add(Condition.names(kinds));
            }
            values.add(sought.terms().size());
            return values;
        }
    }

    /**
     * One page. It takes one statement each for the terms, the hits, their texts and the forms of the terms, and one for each kind of
     * record found.
     */
    SearchPage page(String text, List<RecordKind> kinds, PageRequest request) {
        Question question = new Question(vocabulary.sought("text", text), kinds);
        List<Object> values = question.values();
        String beyond = "";
        if (request.after() != null) {
            beyond = " where (-h.score, h.id) > (?, ?)";
            values.add(place(request.after()));
            values.add(request.after().id());
        }
        List<Object[]> rows = Sql.bind(
                        "select h.id, h.kind, h.score from (" + question.sql() + ") h" + beyond
                                + " order by h.score desc, h.id fetch first " + (request.size() + 1) + " rows only",
                        values,
                        Object[].class)
                .getResultList();
        List<Object[]> shown = rows.subList(0, Math.min(rows.size(), request.size()));
        List<SearchPage.Edge> edges = edges(shown, question.sought().tokens());
        return new SearchPage(
                question,
                edges,
                new PageInfo(
                        rows.size() > shown.size(),
                        request.after() != null,
                        edges.isEmpty() ? null : edges.get(0).getCursor(),
                        edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor()));
    }

    /** How many records hold every word; one statement. */
    int count(Question question) {
        return Sql.bind("select count(*) from (" + question.sql() + ") h", question.values(), Long.class)
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
            int score = ((Number) rows.get(i)[2]).intValue();
            SearchHit hit = new SearchHit(
                    records.get(i),
                    RecordKind.named((String) rows.get(i)[1]),
                    snippet.of(texts.get(ids.get(i))),
                    score);
            edges.add(new SearchPage.Edge(new Cursor(LIST, ORDER, (long) -score, ids.get(i)).encode(), hit));
        }
        return edges;
    }

    private Map<String, List<String>> texts(List<String> ids) {
        Map<String, List<String>> texts = new HashMap<>();
        for (Object[] row : Sql.bind(
                        "select record_id, text from passage where record_id = any(?) order by record_id, ordinal",
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
