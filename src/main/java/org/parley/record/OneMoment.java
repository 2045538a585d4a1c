package org.parley.record;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.parley.graph.Operation;
import org.parley.graph.OperationScope;
import org.parley.store.DatabaseUnavailable;
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

    private static final Logger LOG = Logger.getLogger(OneMoment.class);

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
        LoadedSeed loaded = loaded();
        if (loaded != null && !loaded.served().digest().equals(edition.digest())) {
            throw new Edition.Overtaken(this::newest);
        }
    }

    private Edition.Served newest() {
        LoadedSeed loaded = loaded();
        return loaded == null ? null : loaded.served();
    }

    private LoadedSeed loaded() {
        try (Connection connection = database.getConnection()) {
            return LoadedSeed.in(connection);
        } catch (SQLException | RuntimeException e) {
            if (DatabaseUnavailable.isToldBy(e)) {
                LOG.errorf("The database does not answer: %s", e.getMessage());
                throw new DatabaseUnavailable();
            }
            throw new IllegalStateException("The digest of the record could not be read from the table seed_load", e);
        }
    }
}
