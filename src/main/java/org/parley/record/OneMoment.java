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
 * Puts each operation into one transaction, which sees the database as it was at one moment, so that an answer is of one state of the
 * record, beside whatever else writes to it; and of the state that {@link Edition} tells, whoever else has replaced it.
 */
@Singleton
class OneMoment implements OperationScope {
    /** In seconds, after the operation's own time: nothing of a transaction that ends with its operation is left to be ended. */
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
            // Nothing was written, and a database that is lost by now changes nothing of what was read.
            QuarkusTransaction.rollback();
        }
    }

    /** The first statement of the transaction, which from then on sees no other record. */
    private void mustBeServed() {
        LoadedSeed loaded = loaded();
        if (loaded != null && !loaded.served().digest().equals(edition.digest())) {
            throw new Edition.Overtaken(loaded.served());
        }
    }

    private LoadedSeed loaded() {
        try (Connection connection = database.getConnection()) {
            return LoadedSeed.in(connection);
        } catch (SQLException | RuntimeException e) {
            if (DatabaseUnavailable.isToldBy(e)) {
                LOG.errorf("The database does not answer: %s", e.getMessage());
                throw new DatabaseUnavailable();
            }
            throw new IllegalStateException("What record the database holds could not be read", e);
        }
    }
}
