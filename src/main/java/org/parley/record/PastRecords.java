package org.parley.record;

import org.parley.graph.KnownAt;
import org.parley.graph.Operation;
import org.parley.store.PastDatabase;

/** Finds the record as it was. Thread-safe. */
public interface PastRecords {

    /**
     * The record at a point of its history; reads and fills a database for it, unless that was done before.
     *
     * @return to be closed when the operation has read; null if it is the record of now
     * @throws org.parley.graph.RequestError if there is no such point, or the record is too large
     */
    Use find(Operation operation, KnownAt point);

    /** What one operation uses of a past record. */
    interface Use extends AutoCloseable {
        PastDatabase database();

        @Override
        void close();
    }
}
