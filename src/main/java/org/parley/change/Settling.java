package org.parley.change;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.parley.store.Store;

/**
 * Has the database written whole when nobody has changed the record for some seconds, and at the end, so that a kill then leaves a database
 * that can be trusted. Until then the store has a note that it can't ({@link Store#changesBegin}). Thread-safe.
 */
@ApplicationScoped
class Settling {
    private static final Logger LOG = Logger.getLogger(Settling.class);

    private static final Duration QUIET = Duration.ofSeconds(5);

    /** Held by whoever changes the record. */
    private final ReentrantLock changing = new ReentrantLock(true);

    private final Store store;
    private final AgroalDataSource database;
    private volatile long last;
    private volatile boolean hasEnded;

    /** Not null while something is to be written. Guarded by this. */
    private Thread thread;

    Settling(Store store, AgroalDataSource database) {
        this.store = store;
        this.database = database;
    }

    /** The lock that whoever changes the record holds. */
    ReentrantLock changing() {
        return changing;
    }

    /**
     * To be called before each change, with the lock held.
     *
     * @throws ChangeFailure if the disk is full
     */
    void changesBegin() {
        try {
            store.changesBegin();
        } catch (UncheckedIOException e) {
            LOG.error("It could not be noted that the record changes", e);
            throw ChangeFailure.diskFull();
        }
        last = System.nanoTime();
        await();
    }

    private synchronized void await() {
        if (thread == null && store.isOnDisk()) {
            thread = new Thread(this::settle, "settling");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void settle() {
        try {
            while (true) {
                Thread.sleep(QUIET.toMillis());
                changing.lockInterruptibly();
                try {
                    if (hasEnded) {
                        return;
                    }
                    if (System.nanoTime() - last >= QUIET.toNanos()) {
                        write();
                        return;
                    }
                } finally {
                    changing.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With the lock held, so that no change can begin before the thread is known to have ended. */
    private synchronized void write() {
        thread = null;
        try {
            store.changesAreWritten(database);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database could not be written whole: if Parley is killed, the next start makes it again", e);
        }
    }

    void end(@Observes ShutdownEvent event) {
        end();
    }

    /** Has all changes written; nobody changes the record afterwards. */
    void end() {
        changing.lock();
        try {
            hasEnded = true;
            write();
        } finally {
            changing.unlock();
        }
    }
}
