package org.parley.record;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.parley.graph.Operation;
import org.parley.graph.OperationScope;
import org.parley.store.Store;

/**
 * Executes each operation in one transaction with snapshot isolation, so that an answer shows one state of the record even if others
 * write meanwhile. If processes share the database, a query also checks that the snapshot is the record that {@link Edition} serves.
 * Thread-safe.
 */
@Singleton
class OneMoment implements OperationScope {
    /** In seconds, added to the operation's time: the transaction ends with its operation, so its own timeout must never come first. */
    private static final int AFTER_THE_END = 60;

    private final Store store;
    private final AgroalDataSource database;
    private final Edition edition;

    OneMoment(Store store, AgroalDataSource database, Edition edition) {
        this.store = store;
        this.database = database;
        this.edition = edition;
    }

    @Override
    public <A> A around(Operation operation, Supplier<A> execution) {
        int seconds = (int) Math.min(operation.timeLeft() / 1000, Integer.MAX_VALUE / 2) + AFTER_THE_END;
        if ("mutation".equals(operation.type())) {
            return QuarkusTransaction.requiringNew().timeout(seconds).call(execution::get);
        }
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(seconds));
        try {
            if (store.isShared()) {
                mustBeServed();
            }
            return execution.get();
        } finally {
            // A query writes nothing, and what it has read stays valid if the connection is lost by now.
            QuarkusTransaction.rollback();
        }
    }

    /**
     * Must be the first statement of the transaction, which then reads from this snapshot.
     *
     * @throws Edition.Overtaken if another process has replaced the record that this process serves
     */
    private void mustBeServed() {
        Edition.Served loaded = LoadedSeed.servedIn(database);
        if (loaded != null && !loaded.digest().equals(edition.digest())) {
            throw new Edition.Overtaken(() -> LoadedSeed.servedIn(database));
        }
    }
}
