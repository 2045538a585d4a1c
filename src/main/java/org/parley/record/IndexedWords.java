package org.parley.record;

import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.parley.lists.Ordinals;
import org.parley.lists.WordTable;
import org.parley.store.Store;

/**
 * Derives the word index from the passages of the records and the recorded spellings. All records share the spellings: a new spelling
 * changes the index entries of every record that has the word in an old spelling. Runs last, since other derivations may change passages.
 */
@Singleton
@Priority(1)
class IndexedWords implements Derivation {
    /** How many records a query reads. */
    private static final int AT_ONCE = 1000;

    /**
     * From so many records on, a change does not count those that use a term: it tells which words are rare, and when nothing uses one any
     * more. To write the rows of all words of a record took a twentieth of the time of a change.
     */
    private static final int MANY = 1000;

    private static final String PASSAGES =
            """
            select p.record_id, p.weight, p.text from passage p where p.record_id >= ? and p.record_id <= ?
            order by p.record_id, p.ordinal""";

    private static final String PASSAGES_OF =
            """
            select p.record_id, p.weight, p.text from unnest(?) as i(id) join passage p on p.record_id = i.id
            order by p.record_id, p.ordinal""";

    /** A record with its passages. */
    private record Texts(long ordinal, List<RecordLoad.Passage> passages) {}

    private static final String INSERT = "insert into word (entry, weight, forms) values (?, ?, ?)";

    /** A stem is a term, which tells sooner that records use it than their entries do. */
    private static final String UNUSED =
            """
            delete from token where text = any(?) and not exists (
              select 1 from term t where t.token = token.text and t.uses > 0) and not exists (
              select 1 from word w
              where w.entry >= cast(token.number as bigint) * %1$d and w.entry < (cast(token.number as bigint) + 1) * %1$d)"""
                    .formatted(Ordinals.COUNT);

    private final Store store;
    private final DatedTables dated;

    /** The highest number of a token when it was looked for last; 0 before. */
    private final AtomicInteger highest = new AtomicInteger();

    /** What the ids of records begin with that may have spellings. */
    private final List<String> spelling;

    IndexedWords(Store store, @All List<RecordRows> kinds) {
        this.store = store;
        this.dated = new DatedTables(kinds);
        this.spelling = kinds.stream()
                .filter(RecordRows::canSpell)
                .map(rows -> rows.kind().prefix())
                .toList();
    }

    @Override
    public List<String> tables() {
        return List.of("record_order", "term", "token", "word");
    }

    /** Sorts the entries in runs, which are merged: the entries of a large record do not fit in memory. */
    @Override
    public void derive(LoadTarget target) throws SQLException {
        Connection connection = target.connection();
        WordIndex index = new WordIndex(spellings(connection));
        Map<String, Integer> uses = new HashMap<>();
        index.spelled().forEach(token -> uses.put(token, 0));
        long records = records(connection);
        target.progress().begins("Sorting the records", records, "records");
        new RecordOrder(connection, dated).fill(target);
        target.progress().begins("Reading the words of the records", records, "records");
        TokenNumbers numbers = new TokenNumbers();
        try (WordRuns runs = new WordRuns(store.workspace())) {
            NavigableMap<String, Long> ordinals = ordinalsAfter(connection, "");
            while (!ordinals.isEmpty()) {
                collect(index, texts(connection, ordinals), uses, numbers, runs);
                target.progress().done(ordinals.size());
                ordinals = ordinalsAfter(connection, ordinals.lastKey());
            }
            insertTerms(connection, index, new TreeMap<>(uses), numbers);
            insertTokens(connection, numbers.numbers());
            target.commit();
            target.progress().begins("Inserting the words", runs.size(), LoadProgress.ROWS);
            insertWords(connection, runs, target);
        }
    }

