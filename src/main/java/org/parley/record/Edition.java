package org.parley.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.parley.graph.Operation;

/**
 * Which record is served: what was answered before holds for as long as this is the same. Whoever changes the record sets it.
 *
 * <p>Safe for use by several threads. An operation reads in many statements, each of which sees what is committed by then: one that
 * another record overtakes would mix the two. Such a reading is dropped and begun again ({@link #read}), so that nobody waits for
 * another's reading, and readers for the commit alone.
 */
@ApplicationScoped
public class Edition {
    private final StampedLock replacing = new StampedLock();
    private volatile Served served;

    /**
     * The record that is served.
     *
     * @param digest   a word of hexadecimal digits that differs as soon as anything of the record does
     * @param place    where it was loaded from, as the user knows it
     * @param records  how many it holds
     * @param loadedAt when its rows came into the database
     */
    public record Served(String digest, String place, int records, Instant loadedAt) {}

    /** Null before the record is loaded. */
    public Served served() {
        return served;
    }

    /** That of {@link #served}; null before the record is loaded. */
    public String digest() {
        Served now = served;
        return now == null ? null : now.digest();
    }

    /**
     * What a reading finds, all of it in one record. If another one takes its place meanwhile, what was found is dropped, and the
     * reading begins again; this time no other record takes its place before it ends.
     *
     * @param reading  changes nothing, for it may run twice; an exception of its last run is thrown
     * @param again    called before a second run: whatever the first one has left is to be forgotten
     * @param patience how long it waits for the end of a replacement
     * @return empty if it waited in vain, or another process put one record after the other in its place
     */
    public <T> Optional<T> read(Supplier<T> reading, Runnable again, Duration patience) {
        Operation operation = Operation.current();
        long seen = replacing.tryOptimisticRead();
        if (seen != 0) {
            // What is overtaken ends at its next statement of SQL.
            operation.readsWhile(() -> replacing.validate(seen));
            try {
                T found = reading.get();
                if (replacing.validate(seen)) {
                    return Optional.of(found);
                }
            } catch (Overtaken e) {
                takesUp(e.by);
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
        takesUp(overtaken.by);
        return Optional.empty();
    }

    /** Zero if the time passed first. */
    private long hold(Duration patience) {
        try {
            return replacing.tryReadLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /**
     * The record in the database is this one.
     *
     * @return whether another one was served until now, whose readings are begun again
     */
    boolean takesUp(Served found) {
        Served before = served;
        if (before == null || before.digest().equals(found.digest())) {
            served = found;
            return false;
        }
        long held = replacing.writeLock();
        try {
            // This process itself may have put it in place while the lock was waited for.
            boolean isOther = !served.digest().equals(found.digest());
            served = found;
            return isOther;
        } finally {
            replacing.unlockWrite(held);
        }
    }

    /** A reading has found that another process has put this record in the place of the one that is served here. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Served by;

        Overtaken(Served by) {
            super("another record is in the database", null, false, false);
            this.by = by;
        }
    }

    /** Begins to put another record in this one's place; to be closed whether that succeeds or not. */
    Replacement replacement() {
        return new Replacement();
    }

    /** How one record takes the place of another: used by one thread. */
    final class Replacement implements AutoCloseable {
        private long held;

        /** The transaction is about to be committed: who begins to read from now on waits until this is closed. */
        void commits() {
            held = replacing.writeLock();
        }

        /** It was committed. */
        void isDone(Served next) {
            served = next;
        }

        @Override
        public void close() {
            if (held != 0) {
                replacing.unlockWrite(held);
            }
        }
    }
}
