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

/**
 * Collects the content of rows before it is written to the database: of a few, or of one at a time, when {@link #forgetRow} is called
 * after each. For one use by one thread.
 */
public final class RecordLoad {

    /**
     * A row of the table {@code record}, which lists all records.
     *
     * @param latest the last day of its range, in days since 1970-01-01; null if it is on one day or undated
     */
    record Entry(String id, RecordKind kind, long oldestFirst, Integer latest) {
        private static Entry of(String id, RecordKind kind, Dated dated) {
            return dated == null
                    ? new Entry(id, kind, Long.MAX_VALUE, null)
                    : new Entry(
                            id,
                            kind,
                            dated.oldestFirst(),
                            dated instanceof DatedRecord record && record.spans() ? record.latest() : null);
        }
    }

    /**
     * Two tokens that spell one word.
     *
     * @param token a token of the record's name
     */
    record Spelled(String token, String other) {}

    record Cite(String source, String locator, String note) {}

    record Passage(int weight, String text) {}

    /** An id in another data set. */
    record Identity(String scheme, String value, String url) {}

    /**
     * A place in a source that a row cites, to be checked.
     *
     * @param key        the row's key that holds the quotation, or null
     * @param wording    the text quoted from there, or null
     * @param whenProved called when the wording was found there
     */
    record Passed(Row row, String source, String locator, String key, String wording, Runnable whenProved) {}

    final List<Object> rows = new ArrayList<>();
    final Map<LinkTable, List<Object[]>> links = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    final Map<String, Entry> entries = new LinkedHashMap<>();
    final Map<String, List<Cite>> citations = new LinkedHashMap<>();
    final Map<String, List<Passage>> passages = new LinkedHashMap<>();
    final Map<String, List<Spelled>> spellings = new LinkedHashMap<>();
    final Map<String, List<Identity>> identities = new LinkedHashMap<>();
    private final Map<String, String> firsts = new HashMap<>();
    final Map<String, String> redirects = new LinkedHashMap<>();
    private final Map<String, String> merged = new HashMap<>();

    /** The rows of merged records, by the ids of those that they were merged into. */
    Map<String, List<Row>> absorbed = Map.of();

    final Map<String, String> originBySource = new LinkedHashMap<>();
    final Map<String, String> documentBySource = new HashMap<>();
    final List<Passed> passed;
    private final boolean isProved;
    private final Map<RecordKind, Integer> counts = new HashMap<>();
    private final StoredRecords stored;

    /**
     * @param isProved whether to keep places and quotations, so that they can be checked against documents
     * @param stored   the records that are in the database and stay there
     */
    RecordLoad(boolean isProved, StoredRecords stored) {
        this(isProved, stored, new ArrayList<>());
    }

    private RecordLoad(boolean isProved, StoredRecords stored, List<Passed> passed) {
        this.isProved = isProved;
        this.stored = stored;
        this.passed = passed;
    }

    /** For a row that is only checked: nobody takes what it adds, but what it cites is checked, too. */
    public RecordLoad apart() {
        return new RecordLoad(isProved, stored, passed);
    }

    /**
     * Notes that a record was merged into another one, to which its id leads from now on.
     *
     * @param into the id of a record of the same kind, which is not merged itself
     */
    public void merge(String id, String into) {
        redirects.put(id, into);
        merged.put(id, into);
    }

    /** The rows of the records that were merged into this one. They are checked apart: their faults are not noted again. */
    public List<Row> absorbed(String id) {
        return absorbed.getOrDefault(id, List.of());
    }

    /** All merged records of all rows, each with the id of the one that it was merged into. */
    Map<String, String> merged() {
        return merged;
    }

    /** Adds the row of a table, as an entity. */
    public void add(Object entity) {
        rows.add(entity);
    }

    /** Adds the row of a record that the rows of other records {@link #find}. All of them are kept in memory. */
    public void addFindable(Node record) {
        rows.add(record);
        nodes.put(record.getId(), record);
    }