    private static long records(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("select count(*) from record");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The ordinals of the next records, by id. */
    private static NavigableMap<String, Long> ordinalsAfter(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select record_id, ordinal from record_order where record_id > ? order by record_id fetch first "
                        + AT_ONCE + " rows only")) {
            select.setString(1, id);
            return ordinals(select);
        }
    }

    private static NavigableMap<String, Long> ordinals(PreparedStatement select) throws SQLException {
        NavigableMap<String, Long> ordinals = new TreeMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ordinals.put(rows.getString(1), rows.getLong(2));
            }
        }
        return ordinals;
    }

    /**
     * What some records have in the index.
     *
     * @param uses   how many of the records use each term
     * @param tokens of all entries
     */
    private record Gathered(Map<Texts, WordIndex.Indexed> entries, Map<String, Integer> uses, Set<String> tokens) {
        static Gathered of(List<Texts> records, WordIndex index) {
            Gathered gathered = new Gathered(new LinkedHashMap<>(), new TreeMap<>(), new TreeSet<>());
            for (Texts record : records) {
                WordIndex.Indexed of = index.of(record.passages);
                gathered.entries.put(record, of);
                of.terms().forEach(token -> gathered.uses.merge(token, 1, Integer::sum));
                gathered.tokens.addAll(of.entries().keySet());
            }
            return gathered;
        }
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) throws SQLException {
        List<Texts> records = texts(connection, ids);
        Set<String> words = new HashSet<>();
        records.forEach(record -> words.addAll(WordIndex.words(record.passages)));
        Gathered gathered = Gathered.of(records, WordIndex.ofStored(terms(connection, words)));
        Set<String> counted = rare(uses(connection, gathered.uses.keySet()));
        try (PreparedStatement update =
                connection.prepareStatement("update term set uses = uses - ? where token = ?")) {
            Inserts rows = new Inserts(update);
            for (String token : counted) {
                rows.add(gathered.uses.get(token), token);
            }
            rows.flush();
        }
        // Those that are recorded spellings are added again, which needs them even without a record.
        Set<String> unused = ById.texts(
                connection,
                "select t.token from unnest(?) as o(token) join term t on t.token = o.token where t.uses = 0",
                counted);
        ById.update(connection, "delete from term where token = any(?)", unused);
        TokenNumbers numbers = numbers(connection, gathered.tokens);
        try (PreparedStatement delete = connection.prepareStatement("delete from word where entry = ?")) {
            Inserts rows = new Inserts(delete);
            for (Map.Entry<Texts, WordIndex.Indexed> each : gathered.entries.entrySet()) {
                for (String token : each.getValue().entries().keySet()) {
                    rows.add(Ordinals.base(numbers.number(token)) + each.getKey().ordinal);
                }
            }
            rows.flush();
        }
        ById.update(connection, UNUSED, gathered.tokens);
        new RecordOrder(connection, dated).forget(ids);
    }

    @Override
    public void derive(Connection connection, Collection<String> ids, Set<String> others) throws SQLException {
        WordIndex index = new WordIndex(spellings(connection));
        Set<String> affected = new LinkedHashSet<>(ids);
        boolean maySpell = ids.stream().anyMatch(id -> spelling.stream().anyMatch(id::startsWith));
        if (maySpell) {
            affected.addAll(spellAnew(connection, index, affected));
        }
        affected.addAll(new RecordOrder(connection, dated).add(affected, moved -> forget(connection, moved)));
        Gathered gathered = Gathered.of(texts(connection, affected), index);
        Map<String, Integer> uses = gathered.uses;
        Set<String> spelled = index.spelled();
        spelled.forEach(token -> uses.putIfAbsent(token, 0));
        Map<String, Integer> known = uses(connection, uses.keySet());
        try (PreparedStatement update =
                connection.prepareStatement("update term set uses = uses + ? where token = ?")) {
            Inserts rows = new Inserts(update);
            for (String token : rare(known)) {
                rows.add(uses.get(token), token);
            }
            rows.flush();
        }
        TokenNumbers numbers = numbers(connection, gathered.tokens);
        Set<String> stored = Set.copyOf(numbers.numbers().keySet());
        Set<String> stems = new TreeSet<>(gathered.tokens);
        uses.keySet().forEach(token -> stems.add(index.term(token).stem()));
        variants(connection, stems, numbers);
        uses.keySet().removeAll(known.keySet());
        insertTerms(connection, index, uses, numbers);
        try (WordRuns runs = new WordRuns(store.workspace())) {
            for (Map.Entry<Texts, WordIndex.Indexed> each : gathered.entries.entrySet()) {
                add(each.getKey(), each.getValue(), numbers, runs);
            }
            Map<String, Integer> added = new LinkedHashMap<>(numbers.numbers());
            added.keySet().removeAll(stored);
            insertTokens(connection, added);
            insertWords(connection, runs, null);
        }
        if (maySpell) {
            Set<String> unused = ById.texts(connection, "select token from term where uses = 0");
            unused.removeAll(spelled);
            ById.update(connection, "delete from term where token = any(?)", unused);
        }
    }

    /**
     * Updates the form and the stem of every term that the spellings change.
     *
     * @param forgotten records whose index entries are deleted already
     * @return further records with such a word, whose index entries are now deleted, too
     */
    private Set<String> spellAnew(Connection connection, WordIndex index, Set<String> forgotten) throws SQLException {
        Map<String, String> stored = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select token, form from term where form <> token");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getString(2));
            }
        }
        if (stored.equals(index.canonical())) {
            return Set.of();
        }
        Map<String, WordIndex.Term> changed = new TreeMap<>();
        Set<String> oldStems = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("select token, form, stem from term");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                WordIndex.Term now = index.term(rows.getString(1));
                if (!now.equals(new WordIndex.Term(rows.getString(2), rows.getString(3)))) {
                    changed.put(rows.getString(1), now);
                    oldStems.add(rows.getString(3));
                }
            }
        }
        Set<String> affected = ById.texts(
                connection,
                "select distinct o.record_id from token t join word w on w.entry >= cast(t.number as bigint) * "
                        + Ordinals.COUNT + " and w.entry < (cast(t.number as bigint) + 1) * " + Ordinals.COUNT
                        + " join record_order o on o.ordinal = mod(w.entry, " + Ordinals.COUNT
                        + ") where t.text = any(?)",
                oldStems);
        affected.removeAll(forgotten);
        forget(connection, affected);
        TokenNumbers numbers = new TokenNumbers();
        variants(connection, changed.values().stream().map(WordIndex.Term::stem).collect(Collectors.toSet()), numbers);
        try (PreparedStatement update =
                connection.prepareStatement("update term set form = ?, stem = ?, variant = ? where token = ?")) {
            Inserts rows = new Inserts(update);
            for (Map.Entry<String, WordIndex.Term> each : changed.entrySet()) {
                WordIndex.Term term = each.getValue();
                rows.add(term.form(), term.stem(), numbers.variant(term.stem(), term.form()), each.getKey());
            }
            rows.flush();
        }
        return affected;
    }

    private static void collect(
            WordIndex index, List<Texts> records, Map<String, Integer> uses, TokenNumbers numbers, WordRuns runs)
            throws SQLException {
        // Finding the words takes most of the time. The database waits meanwhile, so a second core is idle.
        List<WordIndex.Indexed> indexed = records.parallelStream()
                .map(record -> index.of(record.passages))
                .toList();
        for (int i = 0; i < records.size(); i++) {
            add(records.get(i), indexed.get(i), numbers, runs);
            indexed.get(i).terms().forEach(token -> uses.merge(token, 1, Integer::sum));
        }
    }

    private static void add(Texts record, WordIndex.Indexed indexed, TokenNumbers numbers, WordRuns runs)
            throws SQLException {
        for (Map.Entry<String, WordIndex.Entry> each : indexed.entries().entrySet()) {
            String token = each.getKey();
            WordIndex.Entry entry = each.getValue();
            runs.add(numbers.number(token), record.ordinal, entry.weight(), numbers.bits(token, entry.forms()));
        }
    }

    private static void insertTerms(
            Connection connection, WordIndex index, Map<String, Integer> uses, TokenNumbers numbers)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into term (token, form, stem, variant, uses) values (?, ?, ?, ?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (Map.Entry<String, Integer> each : uses.entrySet()) {
                WordIndex.Term term = index.term(each.getKey());
                int variant = numbers.variant(term.stem(), term.form());
                rows.add(each.getKey(), term.form(), term.stem(), variant, each.getValue());
            }
            rows.flush();
        }
    }

    private static void insertTokens(Connection connection, Map<String, Integer> numbers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into token (number, text) values (?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (Map.Entry<String, Integer> each : numbers.entrySet()) {
                rows.add(each.getValue(), each.getKey());
            }
            rows.flush();
        }
    }

    private static void insertWords(Connection connection, WordRuns runs, LoadTarget target) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Inserts rows = new Inserts(insert, target);
            runs.merge(rows::add);
            rows.flush();
        }
    }

    /** The numbers of those of these tokens that have one. Further ones get numbers that no token has. */
    private TokenNumbers numbers(Connection connection, Collection<String> tokens) throws SQLException {
        TokenNumbers numbers = new TokenNumbers();
        ById.pairs(
                connection,
                "select t.text, t.number from unnest(?) as o(text) join token t on t.text = o.text",
                tokens,
                (text, number) -> numbers.put(text, Integer.parseInt(number)));
        if (numbers.numbers().size() < tokens.size()) {
            numbers.continueWith(next(connection));
        }
        return numbers;
    }

    /**
     * A number above those of all tokens. Not by {@code max(number)}: in a transaction that has written, H2 reads the whole table for it
     * (src/README.md). What was the highest number before is where this begins to read; it may be too high, after another load, which
     * leaves a gap.
     */
    private int next(Connection connection) throws SQLException {
        int from = highest.get();
        try (PreparedStatement select =
                connection.prepareStatement("select number from token where number >= ? order by number")) {
            select.setInt(1, from);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    from = rows.getInt(1);
                }
            }
        }
        highest.set(from);
        return from + 1;
    }

    /** Reads the variants of the forms of these stems. */
    private static void variants(Connection connection, Collection<String> stems, TokenNumbers numbers)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct t.stem, t.form, t.variant from unnest(?) as o(stem) join term t on t.stem = o.stem"
                        + " where t.variant < " + WordTable.FORMS)) {
            select.setArray(1, connection.createArrayOf("varchar", stems.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.putVariant(rows.getString(1), rows.getString(2), rows.getInt(3));
                }
            }
        }
    }

    private static List<Texts> texts(Connection connection, Collection<String> ids) throws SQLException {
        Array all = connection.createArrayOf("varchar", ids.toArray());
        NavigableMap<String, Long> ordinals;
        try (PreparedStatement select = connection.prepareStatement(
                "select o.record_id, o.ordinal from unnest(?) as i(id) join record_order o on o.record_id = i.id")) {
            select.setArray(1, all);
            ordinals = ordinals(select);
        }
        try (PreparedStatement select = connection.prepareStatement(PASSAGES_OF)) {
            select.setArray(1, all);
            return texts(select, ordinals);
        }
    }

    /** The passages of successive records. */
    private static List<Texts> texts(Connection connection, NavigableMap<String, Long> ordinals) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PASSAGES)) {
            select.setString(1, ordinals.firstKey());
            select.setString(2, ordinals.lastKey());
            return texts(select, ordinals);
        }
    }

    private static List<Texts> texts(PreparedStatement select, Map<String, Long> ordinals) throws SQLException {
        List<Texts> records = new ArrayList<>();
        String last = null;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString(1);
                Long ordinal = ordinals.get(id);
                if (ordinal == null) {
                    continue;
                }
                if (!id.equals(last)) {
                    records.add(new Texts(ordinal, new ArrayList<>()));
                    last = id;
                }
                records.get(records.size() - 1).passages.add(new RecordLoad.Passage(rows.getInt(2), rows.getString(3)));
            }
        }
        return records;
    }

    private static Map<String, WordIndex.Term> terms(Connection connection, Collection<String> tokens)
            throws SQLException {
        Map<String, WordIndex.Term> terms = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select t.token, t.form, t.stem from unnest(?) as o(token) join term t on t.token = o.token")) {
            select.setArray(1, connection.createArrayOf("varchar", tokens.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    terms.put(rows.getString(1), new WordIndex.Term(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return terms;
    }

    /** How many records use those of these terms that there are. */
    private static Map<String, Integer> uses(Connection connection, Collection<String> tokens) throws SQLException {
        Map<String, Integer> uses = new LinkedHashMap<>();
        ById.pairs(
                connection,
                "select t.token, t.uses from unnest(?) as o(token) join term t on t.token = o.token",
                tokens,
                (token, count) -> uses.put(token, Integer.valueOf(count)));
        return uses;
    }

    private static Set<String> rare(Map<String, Integer> uses) {
        return uses.entrySet().stream()
                .filter(each -> each.getValue() < MANY)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Spellings spellings(Connection connection) throws SQLException {
        Spellings spellings = new Spellings();
        try (PreparedStatement select =
                        connection.prepareStatement("select token, other from spelling order by record_id, ordinal");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                spellings.equate(rows.getString(1), rows.getString(2));
            }
        }
        return spellings;
    }
}
