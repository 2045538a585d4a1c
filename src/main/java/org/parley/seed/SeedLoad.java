package org.parley.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.parley.graph.Dated;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.graph.Words;

/** What the rows of a seed add up to, before any of it is in the database. */
public final class SeedLoad {

    /** A record as the registry of all records knows it. */
    record Entry(String id, RecordKind kind, Dated dated) {
        long oldestFirst() {
            return dated == null ? Long.MAX_VALUE : dated.oldestFirst();
        }

        long newestFirst() {
            return dated == null ? Long.MAX_VALUE : dated.newestFirst();
        }
    }

    record Cite(String source, String locator, String note) {}

    record Passage(int weight, String text) {}

    final List<Object> rows = new ArrayList<>();
    private final Map<String, Node> nodes = new HashMap<>();
    final Map<String, Entry> entries = new LinkedHashMap<>();
    final Map<String, List<Cite>> citations = new LinkedHashMap<>();
    final Map<String, List<Passage>> passages = new LinkedHashMap<>();
    final Spellings spellings = new Spellings();
    final Map<String, String> originBySource = new LinkedHashMap<>();

    /** A row of a table, as its entity; a row must be added after those that it belongs to. */
    public void add(Object entity) {
        rows.add(entity);
        if (entity instanceof Node node) {
            nodes.put(node.getId(), node);
        }
    }

    /** The record with this id, if it is of this type and was added already. */
    public <T extends Node> Optional<T> find(Class<T> type, String id) {
        return Optional.ofNullable(nodes.get(id)).filter(type::isInstance).map(type::cast);
    }

    /**
     * A record that can be fetched by its id.
     *
     * @param dated the same record where it has a place in time, or null
     */
    public void record(String id, RecordKind kind, Dated dated) {
        entries.put(id, new Entry(id, kind, dated));
    }

    /** Reads the row's key {@code citations}; at least one is required. */
    public void cite(String id, SeedRow row) {
        row.eachOfSome("citations", (citation, ordinal) -> citeOne(id, citation));
    }

    /** Reads the row's key {@code citations}, which may be left out where something else is a citation too. */
    public void citeFurther(String id, SeedRow row) {
        row.each("citations", (citation, ordinal) -> citeOne(id, citation));
    }

    private void citeOne(String id, SeedRow citation) {
        cite(
                id,
                citation.reference("source", RecordKind.SOURCE),
                citation.text("locator"),
                citation.optionalText("note"));
    }

    /** One citation; the same place in the same source is cited once. */
    public void cite(String id, String source, String locator, String note) {
        List<Cite> cites = citations.computeIfAbsent(id, k -> new ArrayList<>());
        if (cites.stream()
                .noneMatch(cite ->
                        source != null && source.equals(cite.source) && Objects.equals(cite.locator, locator))) {
            cites.add(new Cite(source, locator, note));
        }
    }

    /** What a source is a copy of. */
    public void origin(String source, String origin) {
        originBySource.put(source, origin);
    }

    /**
     * Another spelling of a name: search then takes each word for the one in the same place of the name.
     *
     * @param row where the spelling stands, and under which key, for the fault if the two have different numbers of words
     */
    public void spelling(SeedRow row, String key, String name, String spelling) {
        if (name == null || spelling == null) {
            return;
        }
        List<Words.Word> own = Words.of(name);
        List<Words.Word> other = Words.of(spelling);
        if (own.size() != other.size()) {
            row.fault(key, "must have as many words as the name that it spells otherwise, " + own.size());
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            spellings.equate(own.get(i).token(), other.get(i).token());
        }
    }

    /**
     * Text by which the record can be found, in the order in which a snippet is looked for.
     *
     * @param weight how much a word of it counts, 1 to 10
     * @param text   null is passed over
     */
    public void passage(String id, int weight, String text) {
        if (text != null) {
            passages.computeIfAbsent(id, k -> new ArrayList<>()).add(new Passage(weight, text));
        }
    }
}
