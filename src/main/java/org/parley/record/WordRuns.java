package org.parley.record;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.parley.lists.Ordinals;

/**
 * Sorts the entries of the word index by their keys in bounded memory (external merge sort): runs of entries are sorted and written to
 * temporary files, which are then merged. Not thread-safe.
 *
 * <p>In memory an entry is one long: the ordinal, the weight, and the number of its forms among the different ones of the run. The entries
 * of each token are in an array of their own, so that sorting compares longs.
 */
final class WordRuns implements AutoCloseable {
    /** How many entries a run has. They take about 30 MB in memory. */
    private static final int RUN = 2_000_000;

    private static final int FORMS_BITS = 18;
    private static final int WEIGHT_BITS = 7;
    private static final int PAYLOAD_BITS = FORMS_BITS + WEIGHT_BITS;

    private final RowSpool spool;
    private final int run;
    private final List<String> runs = new ArrayList<>();
    private final List<Integer> forms = new ArrayList<>();
    private final Map<Integer, Integer> numbersOfForms = new HashMap<>();

    /** The entries of each token in memory, and how many there are. */
    private long[][] entries = new long[1024][];

    private int[] sizes = new int[1024];
    private int inMemory;
    private long size;

    /** @param folder for temporary files */
    WordRuns(Path folder) {
        this(folder, RUN);
    }

    /** @param run how many entries are sorted at once */
    WordRuns(Path folder, int run) {
        spool = new RowSpool(folder);
        this.run = run;
    }

    /** Receives an entry. */
    interface Receiver {
        void entry(long key, int weight, int forms) throws SQLException;
    }

    /** The next entry of a run that is merged. */
    private static final class Head {
        private final RowSpool.Reader reader;
        private long key;
        private int weight;
        private int forms;

        Head(RowSpool.Reader reader) {
            this.reader = reader;
        }

        boolean advance() {
            Object[] next = reader.next();
            if (next == null) {
                return false;
            }
            key = (Long) next[0];
            weight = (Integer) next[1];
            forms = (Integer) next[2];
            return true;
        }

        long key() {
            return key;
        }
    }

    /**
     * Adds an entry.
     *
     * @param token   the number of the token
     * @param ordinal that of the record
     * @param weight  less than 128
     * @param bits    the forms
     */
    void add(int token, long ordinal, int weight, int bits) throws SQLException {
        if (inMemory == run || forms.size() == 1 << FORMS_BITS) {
            writeRun();
        }
        if (token >= entries.length) {
            int longer = Math.max(token + 1, entries.length * 2);
            entries = Arrays.copyOf(entries, longer);
            sizes = Arrays.copyOf(sizes, longer);
        }
        long[] ofToken = entries[token];
        if (ofToken == null) {
            ofToken = new long[4];
        } else if (sizes[token] == ofToken.length) {
            ofToken = Arrays.copyOf(ofToken, ofToken.length * 2);
        }
        entries[token] = ofToken;
        ofToken[sizes[token]++] = ordinal << PAYLOAD_BITS | (long) weight << FORMS_BITS | numberOfForms(bits);
        inMemory++;
        size++;
    }

    private int numberOfForms(int bits) {
        return numbersOfForms.computeIfAbsent(bits, each -> {
            forms.add(each);
            return forms.size() - 1;
        });
    }

    private void writeRun() throws SQLException {
        String name = "run " + runs.size();
        forgetRun((key, weight, bits) -> spool.add(name, key, weight, bits));
        runs.add(name);
    }

    /** Passes the sorted entries in memory to the receiver, and forgets them. */
    private void forgetRun(Receiver receiver) throws SQLException {
        for (int token = 0; token < entries.length; token++) {
            long[] ofToken = entries[token];
            if (ofToken != null) {
                Arrays.sort(ofToken, 0, sizes[token]);
                for (int i = 0; i < sizes[token]; i++) {
                    long entry = ofToken[i];
                    receiver.entry(
                            Ordinals.base(token) + (entry >>> PAYLOAD_BITS),
                            (int) (entry >>> FORMS_BITS) & (1 << WEIGHT_BITS) - 1,
                            forms.get((int) entry & (1 << FORMS_BITS) - 1));
                }
                entries[token] = null;
                sizes[token] = 0;
            }
        }
        inMemory = 0;
        forms.clear();
        numbersOfForms.clear();
    }

    /** The number of entries. */
    long size() {
        return size;
    }

    /** Passes all entries in the order of their keys. */
    void merge(Receiver receiver) throws SQLException {
        if (runs.isEmpty()) {
            forgetRun(receiver);
            return;
        }
        writeRun();
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(Head::key));
        for (String name : runs) {
            Head head = new Head(spool.reader(name));
            if (head.advance()) {
                heads.add(head);
            }
        }
        while (!heads.isEmpty()) {
            Head first = heads.poll();
            receiver.entry(first.key, first.weight, first.forms);
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
