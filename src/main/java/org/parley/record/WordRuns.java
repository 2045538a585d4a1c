package org.parley.record;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts the entries of the word index in bounded memory (external merge sort): runs of entries are sorted and written to temporary files,
 * which are then merged. Not thread-safe.
 */
final class WordRuns implements AutoCloseable {
    /** How many entries a run has. They take about 40 MB in memory. */
    private static final int RUN = 250_000;

    private final RowSpool spool;
    private final List<IndexedWords.Found> run = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private long size;

    /** @param folder for temporary files */
    WordRuns(Path folder) {
        spool = new RowSpool(folder);
    }

    /** The next entry of a run that is merged. */
    private static final class Head {
        private final RowSpool.Reader reader;
        private IndexedWords.Found entry;

        Head(RowSpool.Reader reader) {
            this.reader = reader;
        }

        boolean advance() {
            Object[] next = reader.next();
            entry = next == null ? null : IndexedWords.Found.of(next);
            return next != null;
        }

        IndexedWords.Found entry() {
            return entry;
        }
    }

    interface Receiver {
        void entry(Object... values) throws SQLException;
    }

    void add(IndexedWords.Found entry) {
        size++;
        run.add(entry);
        if (run.size() == RUN) {
            run.sort(IndexedWords.Found.ORDER);
            String name = "run " + runs.size();
            run.forEach(each -> spool.add(name, each.values()));
            runs.add(name);
            run.clear();
        }
    }

    /** The number of entries. */
    long size() {
        return size;
    }

    /** Passes all entries in their order. */
    void merge(Receiver receiver) throws SQLException {
        run.sort(IndexedWords.Found.ORDER);
        if (runs.isEmpty()) {
            for (IndexedWords.Found each : run) {
                receiver.entry(each.values());
            }
            return;
        }
        String last = "run " + runs.size();
        run.forEach(each -> spool.add(last, each.values()));
        runs.add(last);
        run.clear();
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::entry, IndexedWords.Found.ORDER));
        for (String name : runs) {
            Head head = new Head(spool.reader(name));
            if (head.advance()) {
                heads.add(head);
            }
        }
        while (!heads.isEmpty()) {
            Head first = heads.poll();
            receiver.entry(first.entry.values());
            if (first.advance()) {
                heads.add(first);
            }
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
