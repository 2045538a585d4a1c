package org.parley.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.lists.Dated;
import org.parley.lists.DatedRecord;
import org.parley.lists.LinkTable;
import org.parley.lists.Words;

/** What rows add up to, before any of it is in the database. For one use by one thread. */
public final class RecordLoad {

    /**
     * A record as the registry of all records knows it.
     *
     * @param latest the last of the days between which it lies, since 1970-01-01; null if it lies on one day or is undated
     */
    record Entry(String id, RecordKind kind, long oldestFirst, long newestFirst, Integer latest) {
        private static Entry of(String id, RecordKind kind, Dated dated) {
            return dated == null
                    ? new Entry(id, kind, Long.MAX_VALUE, Long.MAX_VALUE, null)
                    : new Entry(
                            id,
                            kind,
                            dated.oldestFirst(),
                            dated.newestFirst(),
                            dated instanceof DatedRecord record && record.spans() ? record.latest() : null);
        }
    }

    /**
     * Two tokens that spell one word.
     *
     * @param token of the record's name
     */
    record Spelled(String token, String other) {}

    record Cite(String source, String locator, String note) {}

    record Passage(int weight, String text) {}

    /**
     * A place in a source that a row names.
     *
     * @param key        under which the row has what is quoted from there, or null
     * @param wording    what is quoted, or null
     * @param whenProved told once the wording was found there
     */
    record Passed(Row row, String source, String locator, String key, String wording, Runnable whenProved) {}

    final List<Object> rows = new ArrayList<>();
    final Map<LinkTable, List<Object[]>> links = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    final Map<String, Entry> entries = new LinkedHashMap<>();
    final Map<String, List<Cite>> citations = new LinkedHashMap<>();
    final Map<String, List<Passage>> passages = new LinkedHashMap<>();
    final Map<String, List<Spelled>> spellings = new LinkedHashMap<>();
    private final Map<String, String> firsts = new HashMap<>();
    final Map<String, String> originBySource = new LinkedHashMap<>();
    final Map<String, String> documentBySource = new HashMap<>();
    final List<Passed> passed = new ArrayList<>();
    private final boolean isProved;
    private final StoredRecords stored;

    /**
     * @param isProved whether places and quotations are to be kept, so that they can be proved
     * @param stored   the records that are in the database and stay there
     */
    RecordLoad(boolean isProved, StoredRecords stored) {
        this.isProved = isProved;
        this.stored = stored;
    }

    /** A row of a table, as its entity; a row must be added after those that it belongs to. */
    public void add(Object entity) {
        rows.add(entity);
        if (entity instanceof Node node) {
            nodes.put(node.getId(), node);
        }
    }

    /**
     * Ties a record to others, in this order. Its rows come after it, by the order of its kind's tables.
     *
     * @param owner {@link Dated} where the links carry its time
     */
    public void link(LinkTable table, Node owner, Collection<String> targets) {
        List<Object[]> added = links.computeIfAbsent(table, none -> new ArrayList<>());
        int ordinal = 0;
        for (String target : targets) {
            added.add(table.row(owner.getId(), ++ordinal, target, owner instanceof Dated dated ? dated : null));
        }
    }

    /** The record with this id, if it is of this type and was added already, or is in the database and stays there. */
    public <T extends Node> Optional<T> find(Class<T> type, String id) {
        Node added = nodes.get(id);
        return added == null
                ? stored.find(type, id)
                : Optional.of(added).filter(type::isInstance).map(type::cast);
    }

    /** The records of a kind that are in the database and stay there. */
    public <T extends Node> Stream<T> stored(RecordKind kind, Class<T> type) {
        return stored.ids(kind).stream().flatMap(id -> stored.find(type, id).stream());
    }

    /**
     * Takes what only one record may have.
     *
     * @param what names it among all that records may have
     * @return the id of the record that took it before, or empty
     */
    public Optional<String> other(String what, String id) {
        return Optional.ofNullable(firsts.putIfAbsent(what, id));
    }

    /**
     * A record that can be fetched by its id.
     *
     * @param dated the same record where it has a place in time, or null
     */
    public void record(String id, RecordKind kind, Dated dated) {
        entries.put(id, Entry.of(id, kind, dated));
    }

    /** Reads the row's key {@code citations}; at least one is required. */
    public void cite(String id, Row row) {
        row.eachOfSome("citations", (citation, ordinal) -> citeOne(id, citation));
    }

    /** Reads the row's key {@code citations}, which may be left out where something else is a citation too. */
    public void citeFurther(String id, Row row) {
        row.each("citations", (citation, ordinal) -> citeOne(id, citation));
    }

    private void citeOne(String id, Row citation) {
        String source = citation.reference("source", RecordKind.SOURCE);
        cite(id, source, locator(citation, source), citation.optionalText("note"));
    }

    /** Reads the row's key {@code locator}, a place in the source; required. */
    public String locator(Row row, String source) {
        String locator = row.locator("locator");
        pass(row, source, locator, null, null, null);
        return locator;
    }

    /**
     * A key of the row has a quotation from this place.
     *
     * @param key        under which it stands, for the fault
     * @param whenProved told if the source's document is at hand and the wording stands there; where it doesn't is a fault
     */
    public void quote(Row row, String key, String source, String locator, String wording, Runnable whenProved) {
        if (wording != null) {
            pass(row, source, locator, key, wording, whenProved);
        }
    }

    private void pass(Row row, String source, String locator, String key, String wording, Runnable whenProved) {
        if (isProved && source != null && locator != null) {
            passed.add(new Passed(row, source, locator, key, wording, whenProved));
        }
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

    /** The file that a source's locators refer to, or null. */
    public void document(String source, String name) {
        documentBySource.put(source, name);
    }

    /** What a source is a copy of. */
    public void origin(String source, String origin) {
        originBySource.put(source, origin);
    }

    /**
     * Another spelling of a name: search then takes each word for the one in the same place of the name.
     *
     * @param id  of the record
     * @param row where the spelling stands, and under which key, for the fault if the two have different numbers of words
     */
    public void spelling(String id, Row row, String key, String name, String spelling) {
        if (name == null || spelling == null) {
            return;
        }
        List<Words.Word> named = Words.of(name);
        List<Words.Word> other = Words.of(spelling);
        if (named.size() != other.size()) {
            row.fault(key, "must have as many words as the name that it spells otherwise, " + named.size());
            return;
        }
        for (int i = 0; i < named.size(); i++) {
            if (!named.get(i).token().equals(other.get(i).token())) {
                spellings
                        .computeIfAbsent(id, k -> new ArrayList<>())
                        .add(new Spelled(named.get(i).token(), other.get(i).token()));
            }
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
