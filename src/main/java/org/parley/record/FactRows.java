package org.parley.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which source supports which record, for all records: the rows of {@code fact} and {@code coverage}. They are sorted in memory, since the
 * database would sort on disk: about 100 bytes for each record that has citations, and 8 for each fact. Not thread-safe.
 */
final class FactRows {
    private static final int RECORD_BITS = 32;

    private final List<String> sources = new ArrayList<>();
    private final Map<String, Integer> numbersOfSources = new HashMap<>();

    /** The records that have citations, in the order of their ids. */
    private final List<Supported> records = new ArrayList<>();

    /** The number of a source, then that of a record that it supports, the same pair perhaps several times. */
    private long[] pairs = new long[1 << 16];

    private int size;

    /** A record that sources support. */
    private record Supported(String id, String kind, long oldestFirst, int origins) {}

    private FactRows() {}

    /** Reads them from the rows of the records. */
    static FactRows of(Connection connection) throws SQLException {
        FactRows facts = new FactRows();
        try (PreparedStatement select =
                connection.prepareStatement("select c.source_id, c.record_id, r.kind, r.oldest_first, r.origins"
                        + " from citation c join record r on r.id = c.record_id order by c.record_id")) {
            select.setFetchSize(1000);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    facts.add(rows);
                }
            }
        }
        return facts;
    }

    private void add(ResultSet row) throws SQLException {
        String id = row.getString(2);
        if (records.isEmpty() || !records.get(records.size() - 1).id.equals(id)) {
            records.add(new Supported(id, row.getString(3).intern(), row.getLong(4), row.getInt(5)));
        }
        Integer source = numbersOfSources.computeIfAbsent(row.getString(1), name -> {
            sources.add(name);
            return sources.size() - 1;
        });
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        pairs[size++] = (long) source << RECORD_BITS | records.size() - 1;
    }

    /** Inserts the rows, those of each source sorted as the key of the table is. */
    void insert(LoadTarget target) throws SQLException {
        target.progress().begins("Deriving the facts of sources", size, LoadProgress.ROWS);
        Arrays.sort(pairs, 0, size);
        // The tables' keys begin with the id of the source, and an index grows fastest at its end.
        TreeMap<String, Integer> ends = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            ends.put(sources.get((int) (pairs[i] >>> RECORD_BITS)), i + 1);
        }
        try (PreparedStatement ofFact = target.connection()
                        .prepareStatement(
                                "insert into fact (source_id, record_id, kind, oldest_first, origins) values (?, ?, ?, ?, ?)");
                PreparedStatement ofCoverage = target.connection()
                        .prepareStatement("insert into coverage (source_id, kind, facts, sole) values (?, ?, ?, ?)")) {
            Inserts facts = new Inserts(ofFact, target);
            Inserts coverage = new Inserts(ofCoverage);
            for (Map.Entry<String, Integer> source : ends.entrySet()) {
                insert(source.getKey(), supported(source.getValue()), facts, coverage);
            }
            facts.flush();
            coverage.flush();
        }
    }

    /** The different records of the source whose pairs end here, sorted by time and id. */
    private List<Supported> supported(int end) {
        List<Supported> supported = new ArrayList<>();
        for (int i = end - 1; i >= 0 && pairs[i] >>> RECORD_BITS == pairs[end - 1] >>> RECORD_BITS; i--) {
            if (i == end - 1 || pairs[i] != pairs[i + 1]) {
                supported.add(records.get((int) pairs[i]));
            }
        }
        supported.sort((one, other) -> one.oldestFirst == other.oldestFirst
                ? one.id.compareTo(other.id)
                : Long.compare(one.oldestFirst, other.oldestFirst));
        return supported;
    }

    private static void insert(String source, List<Supported> supported, Inserts facts, Inserts coverage)
            throws SQLException {
        Map<String, int[]> counts = new TreeMap<>();
        for (Supported record : supported) {
            facts.add(source, record.id, record.kind, record.oldestFirst, record.origins);
            int[] count = counts.computeIfAbsent(record.kind, kind -> new int[2]);
            count[0]++;
            count[1] += record.origins == 1 ? 1 : 0;
        }
        for (Map.Entry<String, int[]> count : counts.entrySet()) {
            coverage.add(source, count.getKey(), count.getValue()[0], count.getValue()[1]);
        }
    }
}