    /** What was added of this type, since a row was forgotten the last time. */
    public <T> List<T> rows(Class<T> type) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Forgets what was read from a row, but for what later rows need. */
    void forgetRow() {
        rows.clear();
        links.clear();
        entries.clear();
        citations.clear();
        passages.clear();
        spellings.clear();
        identities.clear();
        redirects.clear();
        passed.clear();
    }

    /** The number of records of all rows. */
    int records() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The number of records of each kind of all rows. */
    Map<RecordKind, Integer> counts() {
        return counts;
    }

    /**
     * Links a record to others, in this order. The links are inserted after the record, by the order of its kind's tables.
     *
     * @param owner must be {@link Dated} if the links have columns for its time
     */
    public void link(LinkTable table, Node owner, Collection<String> targets) {
        List<Object[]> added = links.computeIfAbsent(table, none -> new ArrayList<>());
        int ordinal = 0;
        for (String target : targets) {
            added.add(table.row(owner.getId(), ++ordinal, target, owner instanceof Dated dated ? dated : null));
        }
    }

    /** The record with this id and this type, if it was added as findable already, or is in the database and stays there. */
    public <T extends Node> Optional<T> find(Class<T> type, String id) {
        Node added = nodes.get(id);
        return added == null
                ? stored.find(type, id)
                : Optional.of(added).filter(type::isInstance).map(type::cast);
    }

    /** The records of a kind that are in the database and stay there. */
    public <T extends Node> Stream<T> stored(RecordKind kind, Class<T> type) {
        return stored.ids(kind, type).stream().flatMap(id -> stored.find(type, id).stream());
    }

    /**
     * Claims something that only one record may have, such as a round's number.
     *
     * @param what its unique name
     * @return the id of the record that claimed it before, or empty
     */
    public Optional<String> other(String what, String id) {
        return Optional.ofNullable(firsts.putIfAbsent(what, id));
    }

    /**
     * Adds a record that can be fetched by its id.
     *
     * @param dated the same record if it has a date, or null
     */
    public void record(String id, RecordKind kind, Dated dated) {
        entries.put(id, Entry.of(id, kind, dated));
        counts.merge(kind, 1, Integer::sum);
    }

    /** Reads the row's key {@code citations}; at least one is required. */
    public void cite(String id, Row row) {
        row.eachOfSome("citations", (citation, ordinal) -> citeOne(id, citation));
    }

    /** Reads the row's key {@code citations}, which may be left out because the row has another citation. */
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
     * Notes that a key of the row holds a quotation from this place.
     *
     * @param key        the key, for the fault
     * @param whenProved called if the source's document is available and the wording was found there; if it is available and the wording
     *                   is not there, that is a fault
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

    /** Adds a citation, unless the same place in the same source is cited already. */
    public void cite(String id, String source, String locator, String note) {
        List<Cite> cites = citations.computeIfAbsent(id, k -> new ArrayList<>());
        if (cites.stream()
                .noneMatch(cite ->
                        source != null && source.equals(cite.source) && Objects.equals(cite.locator, locator))) {
            cites.add(new Cite(source, locator, note));
        }
    }

    /** Sets the file that a source's locators refer to; null if it has none. */
    public void document(String source, String name) {
        documentBySource.put(source, name);
    }

    /** Sets the origin of a source: the text that it is a copy of. */
    public void origin(String source, String origin) {
        originBySource.put(source, origin);
    }

    /**
     * Adds another spelling of a name. Search then takes each word of it for the word at the same position of the name.
     *
     * @param id  of the record
     * @param row the row with the spelling, for the fault if the two have different numbers of words
     * @param key the key of the spelling
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
     * Adds an id that a record has in another data set.
     *
     * @param url the address of a page about it; null if none is recorded
     */
    public void identify(String id, String scheme, String value, String url) {
        identities.computeIfAbsent(id, k -> new ArrayList<>()).add(new Identity(scheme, value, url));
    }

    /**
     * Adds text by which search finds the record. A snippet is taken from the first passage that matches.
     *
     * @param weight how much a word in it counts in the ranking, 1 to 10
     * @param text   null is ignored
     */
    public void passage(String id, int weight, String text) {
        if (text != null) {
            passages.computeIfAbsent(id, k -> new ArrayList<>()).add(new Passage(weight, text));
        }
    }
}
