package org.parley.record;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private static final String PASSAGES =
            """
            select p.record_id, p.weight, p.text, r.kind, r.oldest_first, r.newest_first
            from passage p join record r on r.id = p.record_id where %s
            order by p.record_id, p.ordinal""";

    /** A record with its passages. */
    private record Texts(
            String id, String kind, long oldestFirst, long newestFirst, List<RecordLoad.Passage> passages) {}

    private static final String INSERT =
            "insert into word (token, kind, oldest_first, record_id, newest_first, weight, forms) values (?, ?, ?, ?, ?, ?, ?)";

    private final Store store;

    IndexedWords(Store store) {
        this.store = store;
    }

    /** An entry of the index. Entries are inserted in the order of the index, in which they are read, too. */
    record Found(String token, String kind, long oldestFirst, String id, long newestFirst, int weight, String forms) {
        static final Comparator<Found> ORDER = Comparator.comparing(Found::token)
                .thenComparing(Found::kind)
                .thenComparingLong(Found::oldestFirst)
                .thenComparing(Found::id);

        /** The values of its columns, in the order of {@link IndexedWords#INSERT}. */
        Object[] values() {
            return new Object[] {token, kind, oldestFirst, id, newestFirst, weight, forms};
        }

        static Found of(Object[] values) {
            return new Found(
                    (String) values[0],
                    (String) values[1],
                    (Long) values[2],
                    (String) values[3],
                    (Long) values[4],
                    (Integer) values[5],
                    (String) values[6]);
        }
    }

    @Override
    public List<String> tables() {
        return List.of("term", "word");
    }

    @Override
    public void derive(Connection connection) throws SQLException {
        try (LoadProgress progress = LoadProgress.of()) {
            derive(new LoadTarget(connection, progress, false));
        }
    }

    /** Sorts the entries in runs, which are merged: the entries of a large record do not fit in memory. */
    @Override
    public void derive(LoadTarget target) throws SQLException {
        Connection connection = target.connection();
        WordIndex index = new WordIndex(spellings(connection));
        Map<String, Integer> uses = new HashMap<>();
        index.spelled().forEach(token -> uses.put(token, 0));
        target.progress().begins("Reading the words of the records", records(connection), "records");
        try (WordRuns runs = new WordRuns(store.workspace())) {
            String last = "";
            while (last != null) {
                List<String> ids = idsAfter(connection, last);
                last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
                if (last != null) {
                    List<Found> found = new ArrayList<>();
                    collect(index, texts(connection, ids.get(0), last), uses, found);
                    found.forEach(runs::add);
                    target.progress().done(ids.size());
                }
            }
            insertTerms(connection, index, new TreeMap<>(uses));
            target.commit();
            target.progress().begins("Inserting the words", runs.size(), LoadProgress.ROWS);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                Inserts rows = new Inserts(insert, target);
                runs.merge(rows::add);
                rows.flush();
            }
        }
    }

    private static long records(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("select count(*) from record");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The next ids of records, sorted. */
    private static List<String> idsAfter(Connection connection, String id) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select id from record where id > ? order by id fetch first " + AT_ONCE + " rows only")) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, Integer> uses = new HashMap<>();
        List<Texts> records = texts(connection, ids);
        Set<String> words = new HashSet<>();
        records.forEach(record -> words.addAll(WordIndex.words(record.passages)));
        List<Found> found = new ArrayList<>();
        collect(WordIndex.ofStored(terms(connection, words)), records, uses, found);
        try (PreparedStatement update =
                connection.prepareStatement("update term set uses = uses - ? where token = ?")) {
            Inserts rows = new Inserts(update);
            for (Map.Entry<String, Integer> each : uses.entrySet()) {
                rows.add(each.getValue(), each.getKey());
            }
            rows.flush();
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from word where token = ? and kind = ? and oldest_first = ? and record_id = ?")) {
            Inserts rows = new Inserts(delete);
            for (Found each : found) {
                rows.add(each.token, each.kind, each.oldestFirst, each.id);
            }
            rows.flush();
        }
    }

    @Override
    public void derive(Connection connection, Collection<String> ids) throws SQLException {
        WordIndex index = new WordIndex(spellings(connection));
        Set<String> affected = new LinkedHashSet<>(ids);
        affected.addAll(spellAnew(connection, index, affected));
        Map<String, Integer> uses = new TreeMap<>();
        Set<String> spelled = index.spelled();
        spelled.forEach(token -> uses.put(token, 0));
        List<Found> found = new ArrayList<>();
        collect(index, texts(connection, affected), uses, found);
        Set<String> known = terms(connection, uses.keySet()).keySet();
        try (PreparedStatement update =
                connection.prepareStatement("update term set uses = uses + ? where token = ?")) {
            Inserts rows = new Inserts(update);
            for (String token : known) {
                rows.add(uses.get(token), token);
            }
            rows.flush();
        }
        uses.keySet().removeAll(known);
        insertTerms(connection, index, uses);
        insertWords(connection, found);
        Set<String> unused = ById.texts(connection, "select token from term where uses = 0", List.of());
        unused.removeAll(spelled);
        ById.update(connection, "delete from term where token = any(?)", unused);
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
        Set<String> affected =
                ById.texts(connection, "select distinct record_id from word where token = any(?)", oldStems);
        affected.removeAll(forgotten);
        forget(connection, affected);
        try (PreparedStatement update =
                connection.prepareStatement("update term set form = ?, stem = ? where token = ?")) {
            Inserts rows = new Inserts(update);
            for (Map.Entry<String, WordIndex.Term> each : changed.entrySet()) {
                rows.add(each.getValue().form(), each.getValue().stem(), each.getKey());
            }
            rows.flush();
        }
        return affected;
    }

    private static void collect(WordIndex index, List<Texts> records, Map<String, Integer> uses, List<Found> found) {
        for (Texts record : records) {
            WordIndex.Indexed indexed = index.of(record.passages);
            indexed.entries()
                    .forEach((token, entry) -> found.add(new Found(
                            token,
                            record.kind,
                            record.oldestFirst,
                            record.id,
                            record.newestFirst,
                            entry.weight(),
                            entry.forms(token))));
            indexed.terms().forEach(token -> uses.merge(token, 1, Integer::sum));
        }
    }

    private static void insertTerms(Connection connection, WordIndex index, Map<String, Integer> uses)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into term (token, form, stem, uses) values (?, ?, ?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (Map.Entry<String, Integer> each : uses.entrySet()) {
                WordIndex.Term term = index.term(each.getKey());
                rows.add(each.getKey(), term.form(), term.stem(), each.getValue());
            }
            rows.flush();
        }
    }

    private static void insertWords(Connection connection, List<Found> words) throws SQLException {
        words.sort(Found.ORDER);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Inserts rows = new Inserts(insert);
            for (Found found : words) {
                rows.add(found.values());
            }
            rows.flush();
        }
    }

    private static List<Texts> texts(Connection connection, Collection<String> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PASSAGES.formatted("p.record_id = any(?)"))) {
            select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            return texts(select);
        }
    }

    /** The passages of all records from the first to the last id, sorted by id. */
    private static List<Texts> texts(Connection connection, String first, String last) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(PASSAGES.formatted("p.record_id >= ? and p.record_id <= ?"))) {
            select.setString(1, first);
            select.setString(2, last);
            return texts(select);
        }
    }

    private static List<Texts> texts(PreparedStatement select) throws SQLException {
        Map<String, Texts> records = new LinkedHashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString(1);
                Texts record = records.get(id);
                if (record == null) {
                    record = new Texts(id, rows.getString(4), rows.getLong(5), rows.getLong(6), new ArrayList<>());
                    records.put(id, record);
                }
                record.passages.add(new RecordLoad.Passage(rows.getInt(2), rows.getString(3)));
            }
        }
        return List.copyOf(records.values());
    }

    private static Map<String, WordIndex.Term> terms(Connection connection, Collection<String> tokens)
            throws SQLException {
        Map<String, WordIndex.Term> terms = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select token, form, stem from term where token = any(?)")) {
            select.setArray(1, connection.createArrayOf("varchar", tokens.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    terms.put(rows.getString(1), new WordIndex.Term(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return terms;
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
