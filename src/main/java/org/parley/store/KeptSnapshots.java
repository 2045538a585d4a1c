package org.parley.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Snapshots of the database that operations have read and the next ones may read on, each with its connection. At the first statement of
 * a transaction, H2 notes the root of each tree of the database; for a record by its id, that is more work than all else in H2.
 *
 * <p>A kept snapshot is what the database holds now: nobody else has had a connection of the pool since it was begun. Whoever takes one,
 * to write or for any other purpose, ends those that are kept, and none is kept until the connection is given back. Nothing is kept of a
 * database that other processes may change.
 *
 * <p>Thread-safe.
 */
@Singleton
class KeptSnapshots implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(KeptSnapshots.class);

    private final Store store;
    private final boolean isOn;
    private final Deque<Snapshot> kept = new ConcurrentLinkedDeque<>();

    /** Ended snapshots whose connections the next operation gives back to the pool. */
    private final Deque<Snapshot> ended = new ConcurrentLinkedDeque<>();

    /** The driver's connections that somebody else has. */
    private final Set<Connection> others = ConcurrentHashMap.newKeySet();

    /** Grows when somebody else has given a connection back, or one was closed. */
    private final AtomicLong changes = new AtomicLong();

    /** Not null while this thread takes a connection for a snapshot. */
    private final ThreadLocal<Boolean> beginning = new ThreadLocal<>();

    KeptSnapshots(Store store) {
        this.store = store;
        this.isOn = !store.isShared();
    }

    /**
     * A snapshot, for one operation at a time.
     *
     * @param pooled     the connection of the pool
     * @param connection the same as the driver made it
     * @param changes    the number of changes before it was begun
     */
    record Snapshot(Connection pooled, Connection connection, long changes) {}

    /** Whether others may have changed the database, which only a new snapshot shows. */
    boolean mustConfirm() {
        return !isOn;
    }

    /** A snapshot that was begun before and is what the database holds now; null if there is none. */
    Snapshot take() {
        giveBackEnded();
        Snapshot found = kept.pollFirst();
        while (found != null && (!isCurrent(found) || isClosed(found))) {
            end(found);
            found = kept.pollFirst();
        }
        return found;
    }

    /** A connection whose next statement begins a snapshot. */
    Snapshot begin(AgroalDataSource database) throws SQLException {
        long before = changes.get();
        beginning.set(true);
        try {
            return begun(database.getConnection(), before);
        } finally {
            beginning.remove();
        }
    }

    private static Snapshot begun(Connection pooled, long before) throws SQLException {
        try {
            // By the pool's connection, which the pool resets when it is given back.
            pooled.setAutoCommit(false);
            return new Snapshot(pooled, pooled.unwrap(Connection.class), before);
        } catch (SQLException e) {
            pooled.close();
            throw e;
        }
    }

    /** Keeps a snapshot that its operation no longer needs, if it is still what the database holds. */
    void giveBack(Snapshot snapshot) {
        if (isOn && isCurrent(snapshot)) {
            kept.addFirst(snapshot);
        } else {
            end(snapshot);
        }
    }

    private boolean isCurrent(Snapshot snapshot) {
        return snapshot.changes() == changes.get() && others.isEmpty();
    }

    /** When another file takes the place of the database, its connections are closed before the pool knows. */
    private static boolean isClosed(Snapshot snapshot) {
        try {
            return snapshot.connection().isClosed();
        } catch (SQLException e) {
            LOG.debugf(e, "A kept connection is of no use");
            return true;
        }
    }

    /** Ends a snapshot, and gives its connection back to the pool. */
    void end(Snapshot snapshot) {
        try (Connection given = snapshot.pooled()) {
            if (!given.getAutoCommit()) {
                store.endReading(given);
            }
        } catch (SQLException e) {
            // A query writes nothing, and what it has read stays valid if the connection is lost by now.
            LOG.debugf(e, "The connection of an operation could not be given back");
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (isOn && beginning.get() == null) {
            others.add(unwrapped(connection));
            for (Snapshot each = kept.pollFirst(); each != null; each = kept.pollFirst()) {
                // Giving it back here would part the transaction of this thread from its own connection.
                release(each);
                ended.add(each);
            }
        }
    }

    private void release(Snapshot snapshot) {
        try {
            store.endReading(snapshot.connection());
        } catch (SQLException e) {
            LOG.debugf(e, "A kept snapshot could not be ended");
        }
    }

    private void giveBackEnded() {
        for (Snapshot each = ended.pollFirst(); each != null; each = ended.pollFirst()) {
            end(each);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        if (isOn) {
            hasEnded(unwrapped(connection));
        }
    }

    /** The pool is emptied when another file takes the place of the database. */
    @Override
    public void onConnectionDestroy(Connection connection) {
        if (isOn) {
            changes.incrementAndGet();
            hasEnded(unwrapped(connection));
        }
    }

    private void hasEnded(Connection connection) {
        if (others.contains(connection)) {
            // In this order: what is begun in between is not kept.
            changes.incrementAndGet();
            others.remove(connection);
        }
    }

    private static Connection unwrapped(Connection connection) {
        try {
            return connection.unwrap(Connection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("The driver's own connection is not known", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
    }

    private void endAll() {
        giveBackEnded();
        for (Snapshot each = kept.pollFirst(); each != null; each = kept.pollFirst()) {
            end(each);
        }
    }
}
