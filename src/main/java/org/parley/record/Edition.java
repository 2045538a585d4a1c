package org.parley.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.parley.graph.Operation;
import org.parley.graph.RecordKind;
import org.parley.graph.RecordSize;
import org.parley.graph.RecordVersion;
import org.parley.graph.Redirects;

/**
 * Identifies the record that is served: an answer stays valid for as long as this is the same. Set by the code that changes the record.
 *
 * <p>Thread-safe. An operation executes many SQL statements, each of which sees what is committed by then, so a replacement in between
 * would mix two records in one answer. {@link #read} detects that by an optimistic lock, discards what was read, and reads once more. So
 * readers wait only while a replacement commits, and never for each other.
 */
@ApplicationScoped
public class Edition implements RecordSize, RecordVersion, Redirects {
    private final StampedLock replacing = new StampedLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Succession> successions = new CopyOnWriteArrayList<>();
    private volatile Served served;

    /**
     * The record that is served.
     *
     * @param digest   hexadecimal digits that differ as soon as anything in the record differs
     * @param place    where it was loaded from: the folder's path, or "the program"
     * @param records  the number of records
     * @param counts   how many records of each kind it had when it was loaded
     * @param loadedAt when it was loaded into the database
     * @param change   the number of the last change that people have made to it; 0 if there is none
     * @param merged   the ids of records that were merged into others, each with the id of that one, which is not merged itself
     */
    public record Served(
            String digest,
            String place,
            int records,
            Map<RecordKind, Integer> counts,
            Instant loadedAt,
            long change,
            Map<String, String> merged) {

        /** A record that nobody has changed. */
        public Served(String digest, String place, int records, Map<RecordKind, Integer> counts, Instant loadedAt) {
            this(digest, place, records, counts, loadedAt, 0, Map.of());
        }
    }

    /**
     * Has something done whenever another record, or the record after a change, is served.
     *
     * @param listener called on the thread that serves it; must not wait
     */
    public void onNext(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void onSuccession(Succession listener) {
        successions.add(listener);
    }

    private void serves(Served next) {
        served = next;
        listeners.forEach(Runnable::run);
    }

    /** Null before the record is loaded. */
    public Served served() {
        return served;
    }

    /**
     * The same, but null also while another record takes its place: what was read from it before may no longer be told as the record of
     * now. Does not wait.
     */
    @Override
    public Served settled() {
        long seen = replacing.tryOptimisticRead();
        Served now = served;
        return seen != 0 && replacing.validate(seen) ? now : null;
    }

    @Override
    public int of(RecordKind kind) {
        Served now = served;
        return now == null ? 0 : now.counts().getOrDefault(kind, 0);
    }

    @Override
    public int all() {
        Served now = served;
        return now == null ? 0 : now.records();
    }

    @Override
    public String leadsTo(String id) {
        Redirects past = Operation.current().redirects();
        if (past != null) {
            return past.leadsTo(id);
        }
        Served now = served;
        return now == null || now.merged().isEmpty() ? id : now.merged().getOrDefault(id, id);
    }

    /** The digest of {@link #served}; null before the record is loaded. */
    public String digest() {
        Served now = served;
        return now == null ? null : now.digest();
    }

    /**
     * Reads from one record. If the record is replaced meanwhile, the result is discarded and the reading runs a second time, now with a
     * read lock that keeps the record from being replaced.
     *
     * @param reading  must not change anything, since it may run twice; an exception of the last run is thrown
     * @param again    called before a second run, to clear what the first one cached
     * @param patience how long to wait for the read lock while a replacement commits
     * @return empty if the wait timed out, or if another process replaced the record twice meanwhile
     */
    public <T> Optional<T> read(Supplier<T> reading, Runnable again, Duration patience) {
        Operation operation = Operation.current();
        long seen = replacing.tryOptimisticRead();
        if (seen != 0) {
            // If the record is replaced, the operation is cancelled at its next SQL statement.
            operation.readsWhile(() -> replacing.validate(seen));
            try {
                T found = reading.get();
                if (replacing.validate(seen)) {
                    return Optional.of(found);
                }
            } catch (Overtaken e) {
                takesUp(e.newest);
            } catch (RuntimeException e) {
                if (replacing.validate(seen)) {
                    throw e;
                }
            } finally {
                operation.readsWhile(() -> true);
            }
            again.run();
        }
        long held = hold(patience);
        if (held == 0) {
            return Optional.empty();
        }
        Overtaken overtaken;
        try {
            return Optional.of(reading.get());
        } catch (Overtaken e) {
            overtaken = e;
        } finally {
            replacing.unlockRead(held);
        }
        takesUp(overtaken.newest);
        return Optional.empty();
    }

    /** Takes the read lock. Returns its stamp, or 0 if that timed out or the thread was interrupted. */
    private long hold(Duration patience) {
        try {
            return replacing.tryReadLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Sets the record that is served, without replacing one: the database holds it already. */
    void is(Served found) {
        serves(found);
    }

    /**
     * Serves the record that the database holds, which another process may have loaded. Readings of the record before are run again.
     *
     * @param newest reads it from the database. Called with the write lock held, since what was read before could be older than what
     *               this process has committed meanwhile. Null if the database holds no record.
     * @return whether another one was served until now
     */
    boolean takesUp(Supplier<Served> newest) {
        long held = replacing.writeLock();
        try {
            Served found = newest.get();
            if (found == null || served != null && served.digest().equals(found.digest())) {
                return false;
            }
            serves(found);
            return true;
        } finally {
            replacing.unlockWrite(held);
        }
    }

    /** A reading has found another record in the database than the one that is served here. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Supplier<Served> newest;

        /** @param newest reads the record that the database holds by now; null if there is none */
        Overtaken(Supplier<Served> newest) {
            super("another record is in the database", null, false, false);
            this.newest = newest;
        }
    }

    /** Starts a replacement of the record; to be closed whether it succeeds or fails. */
    public Replacement replacement() {
        return new Replacement();
    }

    /** The replacement of one record by another. For use by one thread. */
    public final class Replacement implements AutoCloseable {
        private long held;

        /** Takes the write lock, right before the transaction commits: new readers wait until this is closed. */
        public void commits() {
            held = replacing.writeLock();
        }

        /** The transaction has committed; this record is served from now on. */
        public void isDone(Served next) {
            serves(next);
        }

        /**
         * The same after a change of some records.
         *
         * @param changed see {@link Succession#follows}
         */
        public void isDone(Served next, Set<String> changed) {
            Served before = served;
            successions.forEach(each -> each.follows(before, next, changed));
            serves(next);
        }

        @Override
        public void close() {
            if (held != 0) {
                replacing.unlockWrite(held);
            }
        }
    }
}
