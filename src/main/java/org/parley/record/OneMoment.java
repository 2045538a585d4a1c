package org.parley.record;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.parley.graph.KnownAt;
import org.parley.graph.Operation;
import org.parley.graph.OperationScope;
import org.parley.store.ReadTransactions;
import org.parley.store.Store;

/**
 * Executes each operation in one transaction with snapshot isolation, so that an answer shows one state of the record even if others
 * write meanwhile. It takes a connection only when it reads something. If processes share the database, the first statement of a query
 * checks that the snapshot is the record that {@link Edition} serves. A mutation reads a new snapshot after each change that it makes.
 * Thread-safe.
 */
@Singleton
class OneMoment implements OperationScope {
    private final Store store;
    private final AgroalDataSource database;
    private final ReadTransactions reads;
    private final Edition edition;
    private final PastRecords pasts;

    OneMoment(Store store, AgroalDataSource database, ReadTransactions reads, Edition edition, PastRecords pasts) {
        this.store = store;
        this.database = database;
        this.reads = reads;
        this.edition = edition;
        this.pasts = pasts;
    }

    @Override
    public <A> A around(Operation operation, Supplier<A> execution) {
        if ("mutation".equals(operation.type())) {
            return reads.change(operation, execution);
        }
        KnownAt point = operation.knownAt();
        if (point == null) {
            return read(operation, execution);
        }
        try (PastRecords.Use past = pasts.find(operation, point)) {
            return past == null ? read(operation, execution) : reads.past(operation, past.database(), execution);
        }
    }

    private <A> A read(Operation operation, Supplier<A> execution) {
        AtomicBoolean overtaken = new AtomicBoolean();
        A answer;
        try {
            answer = reads.snapshot(
                    operation,
                    snapshot -> {
                        if (store.isShared() && !isServed(snapshot)) {
                            // The operation is over: whatever is read from this snapshot must not be sent.
                            overtaken.set(true);
                            operation.readsWhile(() -> false);
                            operation.mustHaveTime();
                        }
                    },
                    execution);
        } catch (RuntimeException e) {
            mustBeServed(overtaken, operation);
            throw e;
        }
        mustBeServed(overtaken, operation);
        return answer;
    }

    /** Whether a snapshot holds the record that this process serves. */
    private boolean isServed(Connection snapshot) throws SQLException {
        String digest = LoadedSeed.digestIn(snapshot);
        return digest == null || digest.equals(edition.digest());
    }

    /** @throws Edition.Overtaken if another process has replaced the record that this process serves */
    private void mustBeServed(AtomicBoolean overtaken, Operation operation) {
        if (overtaken.get()) {
            operation.readsWhile(() -> true);
            throw new Edition.Overtaken(() -> LoadedSeed.servedIn(database));
        }
    }
}
