package org.parley.record;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.parley.graph.Operation;
import org.parley.graph.OperationScope;
import org.parley.store.ReadTransactions;
import org.parley.store.Store;

/**
 * Executes each operation in one transaction with snapshot isolation, so that an answer shows one state of the record even if others
 * write meanwhile. A query reads without JTA, and takes a connection only when it reads something. If processes share the database, its
 * first statement checks that the snapshot is the record that {@link Edition} serves. Thread-safe.
 */
@Singleton
class OneMoment implements OperationScope {
    /** In seconds, added to the operation's time: the transaction ends with its operation, so its own timeout must never come first. */
    private static final int AFTER_THE_END = 60;

    private final Store store;
    private final AgroalDataSource database;
    private final ReadTransactions reads;
    private final Edition edition;

    OneMoment(Store store, AgroalDataSource database, ReadTransactions reads, Edition edition) {
        this.store = store;
        this.database = database;
        this.reads = reads;
        this.edition = edition;
    }

    @Override
    public <A> A around(Operation operation, Supplier<A> execution) {
        return "mutation".equals(operation.type()) ? change(operation, execution) : read(operation, execution);
    }

    private <A> A change(Operation operation, Supplier<A> execution) {
        int seconds = (int) Math.min(operation.timeLeft() / 1000, Integer.MAX_VALUE / 2) + AFTER_THE_END;
        return QuarkusTransaction.requiringNew().timeout(seconds).call(() -> reads.join(operation, execution));
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
        LoadedSeed loaded = LoadedSeed.in(snapshot);
        return loaded == null || loaded.served().digest().equals(edition.digest());
    }

    /** @throws Edition.Overtaken if another process has replaced the record that this process serves */
    private void mustBeServed(AtomicBoolean overtaken, Operation operation) {
        if (overtaken.get()) {
            operation.readsWhile(() -> true);
            throw new Edition.Overtaken(() -> LoadedSeed.servedIn(database));
        }
    }
}
